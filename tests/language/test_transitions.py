import pytest

from smolint.language.doc import build_doc
from smolint.language.phrases import word_lists
from smolint.language.sentences import sentence_spans
from smolint.language.transitions import may_have_transitions, transitions
from smolint.language.words import word_spans


def found(text: str, language: str) -> list[str]:
    doc = build_doc(text, word_spans(text, language), [start for start, _ in sentence_spans(text, language)])
    return sorted(doc[start:end].text for start, end in transitions(doc, language))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("en", "But we bake.", ["But"], id="one word, with a capital"),
        pytest.param("en", "We bake; for example, rye.", ["for example"], id="a phrase"),
        pytest.param("en", "That’s why we bake.", ["That’s why"], id="a typographic apostrophe"),
        pytest.param("en", "We sell neither cake nor tea.", ["neither cake nor", "nor"], id="two parts"),
        pytest.param("en", "We sell neither cake. Tea is out.", [], id="one part of two"),
        pytest.param("en", "First, we bake.", ["First,"], id="an ordinal before a comma"),
        pytest.param("en", "The first loaf is dark.", [], id="an ordinal before a noun"),
        pytest.param("fr", "D’abord, nous cuisons.", ["D’abord"], id="an elision"),
        pytest.param("fr", "A cause de la pluie, elle dort.", ["A cause de"], id="a capital without its accent"),
        pytest.param("fr", "Ni le pain ni le sel.", ["Ni le pain ni"], id="two parts in French"),
        pytest.param("fr", "Une bague en or brille.", [], id="gold"),
        pytest.param("fr", "Or, elle dort.", ["Or"], id="or that opens a sentence"),
        pytest.param("fr", "Il pleut ; or, elle dort.", ["or"], id="or after a semicolon"),
        pytest.param("fr", "Un cœur plus or que rouge.", [], id="or within a clause"),
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
    lost = []
    for phrase in word_lists("transitions", language)["phrases"].split("\n")[:-1]:
        text = f"{phrase} x"
        doc = build_doc(text, word_spans(text, language), [0])
        if not any(doc[start:end].text == phrase for start, end in transitions(doc, language)):
            lost.append(phrase)
    assert lost == []


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        pytest.param(["but", "it", "rains"], "en", True, id="an English word"),
        pytest.param(["it", "rains"], "en", False, id="none in English"),
        pytest.param(["il", "pleut", "en", "effet"], "fr", True, id="all words of a French phrase"),
        pytest.param(["il", "fait", "effet"], "fr", False, id="only some words of a French phrase"),
    ],
)
def test_tells_by_words_which_texts_to_look_at(words, language, expected):
    assert may_have_transitions(words, language) is expected
