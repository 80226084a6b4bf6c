"""Stems: what falls together, what stays apart, and what the rules are known not to reach."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.language.stems import stem, stems, without_accents


@pytest.mark.parametrize(
    ("language", "words"),
    [
        pytest.param("fr", "entreprise entreprises ENTREPRISE l’entreprise l'entreprise d’entreprises", id="a noun"),
        pytest.param("fr", "écologique écologiques Écologique ECOLOGIQUE", id="accents and capitals"),
        pytest.param("fr", "rénover rénové rénovée rénovées rénovation", id="a verb and its noun"),
        pytest.param("fr", "cheval chevaux", id="plural in -aux"),
        pytest.param("fr", "travail travaux", id="irregular plural"),
        pytest.param("fr", "œuvre œuvres l’oeuvre", id="a ligature"),
        pytest.param("fr", "gâteau gâteaux", id="plural in -x"),
        pytest.param("fr", "boulanger boulangère boulangères", id="feminine in -ère"),
        pytest.param("fr", "rédacteur rédactrice rédactrices", id="feminine in -trice"),
        pytest.param("fr", "actif active actives", id="feminine in -ve"),
        pytest.param("fr", "heureux heureuse heureuses", id="feminine in -euse"),
        pytest.param("fr", "qu’habitat jusqu’habitat habitat", id="elisions"),
        pytest.param("fr", "porte-fenêtre portes-fenêtres", id="a compound"),
        pytest.param("en", "bake bakes baked baking", id="English verb"),
        pytest.param("en", "baker bakers baker’s baker's bakers’", id="possessives"),
        pytest.param("en", "sky skies", id="plural in -ies"),
        pytest.param("en", "knife knives", id="plural in -ves"),
        pytest.param("en", "child children", id="irregular English plural"),
        pytest.param("de", "Straße straße", id="another language in capitals"),
    ],
)
def test_forms_of_a_word_share_their_stem(language, words):
    assert len(set(stems(words.split(), language))) == 1


@pytest.mark.parametrize(
    ("language", "words"),
    [
        pytest.param("fr", "pain pin", id="bread and pine"),
        pytest.param("fr", "pain pâte pâtisserie", id="near in spelling"),
        pytest.param("en", "university universe", id="university and universe"),
        pytest.param("en", "new news", id="new and news"),
        pytest.param("de", "Brot Brote", id="another language keeps its endings"),
        pytest.param("fr", "œil yeux", id="a plural that is known to stay apart"),
        pytest.param("fr", "coiffeur coiffeuse", id="a feminine that is known to stay apart"),
        pytest.param("en", "run ran", id="a strong verb, known to stay apart"),
    ],
)
def test_other_words_stay_apart(language, words):
    assert len(set(stems(words.split(), language))) == len(words.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Élève", "Eleve"), ("œuf", "oeuf"), ("plain", "plain"), ("ça", "ca"), ("", "")],
    ids=["accents", "a ligature", "nothing to do", "cedilla", "empty"],
)
def test_without_accents(text, expected):
    assert without_accents(text) == expected


@given(st.text(max_size=20), st.sampled_from(["en", "fr", ""]))
def test_any_text_has_a_stem_in_lower_case(word, language):
    assert stem(word, language) == stem(word.casefold(), language)


def test_the_stemmers_are_not_loaded_until_needed():
    code = "import sys, smolint.language.stems; sys.exit('snowballstemmer' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
