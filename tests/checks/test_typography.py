from __future__ import annotations

import pytest

from checks.made import made
from smolint.check import NoOptions
from smolint.checks.typography import StraightQuotes, dashes, ellipsis, straight_quotes
from smolint.edits import Replacement, replace_all

WIDE = "\u00a0"


def mended(check, text, language="en", options=None, **changes):
    reading = made(text, language=language, **changes)
    marks = list(check(reading, options or NoOptions()))
    edits = [Replacement(*edit.span, edit.content) for mark in marks if mark.fix for edit in mark.fix.edits]
    return replace_all(reading.draft.source.text, edits).removesuffix("\n\n")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param("Wait... it is hot", "Wait… it is hot", id="after a word"),
        pytest.param("It is hot...", "It is hot…", id="at the end"),
        pytest.param("...and so on", "…and so on", id="before a word"),
        pytest.param("(bread, butter...)", "(bread, butter…)", id="in brackets"),
    ],
)
def test_three_dots_become_an_ellipsis(text, wanted):
    assert mended(ellipsis, text) == wanted


@pytest.mark.parametrize("text", ["a....", "[...] and so on", "1...5", "../a", "du pain, etc... et", "see a...b"])
def test_other_dots_stay(text):
    assert mended(ellipsis, text) == text


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        pytest.param("en", "The oven -- hot -- hums", "The oven – hot – hums", id="spaced, in English"),
        pytest.param("en", "The oven--hot--hums", "The oven—hot—hums", id="tight, in English"),
        pytest.param("en", "The oven---hot", "The oven—hot", id="three hyphens"),
        pytest.param("fr", "Le four -- chaud -- ronfle", "Le four – chaud – ronfle", id="in French"),
    ],
)
def test_two_hyphens_become_a_dash(language, text, wanted):
    assert mended(dashes, text, language) == wanted


@pytest.mark.parametrize("text", ["Run it with --fix -- now", "a ---- b", "well-known and 9-5", "the end --", "x --y"])
def test_other_hyphens_stay(text):
    assert mended(dashes, text) == text


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        pytest.param("en", 'He said "bread" here', "He said “bread” here", id="English quotation"),
        pytest.param("fr", 'Il dit "du pain" ici', f"Il dit «{WIDE}du pain{WIDE}» ici", id="French quotation"),
        pytest.param("en", "We don't and it's so", "We don’t and it’s so", id="English apostrophes"),
        pytest.param("fr", "L'été, qu'il vienne d'ici", "L’été, qu’il vienne d’ici", id="French apostrophes"),
    ],
)
def test_straight_marks_become_typographic(language, text, wanted):
    assert mended(straight_quotes, text, language, StraightQuotes()) == wanted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", 'a 5" loaf and a 6" one', id="inches"),
        pytest.param("en", "rock 'n' roll in the '90s", id="apostrophes that could be quotation marks"),
        pytest.param("en", 'He said "bread and left', id="a mark without its other"),
        pytest.param("fr", f'Il dit «{WIDE}le "pain" est bon{WIDE}» ici', id="a quotation in another"),
        pytest.param("fr", "Il court 2' de plus", id="minutes"),
    ],
)
def test_other_straight_marks_stay(language, text):
    assert mended(straight_quotes, text, language, StraightQuotes()) == text


def test_a_house_may_want_apostrophes_only():
    options = StraightQuotes(quotes=False)
    assert mended(straight_quotes, 'We don\'t say "bread"', options=options) == 'We don’t say "bread"'


def test_a_draft_has_one_finding_of_each_kind():
    reading = made("Wait... and wait...", "And wait...")
    (mark,) = ellipsis(reading, NoOptions())
    assert mark.values["count"] == 3
    assert len(mark.fix.edits) == 3


def test_code_and_a_third_language_are_left_alone():
    assert mended(ellipsis, "Write wait... so", code=((6, 13),)) == "Write wait... so"
    assert mended(ellipsis, "Warten... das Brot", "de") == "Warten... das Brot"
