from __future__ import annotations

import pytest

from checks.made import made, marked
from smolint.checks.readability import HardToRead, ease_of, hard_to_read
from smolint.language.readability import reading_ease

EASY = "We bake at dawn. The oven is hot. The shop is small. "
HARD = "The municipal bakery association publishes nutritional information. "
HARDEST = (
    "Interdepartmental collaboration necessitates the systematic reconsideration of organisational responsibilities."
)
FRENCH = "La généralisation des procédures de communication facilite l’harmonisation institutionnelle. "
OPTIONS = {"min_sentences": 3, "min_words": 10}


def hard(reading, **options):
    return list(hard_to_read(reading, HardToRead(**{**OPTIONS, **options})))


def test_the_score_is_that_of_the_formula():
    ease = ease_of(made("We bake at dawn. The oven is hot."))
    assert (ease.words, ease.syllables, len(ease.sentences)) == (8, 9, 2)
    assert ease.score == pytest.approx(206.835 - 1.015 * 4 - 84.6 * 9 / 8)


def test_french_has_its_own_formula():
    ease = ease_of(made("Le four est chaud.", language="fr"))
    assert ease.score == reading_ease(4, 1, 4, "fr")


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        pytest.param(["We bake.", ("quote", "They bake too.")], 2, id="quotations"),
        pytest.param(["We bake.", ("code", "bake --hot")], 2, id="code"),
        pytest.param(["See https://bakery.example/oven or mail anna@bakery.example now."], 4, id="addresses"),
    ],
)
def test_what_is_left_out(parts, words):
    assert ease_of(made(*parts)).words == words


@pytest.mark.parametrize("language", ["de", ""], ids=["German", "unknown"])
def test_a_language_without_formula_has_no_score(language):
    assert ease_of(made(HARD, language=language)) is None


def test_an_empty_text_has_no_score():
    assert ease_of(made()) is None


def test_marks_the_sentence_that_weighs_most():
    reading = made(HARD * 3, HARD + HARDEST, ("heading", HARDEST[:-1]))
    (mark,) = hard(reading)
    assert marked(reading, [mark]) == [HARDEST]
    assert (mark.values["limit"], mark.values["class_en"], mark.values["lines"]) == (30, "very difficult", "3, 1")
    assert mark.values["score"] < 0


def test_french_is_measured_on_its_own_scale():
    (mark,) = hard(made(FRENCH * 4, language="fr"))
    assert (mark.values["limit"], mark.values["class_fr"]) == (50, "très difficile")


def test_the_sentences_of_others_are_not_the_ones_to_mend():
    reading = made(HARD * 3, ("quote", HARDEST))
    assert marked(reading, hard(reading)) == [HARD.strip()]


@pytest.mark.parametrize(
    ("reading", "options"),
    [
        pytest.param(made(EASY * 3), {}, id="easy"),
        pytest.param(made(HARD * 4), {"min_sentences": 5}, id="few sentences"),
        pytest.param(made(HARD * 4), {"min_words": 100}, id="few words"),
        pytest.param(made(HARD * 4, title="Announcing Oven 1.4.2"), {}, id="a release note"),
        pytest.param(made(HARD * 4, language="de"), {}, id="another language"),
        pytest.param(made(("quote", HARD * 4)), {}, id="quotations only"),
        pytest.param(made(*["Interoperability considerations"] * 20), {}, id="an index of terms"),
        pytest.param(made(HARD * 4), {"min_english": -500}, id="another limit"),
    ],
)
def test_leaves_alone(reading, options):
    assert hard(reading, **options) == []


@pytest.mark.parametrize(
    ("text", "language", "syllables"),
    [
        pytest.param("more HTML", "en", 2, id="letters"),
        pytest.param("the U.S. and its APIs", "en", 5, id="dotted, and in the plural"),
        pytest.param("W3C npm Mr", "en", 3, id="figures and letters without a vowel"),
        pytest.param("OPEN TODAY", "en", 4, id="words that shout are no abbreviations"),
        pytest.param("the README.md", "en", 4, id="a name with a vowel"),
        pytest.param("l’arbre d’HTML", "fr", 2, id="an elided word has no syllable"),
    ],
)
def test_an_abbreviation_is_one_syllable(text, language, syllables):
    assert ease_of(made(text, language=language)).syllables == syllables


def test_french_words_are_counted_whole():
    ease = ease_of(made("L’arbre d’ici, donne-le-moi. Où va-t-il ?", language="fr"))
    assert (ease.words, len(ease.sentences)) == (5, 2)


def test_headings_and_tables_are_read_but_no_quotation():
    ease = ease_of(made("We bake.", ("heading", "Bread"), ("cell", "Rye"), ("quote", "Give us this day our bread.")))
    assert (ease.words, len(ease.sentences)) == (4, 3)
