from __future__ import annotations

from dataclasses import replace

import pytest

from checks.linked import BLOG, WALL, linked, texts
from smolint.checks.link_count import LongPost, NoOutbound, link_no_internal, link_no_outbound
from smolint.checks.link_limit import TooMany, link_too_many
from smolint.finding import Level

SITE = "https://www.bakery.example"
PROSE = "We bake bread at dawn, every day of the year."
LONG, SOURCED = LongPost(min_words=5), NoOutbound(min_words=5)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("https://a.fr https://b.fr", [], id="as many as allowed"),
        pytest.param("https://a.fr https://b.fr https://c.fr", ["https://c.fr"], id="one too many"),
        pytest.param("https://a.fr https://b.fr https://c.fr https://d.fr", ["https://c.fr"], id="two, marked once"),
        pytest.param("https://a.fr https://b.fr https://a.fr", [], id="the same twice"),
        pytest.param("https://a.fr https://b.fr https://a.fr/", [], id="the same with a slash"),
        pytest.param("https://a.fr https://a.fr https://b.fr https://c.fr", ["https://c.fr"], id="twice, then more"),
    ],
)
def test_too_many(text, expected):
    assert texts(linked(text, WALL, path="post.txt"), link_too_many, TooMany()) == expected


def test_values_and_levels():
    reading = linked("https://a.fr https://b.fr https://c.fr https://d.fr", WALL, path="post.txt")
    (mark,) = link_too_many(reading, TooMany())
    assert mark.values == {"count": 4, "limit": 2, "surplus": 2, "platform": "Wall"}
    assert mark.at_most is None
    low = replace(WALL, facts={"links_max": replace(WALL.facts["links_max"], confidence="low")})
    reading = linked("https://a.fr https://b.fr https://c.fr", low, path="post.txt")
    assert [mark.at_most for mark in link_too_many(reading, TooMany())] == [Level.WARNING]
    assert [mark.at_most for mark in link_too_many(reading, TooMany(limit=1))] == [None]


def test_no_limit_is_no_limit():
    assert texts(linked("https://a.fr https://b.fr https://c.fr", BLOG), link_too_many, TooMany()) == []


@pytest.mark.parametrize(
    ("link", "site", "expected"),
    [
        pytest.param("", SITE, [PROSE], id="none"),
        pytest.param("[it](https://other.example/x)", SITE, [PROSE], id="elsewhere"),
        pytest.param("[it](#there)", SITE, [PROSE], id="the same page"),
        pytest.param("[it](mailto:a@bakery.example)", SITE, [PROSE], id="an e-mail address"),
        pytest.param("[it](/x)", SITE, [], id="a path"),
        pytest.param("[it](../x.md)", SITE, [], id="a relative path"),
        pytest.param("[it](https://bakery.example/x)", SITE, [], id="the site without www"),
        pytest.param("[it](https://shop.bakery.example/x)", SITE, [], id="a sub-domain"),
        pytest.param("[it](https://bakery.example/x)", "https://blog.bakery.example", [], id="the domain above"),
        pytest.param("[it]({{ page.next }})", SITE, [], id="a template"),
        pytest.param("[it](https://other.example/x)", "", [], id="a site that nobody knows"),
    ],
)
def test_no_internal(link, site, expected):
    assert texts(linked(f"{PROSE}\n\nSee {link}.", site=site), link_no_internal, LONG) == expected


def test_the_site_may_stand_in_the_front_matter():
    text = f"---\ntitle: Bread\ncanonical_url: https://bakery.example/bread\n---\n{PROSE}"
    assert texts(linked(text), link_no_internal, LONG) == ["Bread"]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        pytest.param("", [PROSE], id="none"),
        pytest.param("See [it](/x).", [PROSE], id="only a path"),
        pytest.param("See [it](https://bakery.example/x).", [PROSE], id="only the own site"),
        pytest.param("See [it](https://other.example/x).", [], id="a source"),
        pytest.param("See https://other.example/x.", [], id="a bare address"),
        pytest.param("So they say.[^1]\n\n[^1]: The baker's handbook.", [], id="a footnote"),
        pytest.param('<iframe src="https://player.example/x"></iframe>', [], id="a film"),
        pytest.param("See [it]({{ source }}).", [], id="a template"),
        pytest.param(
            "I told my son. I miss my mother. I bake as she did, and my bread is mine.", [], id="one's own life"
        ),
    ],
)
def test_no_outbound(more, expected):
    assert texts(linked(f"{PROSE}\n\n{more}", site=SITE), link_no_outbound, SOURCED) == expected


@pytest.mark.parametrize(
    ("check", "options"),
    [(link_no_internal, LongPost()), (link_no_outbound, NoOutbound())],
    ids=["internal", "outbound"],
)
def test_short_posts_and_bulletins_need_none(check, options):
    assert texts(linked(PROSE * 20, site=SITE), check, options) == []
    assert texts(linked(f"---\ntitle: Bread\n---\n{PROSE * 80}", site=SITE), check, options) == ["Bread"]
    assert texts(linked(f"---\ntitle: Announcing Oven 2.1\n---\n{PROSE * 80}", site=SITE), check, options) == []
