from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.made import embed, made, marked
from smolint.checks.own_prose import lines
from smolint.checks.stuffed import Stuffed, depth_stuffed
from smolint.checks.stuffing import stuffing
from smolint.finding import Level

PLAIN = [
    "Our bakery has stood on the square since 1932, and my grandfather built its oven with stones from the river.",
    "Every morning at four he lit it with beech from the hills, and the smoke told the street what hour it was.",
    "Today we bake eleven kinds, of which the rye comes from a farm nearby and the spelt from an old mill.",
    "Anna keeps the leaven alive, feeds it twice a day and takes it home when we close for the holidays.",
    "People laugh at that until they taste what she makes of it, and then they ask for the recipe.",
    "Come and see us on Saturday, when the door of the bakehouse is open and whoever wants to knead may do so.",
]
FRENCH = [
    "Notre boulangerie est sur la place depuis 1932, et mon grand-père en a bâti le four avec les pierres du Tarn.",
    "Chaque matin, à quatre heures, il l’allumait au bois de hêtre, et la fumée disait l’heure à toute la rue.",
    "Aujourd’hui nous cuisons onze pains, dont le seigle d’une ferme voisine et l’épeautre d’un vieux moulin.",
    "Anna nourrit le levain deux fois par jour et l’emporte chez elle quand nous fermons pour les vacances.",
    "On en rit jusqu’au moment de goûter ce qu’elle en fait, et l’on demande alors la recette.",
    "Venez samedi, quand la porte du fournil est ouverte : qui veut pétrir pétrira, et chacun repart avec sa miche.",
]


def stuff(texts, phrase, each=1):
    """The texts with a phrase after the fifth word of every so many."""
    parted = [text.split(" ") for text in texts]
    return [
        " ".join([*words[:5], phrase, *words[5:]]) if number % each == 0 else " ".join(words)
        for number, words in enumerate(parted)
    ]


def found(reading, **options):
    return list(depth_stuffed(reading, Stuffed(**options)))


@pytest.mark.parametrize(
    ("texts", "language", "phrase"),
    [
        pytest.param(PLAIN, "en", "wood oven", id="two words in English"),
        pytest.param(PLAIN, "en", "best wood oven", id="three words in English"),
        pytest.param(FRENCH, "fr", "boulangerie artisanale", id="two words in French"),
        pytest.param(FRENCH, "fr", "four à bois", id="with a preposition"),
    ],
)
def test_finds_a_phrase_dropped_into_every_sentence(texts, language, phrase):
    reading = made(*stuff(texts, phrase), language=language)
    marks = found(reading)
    values = marks[0].values
    assert len(marks) == 1
    assert phrase in marked(reading, marks)[0]
    assert values["term"] in phrase
    assert values["times"] >= 6
    assert values["share"] > values["limit"]


def test_marks_the_sentence_where_the_term_is_densest():
    texts = stuff(PLAIN, "wood oven")
    texts[3] += " Ask for a wood oven, a small wood oven or a large wood oven."
    reading = made(*texts)
    assert marked(reading, found(reading)) == ["Ask for a wood oven, a small wood oven or a large wood oven."]


def test_the_declared_keyphrase_has_a_lower_limit():
    texts = [*PLAIN, *stuff(PLAIN, "wood oven")]
    pressure = stuffing(lines(made(*texts)), "en").pressure
    limits = {"max_pressure": pressure + 1, "declared_pressure": pressure - 1}
    assert found(made(*texts), **limits) == []
    assert len(found(made(*texts, fields={"keyphrase": "Wood oven"}), **limits)) == 1


def test_leaves_a_declared_keyphrase_to_the_rule_on_its_density():
    texts = stuff(PLAIN, "wood oven")
    assert len(found(made(*texts))) == 1
    assert found(made(*texts, fields={"focus_keyword": "wood oven"})) == []


def test_what_is_not_sure_is_a_suggestion():
    reading = made(*stuff(PLAIN, "wood oven"))
    pressure = stuffing(lines(reading), "en").pressure
    assert found(reading, sure_pressure=pressure - 1)[0].at_most is None
    assert found(reading, sure_pressure=pressure + 1)[0].at_most is Level.SUGGESTION


def test_finds_one_stuffed_paragraph_in_a_long_post():
    stuffed = (
        "Order wood oven now, cheap wood oven fans, because wood oven prices fall: choose wood oven here, buy wood "
        "oven there, compare wood oven deals, and this is all that we wanted to say about them today, since it "
        "rains and we would rather go home, have some soup and then sleep until the alarm rings at three."
    )
    reading = made(*[f"{text} {number}" for number in range(8) for text in PLAIN], stuffed)
    marks = found(reading, max_pressure=99)
    assert marked(reading, marks) == [stuffed]
    assert marks[0].variant == "paragraph"


@pytest.mark.parametrize(
    ("parts", "changes"),
    [
        pytest.param(PLAIN, {}, id="plain text"),
        pytest.param(FRENCH, {"language": "fr"}, id="plain text in French"),
        pytest.param(["Wood oven. Wood oven. Wood oven. Wood oven. Wood oven."], {}, id="too short to tell"),
        pytest.param(stuff(PLAIN, "and so on"), {}, id="function words"),
        pytest.param([*PLAIN, *[("heading", "Wood oven")] * 9], {}, id="headings"),
        pytest.param([*PLAIN, *[("cell", "wood oven")] * 9], {"within": ("table",)}, id="a table"),
        pytest.param([*stuff(PLAIN, "wood oven"), embed("video")], {}, id="a film's page"),
        pytest.param([*PLAIN, *stuff(PLAIN, "of the oven")], {"language": "en"}, id="a topic led in as in speech"),
    ],
)
def test_not_stuffed(parts, changes):
    assert found(made(*parts, **changes)) == []


@given(st.lists(st.sampled_from([*PLAIN, "", "12 12 12", "wood oven " * 9]), max_size=14))
def test_places_are_those_of_the_term(texts):
    said = lines(made(*texts))
    most = stuffing(said, "en")
    assert most.times == len(most.places)
    assert most.bare <= most.times
    for number, place in most.places:
        assert said[number].words[place][:6] == most.term[0][:6]
