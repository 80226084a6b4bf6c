import time

import pytest

from smolint.language.passives import passives
from smolint.language.sentences import sentence_spans
from smolint.language.words import worded


def found(text: str, language: str) -> list[str]:
    starts = [start for start, _ in sentence_spans(text, language)]
    ranges = passives(worded(text, language), starts, language)
    return [text[start:end] for start, end in ranges]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The bread was baked by Ada.", "was baked", id="a regular participle"),
        pytest.param("The shop is often run well.", "is often run", id="an irregular one after an adverb"),
        pytest.param("They haven't been seen since.", "haven't been seen", id="a perfect from its first auxiliary"),
        pytest.param("The oven will be cleaned tomorrow.", "be cleaned", id="a future"),
        pytest.param("You're being watched.", "You're being watched", id="a contraction"),
        pytest.param("It's called rye.", "It's called", id="a complement after the participle"),
        pytest.param("Are they made here?", "Are they made", id="a question"),
        pytest.param("We get paid on Friday.", "get paid", id="get"),
        pytest.param("She was awarded funding.", "was awarded", id="an object after the participle"),
        pytest.param("We were inspired by her bread.", "were inspired", id="a feeling with an agent"),
        pytest.param("Nothing was done about it.", "was done", id="done about something"),
        pytest.param("Were any loaves sold?", "Were any loaves sold", id="a question with a noun"),
        pytest.param("Rye is a loaf made for winter.", "is a loaf made", id="a participle behind its noun"),
        pytest.param("This is a loaf kneaded by Ada.", "is a loaf kneaded", id="behind its noun, with an agent"),
        pytest.param("We get things done.", "get things done", id="get something done"),
        pytest.param("Using what's called a proof.", "what's called", id="what's called"),
        pytest.param("The dough must be kneaded goes the rule.", "be kneaded", id="be before any word"),
        pytest.param("The bread is, I know,  was  soon\nsold.", "was  soon\nsold", id="over blanks and a line's end"),
    ],
)
def test_english_passives_are_found(text, expected):
    assert found(text, "en") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We are interested in bread.", id="a feeling"),
        pytest.param("I am very tired today.", id="a state after a degree"),
        pytest.param("There are related posts below.", id="an adjective before a noun"),
        pytest.param("It's worked for years.", id="has, contracted"),
        pytest.param("He's baked a cake.", id="has, contracted, with an object"),
        pytest.param("She has baked the bread.", id="an active perfect"),
        pytest.param("Call me when you are done.", id="a person who is done"),
        pytest.param("I am used to rising early.", id="used to doing"),
        pytest.param("Let us get started.", id="get started"),
        pytest.param("The soil is red, and indeed we need seed.", id="no participles in -ed"),
        pytest.param("The answer was unexpected.", id="an adjective in un-"),
        pytest.param("They are open-minded people.", id="a compound adjective"),
        pytest.param("You should be prepared to wait.", id="prepared to do something"),
        pytest.param("This is a highly demanded bread.", id="an adjective within a noun"),
        pytest.param("That was the oven we used in spring.", id="a clause behind its noun"),
        pytest.param("Here are some loaves we've baked to please.", id="a perfect behind a noun"),
        pytest.param("It was the day Ada moved to London.", id="a past tense behind a noun"),
        pytest.param("He is going home. Baked bread waits.", id="a participle in the next sentence"),
    ],
)
def test_english_actives_are_left_alone(text):
    assert found(text, "en") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Le pain est cuit par Ada.", "est cuit", id="a present"),
        pytest.param("Les lettres n’ont pas été envoyées.", "ont pas été envoyées", id="a negated perfect"),
        pytest.param("Les pains sont-ils vendus ici ?", "sont-ils vendus", id="a question"),
        pytest.param("La porte sera bientôt repeinte.", "sera bientôt repeinte", id="a future with an adverb"),
        pytest.param("Le four est par exemple nettoyé le soir.", "est par exemple nettoyé", id="a phrase between"),
        pytest.param("Elle doit être prévenue.", "être prévenue", id="an infinitive"),
        pytest.param("La farine a été montée hier.", "a été montée", id="a verb of motion with an object"),
        pytest.param("Nous sommes passionnés par le pain.", "sommes passionnés", id="a feeling with an agent"),
        pytest.param("Les lettres ont été ouvertes.", "ont été ouvertes", id="a state that was brought about"),
        pytest.param("Ils ne seront plus livrés.", "seront plus livrés", id="no longer"),
    ],
)
def test_french_passives_are_found(text, expected):
    assert found(text, "fr") == [expected]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Elle est allée au marché.", id="a verb of motion"),
        pytest.param("Je suis passé par le moulin.", id="a way gone"),
        pytest.param("Il s’est levé tôt.", id="a reflexive"),
        pytest.param("Nous nous sommes trompés.", id="a reflexive of nous"),
        pytest.param("Nous sommes ravis.", id="a feeling"),
        pytest.param("C’est noté.", id="c’est"),
        pytest.param("Cet été passé ici fut court.", id="the summer"),
        pytest.param("C’est tout à fait possible.", id="tout à fait"),
        pytest.param("La boutique est à côté.", id="beside"),
        pytest.param("Étant donné qu’il pleut, je reste.", id="étant donné"),
        pytest.param("Elle est très occupée.", id="a state after a degree"),
        pytest.param("Ada a cuit le pain.", id="an active perfect"),
    ],
)
def test_french_actives_are_left_alone(text):
    assert found(text, "fr") == []


@pytest.mark.parametrize(
    ("language", "unit"),
    [
        pytest.param("en", "is very baked ", id="is very baked, again and again"),
        pytest.param("en", "is how ", id="is how, again and again"),
        pytest.param("fr", "est très cuit ", id="est très cuit, again and again"),
    ],
)
def test_time_grows_with_the_text_only(language, unit):
    began = time.process_time()
    found(unit * (100_000 // len(unit)), language)
    assert time.process_time() - began < 4
