from pathlib import Path

import pytest

from checks.made import made, marked
from smolint.check import Trouble
from smolint.checks.spelling import Spelling, spelling

OWN = Path(__file__).parent.parent / "data" / "dictionaries"


def found(text, language="en", **options):
    reading = made(text, language=language)
    return marked(reading, list(spelling(reading, Spelling(**options))))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fr", "Aujourd’hui l’odeur du pain est là-bas, dit-il, jusqu’à l’aube.", id="elisions"),
        pytest.param("fr", "Le porte-monnaie est celui-ci ; vas-y, parlez-nous.", id="hyphens"),
        pytest.param("fr", "C'est l'adresse d'elle, et l'événement du boulanger.", id="straight apostrophes"),
        pytest.param("en", "The baker’s bread is well-known and he doesn't eat.", id="a word with a sign in it"),
        pytest.param("en", "The BREAD of the JavaScript baker at 25e.", id="mixed case, capitals, figures"),
        pytest.param("en", "The baker doesn‘t eat.", id="an apostrophe turned the wrong way round"),
        pytest.param("en", "The bread is オプション, хлеб.", id="words in other scripts"),
        pytest.param("en", "The #bredd of @bakker is at https://bakkery.example/bredd", id="hashtags and addresses"),
    ],
)
def test_right_text_is_left_alone(language, text):
    assert found(text, language, filters=("doesn",)) == []


def test_marks_each_place_of_an_unknown_word():
    assert found("The bredd is the bredd of Xylo.") == ["bredd", "bredd", "Xylo"]


def test_finds_words_with_accents_that_are_wrong():
    assert found("L’évenement est très nouvéau, et l’ourson là.", "fr") == ["évenement", "nouvéau", "ourson"]


def test_gives_the_word_as_first_value():
    reading = made("The bredd is fresh.")
    (mark,) = spelling(reading, Spelling())
    assert mark.values == {"0": "bredd", "match": "bredd"}


@pytest.mark.parametrize(
    "options",
    [
        pytest.param({"filters": ("bred+",)}, id="a filter"),
        pytest.param({"exceptions": ("BREDD",)}, id="an exception in any case"),
        pytest.param({"dictionaries": ("house",)}, id="a dictionary by name"),
        pytest.param({"aff": "house.aff", "dic": "house.dic"}, id="a dictionary by its files"),
        pytest.param({"aff": "house.aff", "dic": "house.dic", "append": True}, id="a dictionary besides the usual"),
        pytest.param({"ignore": ("words.txt",)}, id="a file of words"),
    ],
)
def test_what_the_rule_takes_for_right(tmp_path, options):
    (tmp_path / "house.aff").write_text("SET UTF-8\n")
    (tmp_path / "house.dic").write_text("4\nthe\nbredd\nis\nfresh\n")
    (tmp_path / "words.txt").write_text("bredd\n#\n")
    if "dictionaries" in options:
        options = {**options, "dicpath": "."}
    reading = made("The bredd is fresh.", root=tmp_path)
    assert list(spelling(reading, Spelling(**options))) == []


def test_custom_rules_look_at_numbers_too():
    assert found("The 12nd bread is at 25x.", custom=True, filters=("^[a-zA-Z]+$",)) == ["12nd", "25x"]


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        pytest.param({"dictionaries": ("xx_YY",)}, "xx_YY", id="a dictionary that is not installed"),
        pytest.param({"aff": "no.aff", "dic": "no.dic"}, "no", id="files that are not there"),
        pytest.param({"ignore": ("none.txt",)}, "none.txt", id="a file of words that is not there"),
    ],
)
def test_says_why_it_cannot_look_up(tmp_path, options, problem):
    reading = made("The bredd is fresh.", root=tmp_path)
    (trouble,) = spelling(reading, Spelling(**options))
    assert isinstance(trouble, Trouble)
    assert f"'{problem}'" in str(trouble.problem)
