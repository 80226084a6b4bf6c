from __future__ import annotations

import pytest

from checks.made import made, marked
from smolint.check import NoOptions
from smolint.checks.repeated import repeated_punctuation, repeated_word
from smolint.edits import Replacement, replace_all


def look(check, text, language="en", **changes):
    reading = made(text, language=language, **changes)
    return reading, list(check(reading, NoOptions()))


def mended(check, text, language="en"):
    reading, marks = look(check, text, language)
    edits = [Replacement(*edit.span, edit.content) for mark in marks if mark.fix for edit in mark.fix.edits]
    return replace_all(reading.draft.source.text, edits).removesuffix("\n\n")


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        pytest.param("en", "in the the oven", "in the oven", id="an article"),
        pytest.param("en", "The the oven", "The oven", id="a capital first"),
        pytest.param("en", "with\nthe oven of the\nthe town", "with\nthe oven of\nthe town", id="over a line's end"),
        pytest.param("fr", "le four de de la ville", "le four de la ville", id="a French preposition"),
    ],
)
def test_a_word_written_twice_loses_one(language, text, wanted):
    assert mended(repeated_word, text, language) == wanted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "He had had bread, and that that is is.", id="words that may stand twice"),
        pytest.param("en", "It is a, a loaf. The. The oven.", id="marks between"),
        pytest.param("en", "See the The Who tonight", id="a name"),
        pytest.param("en", "to to-do and a a-z", id="a compound"),
        pytest.param("fr", "Nous nous levons, vous vous levez", id="pronouns"),
        pytest.param("fr", "Il parle de De Gaulle et de de Gaulle", id="a name with a particle"),
        pytest.param("fr", "La la la, très très bon", id="a song and an emphasis"),
    ],
)
def test_words_that_are_meant_twice_stay(language, text):
    assert look(repeated_word, text, language)[1] == []


@pytest.mark.parametrize(
    ("text", "sign", "safe"),
    [
        pytest.param("Bread,, butter", ",,", True, id="commas"),
        pytest.param("Bread;; butter", ";;", True, id="semicolons"),
        pytest.param("Bread is hot.. Come", "..", False, id="two dots"),
        pytest.param("Bread is hot!!", "!!", False, id="exclamation marks"),
        pytest.param("Who comes??? All", "???", False, id="question marks"),
    ],
)
def test_a_mark_written_twice(text, sign, safe):
    reading, marks = look(repeated_punctuation, text)
    assert marked(reading, marks) == [sign]
    assert marks[0].fix.safe is safe


@pytest.mark.parametrize("text", ["Really?!", "Wait...", "see ../a", "1..5", "a ?? b : c", "std::vector", "....."])
def test_marks_that_are_meant_stay(text):
    assert look(repeated_punctuation, text)[1] == []


def test_the_title_is_left_to_its_own_rule():
    assert look(repeated_punctuation, "Text.", title="Fresh bread!!")[1] == []
