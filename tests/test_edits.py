"""Edits: which can be made together, and what they give."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.edits import Replacement, compatible, replace_all


@pytest.mark.parametrize(
    ("groups", "taken"),
    [
        pytest.param([[(0, 1, "a")], [(5, 6, "b")]], [0, 1], id="apart"),
        pytest.param([[(5, 6, "b")], [(0, 1, "a")]], [1, 0], id="by place, not by number"),
        pytest.param([[(0, 4, "a")], [(3, 6, "b")]], [0], id="overlapping: the first goes before"),
        pytest.param([[(0, 4, "a")], [(4, 6, "b")]], [0], id="meeting"),
        pytest.param([[(2, 2, "a")], [(2, 2, "b")]], [0], id="two insertions at one place"),
        pytest.param([[(2, 2, "a")], [(2, 2, "a")]], [0, 1], id="the very same twice"),
        pytest.param([[(0, 9, "")], [(0, 1, "a"), (20, 21, "b")]], [1], id="the shorter of two at one place"),
        pytest.param([[(0, 1, "a"), (20, 21, "b")], [(20, 22, "c")]], [0], id="a group is made as a whole"),
        pytest.param([[(0, 1, "a"), (1, 2, "b")]], [], id="a group that touches itself"),
        pytest.param([[], [(1, 2, "")]], [1], id="a group without edits"),
    ],
)
def test_which_can_be_made_together(groups: list[list[tuple[int, int, str]]], taken: list[int]) -> None:
    assert compatible([[Replacement(*one) for one in group] for group in groups]) == taken


def test_replacing() -> None:
    edits = [Replacement(4, 5, "é"), Replacement(0, 0, "Un "), Replacement(4, 5, "é"), Replacement(6, 8, "")]

    assert replace_all("café!a..b", edits) == "Un caféé" + "ab"


@given(
    st.text(max_size=30),
    st.lists(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 5), st.text(max_size=3)), max_size=3), max_size=8),
)
def test_what_is_taken_is_apart_and_keeps_the_rest(text: str, raw: list[list[tuple[int, int, str]]]) -> None:
    groups = [
        [Replacement(min(start, len(text)), min(start + size, len(text)), content) for start, size, content in group]
        for group in raw
    ]
    taken = compatible(groups)
    made = sorted({one for number in taken for one in groups[number]})

    assert all(first.end < second.start for first, second in itertools.pairwise(made))
    kept = [
        text[a:b]
        for a, b in zip([0, *(one.end for one in made)], [*(one.start for one in made), len(text)], strict=True)
    ]
    contents = [*(one.content for one in made), ""]
    assert replace_all(text, made) == "".join(part for pair in zip(kept, contents, strict=True) for part in pair)
