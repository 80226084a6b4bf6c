from pathlib import Path

import pytest

from checks.made import link, made, marked
from smolint.check import Trouble
from smolint.checks.unknown_word import UnknownWord, unknown_word

OWN = Path(__file__).parent.parent / "data" / "dictionaries"


def found(*parts, language="en", **options):
    reading = made(*parts, language=language)
    return marked(reading, list(unknown_word(reading, UnknownWord(**options))))


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        pytest.param("en", "The baker has a new adress, and the bread is fresh.", ["adress"], id="English"),
        pytest.param("fr", "L’évenement est là-bas, dit-il, avec du pain frais.", ["évenement"], id="after an elision"),
        pytest.param("fr", "Le boulanger est là. Evénement nouveau.", ["Evénement"], id="an accent on a first capital"),
        pytest.param("fr", "Parlez-nous du coeur, boulanger, dit-elle.", ["coeur"], id="a ligature"),
    ],
)
def test_marks_likely_slips(language, text, words):
    assert found(text, language=language) == words


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("en", "The bread of Adress is fresh, says the baker.", id="a name"),
        pytest.param("en", "Adress, the baker, has bread.", id="a capital at the start of an English sentence"),
        pytest.param("en", "The bread is in src/adress.md, --adress and #adress.", id="paths, options, hashtags"),
        pytest.param("en", "The ADRESS and the aDress of adress2 at x@adress.example.", id="no plain words"),
        pytest.param("en", "The webhooks of our backend makes bread.", id="jargon"),
        pytest.param("en", "The roadmap colour is organised natively.", id="words that are made freely"),
        pytest.param("en", "The adresss is fresh, nooo.", id="no letter stands thrice"),
        pytest.param("fr", "Le boulanger est fresh, et le pain well-known.", id="English words in French"),
        pytest.param("fr", "Le boulanger XIV est là, iii et xvie.", id="Roman numerals"),
        pytest.param("fr", "Les boulanger·ères sont là avec les boulanger(ère)s.", id="women and men"),
        pytest.param("fr", "Aujourd’hui le porte-monnaie est celui-ci, jusqu’à l’aube.", id="elisions and hyphens"),
        pytest.param("en", "El adress panadero pan fresco delivrey colr una masa makess.", id="another language"),
    ],
)
def test_what_is_no_likely_slip_is_left_alone(language, text):
    assert found(text, language=language) == []


def test_one_finding_for_all_places_of_a_word():
    reading = made("The adress is new.", "It is not the adress of the baker.")
    (mark,) = unknown_word(reading, UnknownWord())
    assert mark.values == {"word": "adress", "count": 2, "corrections": "“address”"}
    assert mark.variant == "close"


def test_a_word_that_comes_again_and_again_is_meant():
    text = "The adress of the baker is not the adress of the bread, and the adress is fresh, of the new house and map."
    assert found(text) == []
    assert found(text, repeated=4) == ["adress"]


def test_offers_one_correction_as_an_unsafe_fix():
    reading = made("The adress of the baker is new.")
    (mark,) = unknown_word(reading, UnknownWord())
    assert mark.fix is not None
    assert not mark.fix.safe
    assert mark.fix.title == "adress → address"
    assert [edit.content for edit in mark.fix.edits] == ["address"]


def test_words_of_the_code_and_of_addresses_are_meant():
    assert found("The adress of the baker is new.", link("https://adress.example/")) == []
    assert found("The adress of the baker is new.", ("code", "adress = 1")) == []


def test_quotations_are_left_as_they_were_said():
    reading = made(("quote", "The adress of the baker is new."), within=("quote",))
    assert list(unknown_word(reading, UnknownWord())) == []


def test_options_of_the_user():
    assert found("The adress is new.", words=("Adress",)) == []
    assert found("The zxqvbn is new, says the baker.", without_correction=True) == ["zxqvbn"]
    assert found("Le boulanger est fresh.", language="fr", other_language=False, without_correction=True) == ["fresh"]
    assert found("The adress is new.", dictionaries=("en_US",), dicpath=str(OWN)) == ["adress"]


def test_says_how_to_get_a_dictionary(tmp_path):
    reading = made("The adress of the baker is new.")
    (trouble,) = unknown_word(reading, UnknownWord(dicpath=str(tmp_path)))
    assert isinstance(trouble, Trouble)
    assert "apt install hunspell-en-us" in str(trouble.problem)


def test_the_other_language_needs_no_dictionary(tmp_path):
    for name in ("fr.aff", "fr.dic"):
        (tmp_path / name).write_bytes((OWN / name).read_bytes())
    assert found("L’évenement est frais.", language="fr", dicpath=str(tmp_path)) == ["évenement"]
