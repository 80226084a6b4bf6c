from __future__ import annotations

import pytest

from checks.social import marked, read
from smolint.checks.field_limits import OverLimit, TagsOverLimit, field_over_limit, tags_over_limit
from smolint.finding import Level
from smolint.platform import Fact, Platform


def platform(confidence="high", **facts):
    facts = {name: Fact(name, value, "docs", "2026-11", confidence) for name, value in facts.items()}
    return Platform("p", "P", "video", facts=facts)


PLACE = platform(title_max=10, description_max=20, description_max_ui=15, description_bytes=17, tags_total_max=20)
TITLE = OverLimit()
DESCRIPTION = OverLimit(("description",), True, "description_max", "description_max_ui", "description_bytes")


def over(text, options, place=PLACE, path="film.txt"):
    return marked([read(text, place, path=path)], field_over_limit, options)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("---\ntitle: 0123456789ab\n---\nx", ["ab"], id="too long"),
        pytest.param('---\ntitle: "0123456789ab"\n---\nx', ["ab"], id="in quotation marks"),
        pytest.param("---\ntitle: 012345678 ab\n---\nx", ["ab"], id="a space at the limit"),
        pytest.param("---\ntitle: e\u03010123456789a\n---\nx", ["9a"], id="a combining accent"),
        pytest.param("---\ntitle: 0123456789\n---\nx", [], id="as long as is accepted"),
        pytest.param("---\ntitle: [a, b]\n---\nx", [], id="no text"),
        pytest.param("0123456789ab", [], id="no title"),
        pytest.param("", [], id="an empty file"),
    ],
)
def test_titles(text, expected):
    assert over(text, TITLE) == expected


@pytest.mark.parametrize(
    ("text", "variant", "expected", "at_most"),
    [
        pytest.param("0123456789" * 2 + "ab", "", "ab", None, id="more than is accepted"),
        pytest.param("0123456789" + "abcdefg", "soft", "fg", Level.WARNING, id="more than some ways accept"),
        pytest.param("éééééééééé", "bytes", "éé", Level.WARNING, id="bytes"),
        pytest.param("---\ndescription: 0123456789abcdefg\n---\nx", "soft", "fg", Level.WARNING, id="a field"),
    ],
)
def test_descriptions(text, variant, expected, at_most):
    reading = read(text, PLACE, path="film.txt")
    (mark,) = field_over_limit(reading, DESCRIPTION)
    assert (mark.variant, reading.draft.source[mark.span], mark.at_most) == (variant, expected, at_most)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("0123456789abcde", id="as long as is accepted"),
        pytest.param("---\ndescription: short\n---\n" + "long " * 9, id="the body is not the description"),
        pytest.param("---\ndescription: ''\n---\nshort", id="an empty field"),
    ],
)
def test_good_descriptions(text):
    assert over(text, DESCRIPTION) == []


def test_the_values_are_in_the_unit_that_is_exceeded():
    (mark,) = field_over_limit(read("éééééééééé", PLACE, path="film.txt"), DESCRIPTION)
    assert mark.values == {"length": 20, "limit": 17, "surplus": 3, "platform": "P"}


def test_hearsay_raises_no_error():
    (mark,) = field_over_limit(read("---\ntitle: abc\n---\n", platform("low", title_max=2), path="a.txt"), TITLE)
    assert mark.at_most == Level.WARNING


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        pytest.param("[abcdefghi, abcdefghi, x]", ["x"], id="a list"),
        pytest.param("abcdefghij, abcdefghij, x", ["abcdefghij"], id="a text with commas"),
        pytest.param("[abcdefghij, abcdefghi]", [], id="twenty with the comma"),
        pytest.param("[abcdefghij, abc efgh]", ["abc efgh"], id="quotation marks for a space"),
        pytest.param("[1990, 1991, 1992, 1993, 1]", ["1"], id="numbers"),
        pytest.param("[]", [], id="an empty list"),
        pytest.param("''", [], id="an empty text"),
        pytest.param("', ,, a'", [], id="commas only"),
    ],
)
def test_tags(tags, expected):
    assert (
        marked([read(f"---\ntags: {tags}\n---\nx", PLACE, path="a.txt")], tags_over_limit, TagsOverLimit()) == expected
    )


def test_a_platform_without_a_limit():
    text = "---\ntags: [a, b]\ntitle: abc\n---\nx"
    reading = read(text, platform(), path="a.txt")
    assert [*tags_over_limit(reading, TagsOverLimit()), *field_over_limit(reading, TITLE)] == []
