"""Fixed texts that are told by the pieces of a text's words: none that stands there may be missed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.literals import Literals, pieces

WORDS = ["the", "there", "is", "isn't", "aujourd'hui", "aujourd’hui", "handicapé", "(handicapées)", "at", "a", "etc."]
SPACES = [" ", "  ", "\n", "\n\n", "\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}"]
TEXT = st.lists(st.sampled_from(WORDS + SPACES), max_size=12).map("".join)


@given(TEXT, st.data())
def test_what_stands_in_a_text_is_likely(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    part = text[start : data.draw(st.integers(start, len(text)))]
    if part.strip():
        assert part in set(Literals([part, "something else"]).likely(pieces(text)))


@pytest.mark.parametrize(
    "literal",
    [
        pytest.param("bakery", id="a word that is not there"),
        pytest.param("we bake the bread", id="a word inside that is not there"),
        pytest.param("bread at daw ", id="a word that is cut"),
    ],
)
def test_what_cannot_stand_there_is_not_likely(literal: str) -> None:
    assert literal not in set(Literals([literal]).likely(pieces("we bake bread at dawn")))
