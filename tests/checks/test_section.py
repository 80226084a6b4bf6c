from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.made import made, marked
from smolint import lint_text
from smolint.checks.section import TooLong, section_too_long, sections
from smolint.finding import Level

LINE = "We bake at dawn and sell at six."  # 8 words
LONG = " ".join([LINE] * 4)
HEADING = ("heading", "The morning")


def found(reading, limit=20, far=40):
    marks = list(section_too_long(reading, TooLong(limit, far)))
    return marked(reading, marks), [(mark.variant, mark.values["words"], mark.at_most) for mark in marks]


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        pytest.param([LINE], [(None, 8)], id="no heading"),
        pytest.param([LINE, HEADING, LINE, LINE], [(None, 8), ("The morning", 16)], id="text before the first heading"),
        pytest.param([HEADING, LINE, HEADING], [("The morning", 8), ("The morning", 0)], id="a heading without text"),
        pytest.param([HEADING, ("quote", LINE), ("item", LINE)], [("The morning", 8)], id="a quotation is left out"),
        pytest.param([HEADING, ("code", LINE)], [("The morning", 0)], id="code is left out"),
        pytest.param([], [], id="an empty draft"),
    ],
)
def test_counts_the_words_between_headings(parts, expected):
    assert [(one.heading and one.heading.text, one.words) for one in sections(made(*parts))] == expected


def test_a_list_of_links_is_left_out():
    assert [one.words for one in sections(made(LINE, within=("link-list",)))] == []


@given(st.lists(st.sampled_from([LINE, HEADING, ("item", LINE)])))
def test_no_word_is_lost_or_counted_twice(parts):
    assert sum(one.words for one in sections(made(*parts))) == 8 * sum(part != HEADING for part in parts)


def test_marks_the_heading_of_a_long_section():
    assert found(made(LINE, HEADING, LONG, HEADING, LINE)) == (["The morning"], [("", 32, Level.SUGGESTION)])


def test_far_too_long_is_no_mere_suggestion():
    assert found(made(LINE, HEADING, LONG), far=30)[1] == [("", 32, None)]


def test_marks_the_first_sentence_before_the_first_heading():
    assert found(made(LONG, HEADING, LINE)) == ([LINE], [("start", 32, Level.SUGGESTION)])


def test_marks_the_first_sentence_of_a_long_text_without_headings():
    assert found(made(LONG)) == ([LINE], [("none", 32, Level.SUGGESTION)])


def test_a_title_in_the_body_is_no_heading_between_parts():
    body = f"# Our bakery\n\n{'word ' * 400}\n"
    messages = [one.message for one in lint_text(body, platform="wordpress") if one.rule == "seo/section-too-long"]
    assert messages == ["This text of 400\u00a0words has no subheading: beyond 300, readers who skim lose their place."]


@pytest.mark.parametrize(
    ("parts", "fields"),
    [
        pytest.param([LINE, LINE], {}, id="short"),
        pytest.param([LINE, HEADING, LINE, HEADING, LINE], {}, id="well divided"),
        pytest.param([LINE, *[("quote", LONG)] * 3], {}, id="long by its quotations"),
        pytest.param([LONG, LONG], {"podcast": "12.mp3"}, id="the transcript of an episode"),
    ],
)
def test_leaves_alone(parts, fields):
    assert found(made(*parts, fields=fields)) == ([], [])


@pytest.mark.parametrize(
    ("words", "needed"), [(21, 1), (40, 1), (41, 2), (100, 4)], ids=["a word too many", "twice", "more", "far more"]
)
def test_says_how_many_headings_are_missing(words, needed):
    (mark,) = section_too_long(made("word " * words), TooLong(20, 20))
    assert mark.values["missing"] == needed
