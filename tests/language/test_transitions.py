import time

import pytest

from smolint.language.phrases import word_lists
from smolint.language.sentences import sentence_spans
from smolint.language.transitions import transitions
from smolint.language.words import worded


def found(text: str, language: str) -> list[str]:
    starts = [start for start, _ in sentence_spans(text, language)]
    ranges = transitions(worded(text, language), starts, language)
    return sorted(text[start:end] for start, end in ranges)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("en", "But we bake.", ["But"], id="one word, with a capital"),
        pytest.param("en", "We bake; for example, rye.", ["for example"], id="a phrase"),
        pytest.param("en", "That’s why we bake.", ["That’s why"], id="a typographic apostrophe"),
        pytest.param("en", "We sell neither cake nor tea.", ["neither cake nor", "nor"], id="two parts"),
        pytest.param("en", "We sell neither cake. Tea is out.", [], id="one part of two"),
        pytest.param("en", "She bakes as\nwell  as we do.", ["as\nwell  as"], id="over blanks and a line's end"),
        pytest.param("en", "In İzmir they bake, for example, rye.", ["for example"], id="behind a Turkish capital"),
        pytest.param("en", "We bake as, well, as we must.", [], id="marks within a phrase"),
        pytest.param("en", "First, we bake.", ["First,"], id="an ordinal before a comma"),
        pytest.param("en", "The first loaf is dark.", [], id="an ordinal before a noun"),
        pytest.param("fr", "D’abord, nous cuisons.", ["D’abord"], id="an elision"),
        pytest.param("fr", "Elle dort, puisqu’il pleut.", ["puisqu’"], id="one word that is elided"),
        pytest.param("fr", "Elle dort parce qu'il pleut.", ["parce qu'"], id="a phrase whose end is elided"),
        pytest.param("fr", "Elle dit qu’il pleut.", [], id="an elided word that is none"),
        pytest.param("fr", "A cause de la pluie, elle dort.", ["A cause de"], id="a capital without its accent"),
        pytest.param("fr", "Ni le pain ni le sel.", ["Ni le pain ni"], id="two parts in French"),
        pytest.param("fr", "Une bague en or brille.", [], id="gold"),
        pytest.param("fr", "Or, elle dort.", ["Or"], id="or that opens a sentence"),
        pytest.param("fr", "Il pleut ; or, elle dort.", ["or"], id="or after a semicolon"),
        pytest.param("fr", "Un cœur plus or que rouge.", [], id="or within a clause"),
        pytest.param("fr", "En clair, elle dort.", ["En clair"], id="to put it plainly"),
        pytest.param("fr", "Il garde les mots de passe en clair.", [], id="in plain text"),
        pytest.param("fr", "Elle dort tant qu’il pleut.", ["tant qu’"], id="as long as"),
        pytest.param("fr", "Elle parle en tant qu’experte et en tant que mère.", [], id="as an expert"),
        pytest.param("fr", "De plus, elle dort.", ["De plus,"], id="moreover"),
        pytest.param("fr", "Rien de plus simple, de plus en plus.", [], id="more and more"),
        pytest.param("en", "She bakes in a way that works.", [], id="in a way that"),
        pytest.param("en", "More than ten loaves.", ["than"], id="a comparison"),
        pytest.param("fr", "Le besoin s’en fait sentir.", [], id="s’en fait"),
        pytest.param("fr", "Elle dort bien la nuit.", [], id="nothing in French"),
    ],
)
def test_transitions_are_found(language, text, expected):
    assert found(text, language) == expected


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_phrase_of_the_list_is_found_as_it_stands(language):
    phrases = word_lists("transitions", language)["phrases"].split("\n")[:-1]
    assert [phrase for phrase in phrases if phrase not in found(f"{phrase} x", language)] == []


@pytest.mark.parametrize(
    ("language", "unit"),
    [
        pytest.param("en", "either ", id="either, again and again"),
        pytest.param("en", "on one side ", id="on one side, again and again"),
        pytest.param("fr", "ni ", id="ni, again and again"),
        pytest.param("fr", "or ", id="or, again and again"),
    ],
)
def test_time_grows_with_the_text_only(language, unit):
    began = time.process_time()
    found(unit * (100_000 // len(unit)), language)
    assert time.process_time() - began < 4
