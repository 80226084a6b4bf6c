"""How a keyphrase is read from a post, and what counts as a use of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.linked import linked
from checks.phrased import phrased
from smolint.checks.keyphrase import (
    declared_topic,
    find,
    make_keyphrase,
    matches,
    reflects,
    share_of_words,
    topic_in_text,
    uses,
)
from smolint.source import Span


def phrase(text, language="en"):
    return make_keyphrase(text, Span(0, 0), language)


def used(text, keyphrase):
    return [text[start:end] for start, end in find(text, keyphrase)]


@pytest.mark.parametrize(
    ("language", "written", "words"),
    [
        pytest.param(
            "en", "how to bake a sourdough bread", ("bake", "sourdough", "bread"), id="English function words"
        ),
        pytest.param("fr", "comment faire du pain au levain", ("pain", "levain"), id="French function words"),
        pytest.param("fr", "l’entreprise d’aujourd’hui", ("entreprise", "aujourd"), id="elisions"),
        pytest.param("fr", "collier en or", ("collier", "or"), id="a noun like a conjunction"),
        pytest.param("en", "IT support", ("IT", "support"), id="an acronym like a pronoun"),
        pytest.param("en", "WHO ARE YOU", (), id="capitals all through"),
        pytest.param("en", "C++ for beginners", ("C++", "beginners"), id="the name of a language"),
        pytest.param("de", "das Brot", ("das", "Brot"), id="a language without a list"),
        pytest.param("en", "content-marketing", ("content", "marketing"), id="a hyphen"),
        pytest.param("en", "“The Who”", ("the", "who"), id="a name in quotation marks"),
        pytest.param("en", "the", (), id="nothing but function words"),
    ],
)
def test_content_words(language, written, words):
    assert phrase(written, language).words == words


@pytest.mark.parametrize(
    ("language", "written", "text", "expected"),
    [
        pytest.param("en", "sourdough bread", "Our sourdough breads.", ["sourdough breads"], id="plural"),
        pytest.param(
            "en", "bake bread", "Baking good breads.", ["Baking good breads"], id="verb form, with a word between"
        ),
        pytest.param("en", "bread oven", "The oven for bread.", ["oven for bread"], id="another order"),
        pytest.param("en", "bread oven", "Bread, oven; bread oven.", ["Bread, oven", "bread oven"], id="twice"),
        pytest.param("en", "bread oven", "Bread and bread.", [], id="a word missing"),
        pytest.param("en", "baker", "The baker’s shop", ["baker"], id="possessive"),
        pytest.param("en", "C++", "Learn C++ or C.", ["C++"], id="C++ is not C"),
        pytest.param("en", "bread bread", "Bread.", ["Bread"], id="a word said twice"),
        pytest.param(
            "fr", "entreprise écologique", "D’ECOLOGIQUES entreprises", ["ECOLOGIQUES entreprises"], id="accents"
        ),
        pytest.param("fr", "cheval", "Nos chevaux", ["chevaux"], id="French plural"),
        pytest.param("fr", "rénovation", "Il faut rénover.", ["rénover"], id="French verb"),
        pytest.param("fr", "l’œuvre", "Les oeuvres", ["oeuvres"], id="ligature"),
        pytest.param("fr", "etablissement", "L’ÉTABLISSEMENT", ["ÉTABLISSEMENT"], id="an accent on the capital only"),
        pytest.param("el", "άρτος", "Ο ΑΡΤΟΣ", ["ΑΡΤΟΣ"], id="another language, in capitals"),
        pytest.param("en", '"bread ovens"', "A bread oven.", [], id="quoted: not inflected"),
        pytest.param("en", '"ovens for bread"', "Ovens with bread.", [], id="quoted: function words count"),
        pytest.param("en", "“Bread ovens”", "Some BREAD ovens here.", ["BREAD ovens"], id="quoted: as it is"),
        pytest.param("fr", "« l’or »", "C’est l’or et l'or.", ["l’or", "l'or"], id="French quotation marks"),
        pytest.param("en", '"bye bye"', "Bye bye bye bye.", ["Bye bye", "bye bye"], id="quoted: uses never overlap"),
    ],
)
def test_uses_in_a_sentence(language, written, text, expected):
    assert used(text, phrase(written, language)) == expected


def test_words_must_meet_in_one_sentence():
    reading = phrased(
        "The sourdough is old. The bread is new.\n\n## Sourdough bread\n\nNew *sourdough* for [bread](/x)."
    )
    assert [use.text for use in uses(reading)] == ["Sourdough bread", "sourdough for bread"]


def test_the_title_and_code_blocks_are_no_text():
    assert uses(phrased("```\nsourdough bread\n```\n\nNothing else.")) == ()


def test_inline_code_counts():
    assert len(uses(phrased("We use `asyncio` here.", "asyncio"))) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Bread", 0.5), ("Old sourdoughs and bread", 1.0), ("A cake", 0.0)],
    ids=["half", "all", "none"],
)
def test_share_of_words(text, expected):
    assert share_of_words(text, phrase("sourdough bread")) == expected
    assert share_of_words(text, phrase('"sourdough bread"')) == 0.0


@pytest.mark.parametrize(
    ("fields", "focus", "synonyms", "related"),
    [
        pytest.param({"phrase": "bread"}, "bread", [], [], id="one"),
        pytest.param({"phrase": "bread, oven, rye"}, "bread", [], ["oven", "rye"], id="Rank Math's commas"),
        pytest.param(
            {"phrase": "'\"salt, bread\", oven'"}, "salt, bread", [], ["oven"], id="a comma in quotation marks"
        ),
        pytest.param({"phrase": None, "focus_keyword": "rye"}, "rye", [], [], id="another name"),
        pytest.param(
            {"phrase": "rye", "keyphrase_synonyms": "[loaf, the]"}, "rye", ["loaf"], [], id="a list of synonyms"
        ),
        pytest.param({"phrase": "rye", "keyphrase_synonyms": "loaf, bun"}, "rye", ["loaf", "bun"], [], id="commas"),
        pytest.param({"phrase": "rye", "related_keyphrases": "[oven]"}, "rye", [], ["oven"], id="related"),
    ],
)
def test_what_a_post_declares(fields, focus, synonyms, related):
    reading = phrased("Some text.", **fields)
    topic = declared_topic(reading)
    assert topic.focus.text == focus
    assert [one.text for one in topic.synonyms] == synonyms
    assert [one.text for one in topic.related] == related
    assert reading.draft.source[topic.focus.span].strip('"') == focus


@pytest.mark.parametrize("written", ["''", '", ,"', "'—'", "3", "[]", "~"])
def test_a_post_that_declares_nothing(written):
    assert declared_topic(phrased("Bread.", written)) is None
    assert uses(phrased("Bread.", written)) == ()


@pytest.mark.parametrize(
    ("body", "written", "is_there"),
    [
        pytest.param("Sourdough breads.", "sourdough bread", True, id="used"),
        pytest.param("Bread.", "sourdough bread", False, id="never used"),
        pytest.param("How to do it.", "how to do it", False, id="function words"),
        pytest.param("a1 b2 c3 d4 e5 f6 g7 h8 i9", "a1 b2 c3 d4 e5 f6 g7 h8 i9", False, id="nine words"),
    ],
)
def test_a_topic_that_can_be_looked_for(body, written, is_there):
    assert (topic_in_text(phrased(body, written)) is not None) is is_there


def test_a_synonym_is_the_topic_too():
    reading = phrased("Loaves for all.", keyphrase_synonyms="loaf")
    topic = topic_in_text(reading)
    assert topic is not None
    assert reflects("A loaf", topic)
    assert not reflects("A cake", topic)


def test_a_post_without_front_matter():
    assert declared_topic(linked("Sourdough bread.")) is None


@given(st.text(alphabet='abé’- «»"c.+#œ1', max_size=40), st.text(alphabet='abé’ "c', min_size=1, max_size=8))
def test_uses_are_places_of_the_text_in_order(text, written):
    for language in ("en", "fr", ""):
        places = find(text, phrase(written, language))
        assert all(0 <= start < end <= len(text) for start, end in places)
        assert places == sorted(places)


def test_matches_marks_the_source():
    reading = phrased("We *bake* good\nbreads.", "bake bread")
    (use,) = matches(reading, declared_topic(reading).focus)
    assert reading.draft.source[use.block.span(use.start, use.end)] == "bake* good\nbreads"


@pytest.mark.parametrize(
    ("written", "text", "exact"),
    [
        pytest.param(" « The Who » ", "The Who", True, id="guillemets"),
        pytest.param('"The Who"', "The Who", True, id="straight quotation marks"),
        pytest.param('"', '"', False, id="one mark"),
        pytest.param('"The Who" live', '"The Who" live', False, id="a part in quotation marks"),
        pytest.param('"' + " " * 50_000 + "who", '"' + " " * 50_000 + "who", False, id="a mark and blanks"),
    ],
)
def test_quotation_marks_are_taken_off(written, text, exact):
    found = phrase(written)
    assert (found.text, bool(found.exact)) == (text, exact)
