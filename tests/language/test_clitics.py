"""French words with hyphens and apostrophes: which count as one, and which are several."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.language.words import word_spans


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in word_spans(text, "fr")]


@pytest.mark.parametrize("verb", ["dis", "prends", "allons", "va", "eût", "parle", "est", "puis"])
@pytest.mark.parametrize(
    "pronoun", ["je", "tu", "il", "elles", "on", "nous", "vous", "le", "la", "les", "lui", "y", "en"]
)
def test_a_pronoun_after_its_verb_is_a_word(verb: str, pronoun: str) -> None:
    assert words(f"{verb.capitalize()}-{pronoun} !") == [verb.capitalize(), pronoun]


@pytest.mark.parametrize("pronoun", ["il", "elle", "on", "ils", "elles"])
def test_the_t_between_them_is_none(pronoun: str) -> None:
    assert words(f"Parle-t-{pronoun} ?") == ["Parle", pronoun]


@pytest.mark.parametrize(
    "word",
    [
        "aujourd’hui",
        "c’est-à-dire",
        "rendez-vous",
        "main-d’œuvre",
        "presqu’île",
        "quelqu’une",
        "entr’acte",
        "prud’hommes",
        "porte-monnaie",
        "arc-en-ciel",
        "là-bas",
        "grand-père",
        "après-midi",
        "moi-même",
        "vis-à-vis",
        "chef-d’œuvre",
        "hors-d’œuvre",
        "grand-chose",
        "e-mail",
        "qu’en-dira-t-on",
        "on-dit",
    ],
)
def test_one_word(word: str) -> None:
    assert words(f"Un {word} ici") == ["Un", word, "ici"]
    assert words(word.capitalize()) == [word.capitalize()]


@pytest.mark.parametrize(
    "elided", ["l’", "d’", "j’", "n’", "s’", "t’", "m’", "c’", "qu’", "jusqu’", "lorsqu’", "puisqu’"]
)
@pytest.mark.parametrize("word", ["eau", "été", "aujourd’hui", "arc-en-ciel", "ONU"])
def test_an_elided_word_counts_on_its_own(elided: str, word: str) -> None:
    assert words(f"({elided}{word})") == [elided, word]
    assert words(f"{elided.upper()}{word}") == [elided.upper(), word]


@pytest.mark.parametrize("name", ["O’Reilly", "Marie-Claire", "Jean-Luc", "Saint-Yves", "Aix-les-Bains", "R&D"])
def test_names_are_one(name: str) -> None:
    assert words(f"{name} arrive") == [name, "arrive"]


@given(st.lists(st.sampled_from(["pain", "l’", "dis-je", "10\u00a0000", "arc-en-ciel", "été"]), max_size=8))
def test_words_count_the_same_alone_and_in_a_sentence(parts: list[str]) -> None:
    assert words(" ; ".join(parts)) == [word for part in parts for word in words(part)]
