"""Texts laid together: what is found in all of them at once is what is found in each."""

from __future__ import annotations

import re

import pytest
from checks.made import made
from hypothesis import given
from hypothesis import strategies as st

from smolint.literals import Literal, Literals
from smolint.texts import Texts, running_texts, texts

PARTS = st.lists(
    st.lists(st.sampled_from(["the", "The", " ", "\n", "Tk", "İ", "!!", "bread", "AB", ", "]), max_size=8).map("".join),
    max_size=5,
)


def laid(parts: list[str]) -> Texts:
    return texts(made(*parts), ("text",))


@given(PARTS)
def test_blocks_that_hold_a_literal_are_found_whatever_its_case(parts: list[str]) -> None:
    wanted = ["the", "tk", "bread", "!!"]
    found = laid(parts).holding(Literals(map(Literal, wanted)))
    assert found == [number for number, part in enumerate(parts) if any(one in part.lower() for one in wanted)]


@pytest.mark.parametrize(
    "expression",
    [
        pytest.param(r"!!", id="two signs"),
        pytest.param(r"(?<!\w)[A-Z]+(?:[ ,\n]{1,4}[A-Z]+)+", id="what may run over the end of a block"),
        pytest.param(r"[^\w](\w{1,9}+)[ \n]++\1\b", id="what looks at the sign before"),
    ],
)
@given(parts=PARTS)
def test_blocks_with_a_match_are_among_those_found(parts: list[str], expression: str) -> None:
    pattern = re.compile(expression)
    found = laid(parts).overlapped(pattern)
    assert found == sorted(set(found))
    assert {number for number, part in enumerate(parts) if pattern.search(f"\n\n{part}\n\n")} <= set(found)


@given(PARTS)
def test_prose_is_that_of_each_block(parts: list[str]) -> None:
    assert list(laid(parts).prose) == parts


def test_code_is_no_prose() -> None:
    assert texts(made("run ls now", code=((4, 6),)), ("text",)).prose == ("run \ufffc\ufffc now",)


def test_a_draft_without_text_holds_nothing() -> None:
    empty = laid([])
    assert empty.holding(Literals([Literal("bread")])) == []
    assert empty.overlapped(re.compile(r"\n")) == []


def test_running_texts_begin_with_the_title() -> None:
    assert [block.text for block in running_texts(made("We bake.", title="Bread")).blocks] == ["Bread", "We bake."]
