"""Occurrence, repetition, consistency and conditional rules, through rule files."""

from __future__ import annotations

import pytest

from checks.packed import marked, mended, messages


def rule(check: str, *lines: str, message: str = "{match}") -> str:
    return "\n".join([f"extends: {check}", f'message: "{message}"', *lines])


COMMAS = rule("occurrence", "scope: [sentence]", "max: 2", "token: ','", message="{count} commas")


@pytest.mark.parametrize(
    ("lines", "text", "expected"),
    [
        pytest.param(COMMAS, "One, two, three, four. One, two.", ["3 commas"], id="too many in a sentence"),
        pytest.param(COMMAS, "One, two, three. Four, five.", [], id="few enough"),
        pytest.param(rule("occurrence", "scope: [raw]", "min: 3", "token: '\\w+'", message="{count}"), "Too short",
                     ["2"], id="too few"),
        pytest.param(rule("occurrence", "scope: [raw]", "min: 1", "token: Summary", message="none"), "A post.",
                     ["none"], id="none at all"),
        pytest.param(rule("occurrence", "scope: [raw]", "min: 1", "token: Summary", message="none"), "Summary: yes",
                     [], id="there"),
        pytest.param(rule("occurrence", "max: 1", "ignorecase: true", "token: very"), "Very, very", ["Very"],
                     id="any case"),
    ],
)  # fmt: skip
def test_counts(tmp_path, lines, text, expected):
    assert messages(tmp_path, lines, text) == expected


WORDS = rule("repetition", "tokens: ['[^\\s.!?]+']", "alpha: true", "ignorecase: true")


@pytest.mark.parametrize(
    ("lines", "text", "expected"),
    [
        pytest.param(WORDS, "It is is good.", ["is is"], id="twice"),
        pytest.param(WORDS, "The\nthe oven.", ["The\nthe"], id="over the end of a line"),
        pytest.param(WORDS, "A word with *use* use.", ["use* use"], id="over markup"),
        pytest.param(WORDS, "Forget that. That is fine.", [], id="in two sentences"),
        pytest.param(WORDS, "It takes 10 10 times.", [], id="no letters"),
        pytest.param(WORDS + "\nexceptions: [bla]", "Le bla bla habituel.", [], id="an exception"),
        pytest.param(WORDS + "\nmax: 1", "so so. It is so so so good.", ["so so"], id="once is fine"),
    ],
)
def test_finds_repetitions(tmp_path, lines, text, expected):
    assert marked(tmp_path, lines, text) == expected


def test_a_repetition_is_cut_to_one_word(tmp_path):
    assert mended(tmp_path, WORDS + "\naction: {name: edit, params: [truncate, ' ']}", "It is is good.") == ["is"]


EITHER = rule("consistency", "ignorecase: true", "either: {colour: color, 'e-?mail': 'courriel'}")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A colour.\n\nA color.", ["color"], id="two ways"),
        pytest.param("A colour, a Colour.", [], id="one way"),
        pytest.param("A color and an email.", [], id="pairs are apart"),
        pytest.param("Email.\n\nMail.\n\nUn courriel, un e-mail.", ["e-mail"], id="patterns"),
    ],
)
def test_wants_one_way(tmp_path, text, expected):
    assert marked(tmp_path, EITHER, text) == expected


ACRONYM = rule(
    "conditional",
    "first: '\\b([A-Z]{3,5})\\b'",
    "second: '(?:\\b[A-Z][a-z]+ )+\\(([A-Z]{3,5})\\)'",
    "exceptions: [HTML]",
)
PRESENT = rule("conditional", "first: Section", "second: 'Summary:'", "scope: [raw]")


@pytest.mark.parametrize(
    ("lines", "text", "expected"),
    [
        pytest.param(ACRONYM, "The World Health Organization (WHO) met. WHO said so.", [], id="defined"),
        pytest.param(ACRONYM, "The WHO met.", ["WHO"], id="not defined"),
        pytest.param(ACRONYM, "The World Health Organization (WHO) and the NFL.", ["NFL"], id="one of two"),
        pytest.param(ACRONYM, "The WHO.\n\nWorld Health Organization (WHO).\n\nWHO.", ["WHO"], id="too late"),
        pytest.param(ACRONYM, "Write HTML.", [], id="an exception"),
        pytest.param(PRESENT, "Section one", ["Section"], id="nothing of the kind"),
        pytest.param(PRESENT, "Summary: two\n\nSection one", [], id="there"),
    ],
)
def test_wants_what_belongs_together(tmp_path, lines, text, expected):
    assert marked(tmp_path, lines, text) == expected
