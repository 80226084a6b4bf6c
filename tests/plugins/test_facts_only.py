"""The platforms that are little more than their facts, through the rules that read them."""

from __future__ import annotations

import pytest

import smolint
from smolint.finding import Level

PLATFORMS = smolint.platforms()
NAMES = ["instagram", "pinterest", "flickr", "youtube", "viadeo", "google-plus", "yammer"]


def found(text, platform, rules, path="post.txt", language="en"):
    """Rule, level and marked text of the findings of some rules."""
    findings = smolint.lint_text(text, platform=platform, language=language, path=path)
    return [(one.rule, str(one.level), one.text) for one in findings if one.rule in rules]


@pytest.mark.parametrize("name", NAMES)
def test_every_fact_says_where_it_comes_from(name):
    facts = PLATFORMS[name].facts
    assert "status" in facts
    assert all(fact.source and fact.as_of and fact.confidence in {"high", "medium", "low"} for fact in facts.values())


@pytest.mark.parametrize(
    ("name", "kind", "internal", "discontinued"),
    [
        ("instagram", "social", False, False),
        ("pinterest", "social", False, False),
        ("flickr", "social", False, False),
        ("youtube", "video", False, False),
        ("viadeo", "social", False, True),
        ("google-plus", "social", False, True),
        ("yammer", "social", True, False),
    ],
)
def test_what_kind_of_place_it_is(name, kind, internal, discontinued):
    platform = PLATFORMS[name]
    assert (platform.kind, platform.internal, platform.discontinued) == (kind, internal, discontinued)


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        pytest.param("Merci @le.fournil.", ["@le.fournil"], id="a full stop inside and one after"),
        pytest.param("@ada_1, @grace…", ["@ada_1", "@grace"], id="several"),
        pytest.param("@le-fournil", ["@le"], id="a hyphen ends it"),
        pytest.param("@" + "a" * 30, ["@" + "a" * 30], id="thirty characters"),
        pytest.param("@" + "a" * 31, [], id="thirty-one"),
        pytest.param("ada@fournil.example", [], id="an e-mail address"),
        pytest.param("https://fournil.example/@ada", [], id="an address"),
        pytest.param("@ada@mastodon.social", [], id="an account elsewhere"),
        pytest.param("@Léonie", [], id="an accent"),
        pytest.param("", [], id="empty"),
    ],
)
def test_who_is_mentioned_on_instagram(text, mentions):
    assert [one.text for one in PLATFORMS["instagram"].mentions(text)] == mentions


def test_a_hyphen_cuts_a_name_on_instagram():
    (finding,) = (
        one
        for one in smolint.lint_text("Merci @le-fournil !", platform="instagram", language="fr", path="a.txt")
        if one.rule == "mention/invalid"
    )
    assert finding.text == "@le-fournil"
    assert "@le only" in finding.message


@pytest.mark.parametrize(
    ("platform", "length", "level"),
    [
        pytest.param("instagram", 2200, None, id="Instagram, as long as is accepted"),
        pytest.param("instagram", 2201, "error", id="Instagram, one character more"),
        pytest.param("pinterest", 3000, None, id="Pinterest, whose description is counted instead"),
        pytest.param("yammer", 90_000, None, id="Viva Engage, whose limit nobody publishes"),
        pytest.param("flickr", 90_000, None, id="Flickr, whose limit nobody publishes"),
    ],
)
def test_how_long_a_caption_may_be(platform, length, level):
    expected = [("length/over-limit", level, "x")] if level else []
    assert found("x" * length, platform, {"length/over-limit"}) == expected


@pytest.mark.parametrize(
    ("platform", "length", "level"),
    [
        pytest.param("pinterest", 500, None, id="Pinterest's form"),
        pytest.param("pinterest", 501, "warning", id="more than Pinterest's form takes"),
        pytest.param("pinterest", 801, "error", id="more than Pinterest takes at all"),
        pytest.param("youtube", 5000, None, id="YouTube"),
        pytest.param("youtube", 5001, "error", id="more than YouTube takes"),
    ],
)
def test_how_long_a_description_may_be(platform, length, level):
    rule = "platform/description-over-limit"
    limit = {501: 500, 801: 800, 5001: 5000}.get(length, length)
    expected = [(rule, level, "x" * (length - limit))] if level else []
    assert found("x" * length, platform, {rule}) == expected


@pytest.mark.parametrize("path", ["film.txt", "film.md"], ids=["as text", "as Markdown"])
def test_a_good_film_is_left_alone(path):
    text = (
        "---\ntitle: How we bake rye\ntags: [rye, sourdough]\n---\n\n"
        "How we bake rye, start to finish: https://bakery.example/rye\n\n"
        "0:00 Flour\n1:30 Leaven\n12:45 Oven\n\nThank you for watching! #rye #sourdough\n"
    )
    assert smolint.lint_text(text, platform="youtube", language="en", path=path) == []


@pytest.mark.parametrize(
    ("written", "planted", "rule", "marked"),
    [
        pytest.param("0:00 Flour", "0:10 Flour", "video/chapters", "0:10", id="a late start"),
        pytest.param("12:45 Oven", "1:25 Oven", "video/chapters", "1:25", id="times that fall"),
        pytest.param("title: How", f"title: {'x' * 92} How", "platform/title-over-limit", "bake rye", id="a title"),
        pytest.param("#rye #", "#rye #sourdough #", "hashtag/repeated", "#sourdough", id="a hashtag twice"),
        pytest.param(
            "How we bake rye, ", "a\nb\nc\n", "video/link-below-fold", "https://bakery.example/rye", id="fold"
        ),
        pytest.param("Leaven", "Leaven <3", "video/refused-character", "<", id="a refused sign"),
        pytest.param("#rye", " ".join(f"#a{n}" for n in range(15)), "hashtag/over-limit", "#sourdough", id="hashtags"),
    ],
)
def test_a_fault_in_a_film_is_found_and_nothing_else(written, planted, rule, marked):
    text = (
        "---\ntitle: How we bake rye\ntags: [rye, sourdough]\n---\n\n"
        "How we bake rye, start to finish: https://bakery.example/rye\n\n"
        "0:00 Flour\n1:30 Leaven\n12:45 Oven\n\nThank you for watching! #rye #sourdough\n"
    )
    faulty = text.replace(written, planted, 1)
    assert faulty != text
    findings = smolint.lint_text(faulty, platform="youtube", language="en", path="film.txt")
    assert [(one.rule, one.text) for one in findings] == [(rule, marked)]


def test_levels_follow_the_confidence_of_facts():
    tags = " ".join(f"#tag{number}" for number in range(21))
    assert found(tags, "pinterest", {"hashtag/over-limit"})[0][1] == Level.WARNING
    assert found(tags, "instagram", {"hashtag/over-limit"})[0][1] == Level.ERROR
