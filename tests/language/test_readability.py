import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.language.readability import reading_ease
from smolint.language.syllables import syllables


def test_flesch_for_english():
    assert reading_ease(100, 5, 150, "en") == pytest.approx(206.835 - 1.015 * 20 - 84.6 * 1.5)


def test_kandel_and_moles_for_french():
    assert reading_ease(100, 5, 150, "fr") == pytest.approx(207 - 1.015 * 20 - 73.6 * 1.5)


@pytest.mark.parametrize(
    ("words", "sentences", "language"),
    [
        pytest.param(100, 5, "", id="unknown language"),
        pytest.param(100, 5, "es", id="a language without formula here"),
        pytest.param(0, 0, "fr", id="no words"),
        pytest.param(3, 0, "en", id="no sentences"),
    ],
)
def test_no_reading_ease(words, sentences, language):
    assert reading_ease(words, sentences, 150, language) is None


_FRENCH = {
    1: "le qui rue vie yeux trois août temps cent arbre langue parlent doivent forment font pluie",
    2: "maison client payer pays pigeon noël souvent parent argent pratique créée présentent théâtre moment",
    3: "création réunion février ouvrier travailler vidéo président excellent accident poésie égoïste",
    4: "coopérer télévision intelligence SNCF évidemment",
    5: "développement",
}
_ENGLISH = {
    1: "the cheese walked you're makes through house don't horse",
    2: "people table used-up didn't being homepage business science wanted unique",
    3: "idea creating beautiful API important",
    4: "information initiative technology California",
    5: "university",
}


@pytest.mark.parametrize(
    ("word", "count"),
    [pytest.param(word, count, id=word) for count, words in _FRENCH.items() for word in words.split()],
)
def test_french_syllables(word, count):
    assert syllables(word, "fr") == count


@pytest.mark.parametrize(
    ("word", "count"),
    [pytest.param(word, count, id=word) for count, words in _ENGLISH.items() for word in words.split()],
)
def test_english_syllables(word, count):
    assert syllables(word, "en") == count


@pytest.mark.parametrize("word", ["l’", "qu’", "d'"])
def test_an_elided_word_has_no_syllable_of_its_own(word):
    assert syllables(word, "fr") == 0


@given(st.text(min_size=1), st.sampled_from(["fr", "en", ""]))
def test_syllables_of_any_text_are_few(word, language):
    assert 0 <= syllables(word, language) <= 6 * len(word)
