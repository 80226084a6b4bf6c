from __future__ import annotations

import pytest

from checks.linked import BLOG, WALL, linked, texts
from smolint.check import NoOptions
from smolint.checks.shorteners import link_dead_shortener, link_shortened, shortener_of, shorteners
from smolint.finding import Level

NONE = NoOptions()


@pytest.mark.parametrize(
    ("url", "status"),
    [
        pytest.param("https://bit.ly/3xYz", "active", id="a shortener"),
        pytest.param("HTTP://WWW.Bit.LY/3xYz", "active", id="in capitals, with www"),
        pytest.param("https://bit.ly:443/3xYz?a=1", "active", id="with a port"),
        pytest.param("https://youtu.be/abc", "own", id="a site's own"),
        pytest.param("https://t.co/abc", "wrapped", id="put around links by a platform"),
        pytest.param("https://goo.gl/abc", "partly", id="closed in part"),
        pytest.param("https://bakery.page.link/abc", "dead", id="a sub-domain of one that takes them"),
        pytest.param("https://su.pr/abc", "dead", id="closed"),
    ],
)
def test_known(url, status):
    known = shortener_of(url)
    assert known is not None
    assert known.status == status


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("https://bit.ly", id="its own front page"),
        pytest.param("https://bit.ly/", id="its own front page with a slash"),
        pytest.param("https://rabbit.ly/abc", id="the end of another host"),
        pytest.param("https://bit.ly.example.com/abc", id="the beginning of another host"),
        pytest.param("https://support.bit.ly/abc", id="a sub-domain"),
        pytest.param("https://goo.gl/maps/abc", id="a path that still works"),
        pytest.param("https://example.com/?u=https://bit.ly/abc", id="in a query"),
        pytest.param("https://example.com@bit.ly.evil.example/abc", id="behind an at sign"),
        pytest.param("https://[::1]/abc", id="an address in brackets"),
    ],
)
def test_unknown(url):
    assert shortener_of(url) is None


def test_every_entry_says_what_it_is():
    for host, known in shorteners().items():
        assert host == host.lower()
        assert known.status in ("active", "own", "wrapped", "partly", "dead", "misspelt")
        assert bool(known.note_en) == bool(known.note_fr)
        assert bool(known.meant) == (known.status == "misspelt")
        assert known.status not in ("own", "wrapped") or known.owner


@pytest.mark.parametrize(
    ("text", "path", "expected"),
    [
        pytest.param("See [it](https://bit.ly/a).", "post.md", ["https://bit.ly/a"], id="Markdown"),
        pytest.param("See [it][1].\n\n[1]: https://bit.ly/a", "post.md", ["https://bit.ly/a"], id="a reference"),
        pytest.param("[a][1] [b][1]\n\n[1]: https://bit.ly/a", "post.md", ["https://bit.ly/a"], id="one used twice"),
        pytest.param('<p><a href="https://bit.ly/a">it</a></p>', "post.html", ["https://bit.ly/a"], id="HTML"),
        pytest.param("It: https://bit.ly/a.", "post.md", ["https://bit.ly/a"], id="running text"),
        pytest.param("`https://bit.ly/a`", "post.md", [], id="code"),
        pytest.param("[it]({{ a }}https://bit.ly/a)", "post.md", [], id="a template"),
        pytest.param(
            '<blockquote class="twitter-tweet"><p><a href="https://t.co/a">t.co/a</a></p></blockquote>\n\n'
            "[it](https://t.co/b)",
            "post.md",
            ["https://t.co/b"],
            id="an embedded post",
        ),
    ],
)
def test_shortened_on_a_blog(text, path, expected):
    assert texts(linked(text, path=path), link_shortened, NONE) == expected


def test_variants():
    reading = linked("https://bit.ly/a https://t.co/a", WALL, path="post.txt")
    first, second = link_shortened(reading, NONE)
    assert (first.variant, first.values["length"], first.at_most) == ("counted-alike", 23, None)
    assert (second.variant, second.at_most) == ("wrapped", Level.SUGGESTION)


def test_without_a_length_of_urls_there_is_no_variant():
    (mark,) = link_shortened(linked("https://bit.ly/a"), NONE)
    assert (mark.variant, mark.values["name"]) == ("", "bit.ly (Bitly)")


@pytest.mark.parametrize(
    ("url", "variant", "at_most"),
    [
        pytest.param("https://su.pr/a", "", None, id="closed"),
        pytest.param("https://goo.gl/a", "partly", Level.WARNING, id="closed in part"),
        pytest.param("https://owl.ly/a", "misspelt", Level.WARNING, id="misspelt"),
        pytest.param("https://u.nu/a", "", Level.WARNING, id="not quite certain"),
    ],
)
@pytest.mark.parametrize("platform", [BLOG, WALL], ids=["blog", "social"])
def test_dead(url, variant, at_most, platform):
    (mark,) = link_dead_shortener(linked(f"It: {url}", platform), NONE)
    assert (mark.variant, mark.at_most) == (variant, at_most)


def test_a_link_is_dead_or_shortened_but_not_both():
    urls = " ".join(f"https://{host}/abc" for host in shorteners())
    reading = linked(urls)
    dead, shortened = texts(reading, link_dead_shortener, NONE), texts(reading, link_shortened, NONE)
    assert set(dead).isdisjoint(shortened)
    assert len(dead) > 10
    assert len(shortened) > 20
