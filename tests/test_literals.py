"""Fixed texts that are told by a text's words: none that stands there may be missed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.language.plain import plain_text
from smolint.literals import Literal, Literals, tokens_of

WORDS = ["the", "there", "is", "isn't", "aujourd'hui", "aujourd’hui", "handicapé", "(handicapées)", "at", "a", "etc."]
SPACES = [" ", "  ", "\n", "\n\n", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"]
TEXT = st.lists(st.sampled_from(WORDS + SPACES), max_size=12).map("".join)


def likely(literal: Literal, text: str) -> bool:
    return plain_text(literal.text) in set(Literals([literal, Literal("something else")]).likely(set(tokens_of(text))))


def is_border(text: str, at: int) -> bool:
    return "_" not in text and not (0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum())


@given(TEXT, st.data())
def test_what_stands_in_a_text_is_likely(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert likely(Literal(text[start:end], is_border(text, start), is_border(text, end)), text)


@pytest.mark.parametrize(
    "literal",
    [
        pytest.param(Literal("bakery", opens=True, closes=True), id="a word that is not there"),
        pytest.param(Literal("we bake the bread"), id="a word inside that is not there"),
        pytest.param(Literal("bread at da", opens=True, closes=True), id="a word that goes on"),
        pytest.param(Literal("e bake", opens=True), id="a word that begins before"),
        pytest.param(Literal(" daw "), id="a word with spaces around it"),
    ],
)
def test_what_cannot_stand_there_is_not_likely(literal: Literal) -> None:
    assert not likely(literal, "we bake bread at dawn")


@pytest.mark.parametrize(
    ("literal", "is_worth_it"),
    [
        pytest.param(Literal("a"), False, id="a letter"),
        pytest.param(Literal(""), False, id="nothing"),
        pytest.param(Literal("a", opens=True, closes=True), True, id="a word of one letter"),
        pytest.param(Literal("–"), True, id="a sign"),
        pytest.param(Literal("tk"), True, id="two letters"),
    ],
)
def test_knows_what_is_worth_looking_for(literal: Literal, is_worth_it: bool) -> None:
    assert literal.is_worth_it is is_worth_it
