"""Syllables of English and French words, as people count them when they clap."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.language.syllables import syllables


def counted(words: str, language: str) -> dict[str, int]:
    return {word: syllables(word, language) for word in words.split()}


@pytest.mark.parametrize(
    ("words", "count"),
    [
        pytest.param("bread cake loaves baked stopped the I through strength don't", 1, id="one"),
        pytest.param("oven table little wanted needed being quiet science couldn't prism", 2, id="two"),
        pytest.param("bakery idea area employee beautiful creating flexible", 3, id="three"),
        pytest.param("initiative education presidential january", 4, id="four"),
        pytest.param("well-known check-in", 2, id="with a hyphen"),
        pytest.param("we're it’s they'll", 1, id="contracted"),
    ],
)
def test_english(words: str, count: int) -> None:
    assert counted(words, "en") == dict.fromkeys(words.split(), count)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        pytest.param("pain four sel eau tu parlent tables pâtes fraîche veulent manquent crient", 1, id="one"),
        pytest.param(
            "maison pétrin souvent moment content payer hier-soir client réel créer cruel",
            2,
            id="two",
        ),
        pytest.param("boulanger chocolat réussir croustillant oublié création", 3, id="three"),
        pytest.param("boulangerie aéroport", 4, id="four"),
    ],
)
def test_french(words: str, count: int) -> None:
    assert counted(words, "fr") == dict.fromkeys(words.split(), count)


@pytest.mark.parametrize(
    ("word", "language", "count"),
    [
        pytest.param("l’", "fr", 0, id="an elided word"),
        pytest.param("l'", "fr", 0, id="an elided word, straight"),
        pytest.param("parlent", "fr", 1, id="the ending of a verb"),
        pytest.param("souvent", "fr", 2, id="the same ending, spoken"),
        pytest.param("forment", "fr", 1, id="a verb whose stem ends in m"),
        pytest.param("moment", "fr", 2, id="a noun in -ment"),
        pytest.param("arc-en-ciel", "fr", 3, id="parts with hyphens"),
        pytest.param("porte-monnaie", "fr", 4, id="a final e that a second part makes heard"),
        pytest.param("elle-même", "fr", 2, id="a final e that stays silent"),
        pytest.param("HTML", "en", 4, id="letters one by one"),
        pytest.param("www", "en", 9, id="a letter of three syllables"),
        pytest.param("42", "en", 1, id="a figure"),
        pytest.param("", "fr", 1, id="nothing"),
        pytest.param("Straße", "de", 2, id="another language"),
        pytest.param("brr", "de", 1, id="no vowel"),
    ],
)
def test_special_words(word: str, language: str, count: int) -> None:
    assert syllables(word, language) == count


@given(st.text(st.sampled_from("abceilnoqrstuyéèêïœ'’-1"), max_size=15), st.sampled_from(["en", "fr", ""]))
def test_counts_are_small_and_case_does_not_matter(word: str, language: str) -> None:
    count = syllables(word, language)
    assert 0 <= count <= 3 * max(1, len(word))
    assert syllables(word.upper(), language) == count


@given(st.lists(st.sampled_from(["pain", "maison", "sel", "four"]), min_size=1, max_size=5))
def test_parts_with_hyphens_add_up(parts: list[str]) -> None:
    assert syllables("-".join(parts), "fr") == sum(syllables(part, "fr") for part in parts)


_LEXIQUE = Path(__file__).parents[1] / "data" / "french-syllables.tsv"


def test_french_words_as_in_a_public_list() -> None:
    """Weighed by how often each word is read and heard: Lexique's counts, 98 in 100 at least."""
    with _LEXIQUE.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t"))
    right = sum(float(row["per_million"]) for row in rows if syllables(row["word"], "fr") == int(row["syllables"]))
    assert len(rows) == 500
    assert right >= 0.98 * sum(float(row["per_million"]) for row in rows)
