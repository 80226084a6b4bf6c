from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.made import made, marked
from smolint.checks.sentence import LongShare, TooLong, sentence_long_share, sentence_too_long

SHORT = "We bake at dawn."
SPANISH = (
    "Abrimos la panadería hace diez años y desde entonces hacemos cada mañana el mismo pan que hicimos el primer día, "
    "con la misma harina de siempre y con el mismo horno de leña que nos dejó la abuela en el patio."
)
LONG = "We bake " + "very " * 27 + "early today."


def too_long(reading, **options):
    return list(sentence_too_long(reading, TooLong(**options)))


def test_marks_each_long_sentence_and_nothing_else():
    reading = made(f"{SHORT} {LONG} {SHORT}", ("item", LONG))
    marks = too_long(reading)
    assert marked(reading, marks) == [LONG, LONG]
    assert [mark.values for mark in marks] == [{"words": 31, "limit": 30}] * 2


@pytest.mark.parametrize(
    ("block", "settings"),
    [
        pytest.param(SHORT, {}, id="short"),
        pytest.param("We bake " + "very " * 26 + "early today.", {}, id="thirty words"),
        pytest.param(("heading", LONG), {}, id="heading"),
        pytest.param(SPANISH, {}, id="a paragraph in a third language"),
        pytest.param(("code", LONG), {}, id="code"),
        pytest.param(("cell", LONG), {}, id="table"),
        pytest.param(LONG, {"within": ("table",)}, id="paragraph in a table"),
        pytest.param(("item", LONG), {"within": ("link-list",)}, id="list of links"),
        pytest.param(f"{LONG}", {"code": ((8, 40),)}, id="words of code do not count"),
        pytest.param(("quote", LONG), {}, id="quotation"),
        pytest.param(("item", LONG), {"within": ("quote", "list")}, id="list inside a quotation"),
        pytest.param(f"“{SHORT} {LONG}” she says.", {}, id="spoken words"),
        pytest.param(f"She says: “{SHORT} {LONG}", {}, id="spoken words that go on in the next paragraph"),
        pytest.param(f"« {LONG} », dit-elle.", {"language": "fr"}, id="spoken words in French"),
        pytest.param(f'"{LONG}" she says.', {}, id="spoken words between straight quotes"),
        pytest.param("A big thank you to " + "Ada Martin, " * 15 + "and Zoe Moulin for the flour.", {}, id="names"),
        pytest.param(LONG.upper(), {}, id="legal notice in capitals"),
    ],
)
def test_leaves_alone(block, settings):
    assert too_long(made(block, **settings)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param(LONG.replace("We bake", "We “bake”"), id="one quoted word"),
        pytest.param(LONG.replace("We bake", "Anna and Zoe bake"), id="two names"),
        pytest.param(LONG.replace("We bake", 'A 12" loaf is baked'), id="sign for inches"),
    ],
)
def test_own_words_count_beside_quoted_ones(sentence):
    reading = made(f"“{SHORT}” {sentence}")
    assert marked(reading, too_long(reading)) == [sentence]


def test_words_above_a_credit_are_a_quotation():
    credit = "— Ada Martin, “On Bread”"
    assert too_long(made(LONG, credit, SHORT)) == []
    assert len(too_long(made(LONG, "— Really, it is too early.", SHORT))) == 1
    assert len(too_long(made(LONG, "— Ada Martin"))) == 1, "a signature"


def test_counts_french_words_as_word_processors_do():
    text = "L'été, " + "j'aime " * 14 + "l'eau."
    assert too_long(made(text, language="fr")) == []
    assert [mark.values["words"] for mark in too_long(made(text, language="fr"), max_words=15)] == [16]


def test_limit_can_be_changed():
    assert len(too_long(made(SHORT), max_words=3)) == 1


@given(st.lists(st.sampled_from([SHORT, LONG, "Really?", "« Oui », dit-il."]), min_size=1, max_size=8))
def test_every_mark_is_a_sentence_of_the_source(sentences):
    reading = made(" ".join(sentences))
    assert marked(reading, too_long(reading)) == [one for one in sentences if one == LONG]


def long_share(reading, **options):
    return list(sentence_long_share(reading, LongShare(**options)))


def test_marks_the_longest_sentence_of_a_heavy_text():
    heavy = "It is " + "very " * 25 + "late."
    reading = made(*[SHORT] * 8, heavy, LONG, heavy)
    marks = long_share(reading)
    assert marked(reading, marks) == [LONG]
    assert marks[0].values == {"share": 27, "limit": 25, "count": 3, "sentences": 11, "words": 20, "longest": 31}


@pytest.mark.parametrize(
    "blocks",
    [
        pytest.param([LONG] * 9, id="too few sentences to speak of a share"),
        pytest.param([SHORT] * 9 + [LONG] * 3, id="a quarter exactly"),
        pytest.param([SHORT] * 9 + [("heading", "What we bake")] * 3 + [LONG] * 4, id="headings count as sentences"),
        pytest.param([SHORT] * 12 + [("quote", LONG)] * 8, id="quotations are not the author's"),
        pytest.param([], id="no text"),
    ],
)
def test_share_is_fine(blocks):
    assert long_share(made(*blocks)) == []


def test_points_at_a_sentence_that_its_author_can_cut():
    quoted = f"“{LONG[:-1]} and this day is no exception,” she says."
    reading = made(*[SHORT] * 6, *[LONG] * 3, quoted)
    assert marked(reading, long_share(reading)) == [LONG]


def test_sentences_in_a_third_language_are_no_part_of_a_share():
    reading = made(*[SPANISH] * 12, SHORT)
    assert list(sentence_long_share(reading, LongShare())) == []
