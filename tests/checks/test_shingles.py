from __future__ import annotations

import pickle
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.made import made
from smolint.checks.shingles import hashes_of, longest_passage, sketch, suspects

WORDS = " ".join(f"w{n}" for n in range(400))


def of(*texts: str):
    reading = made(*texts)
    return sketch(reading.draft.blocks, reading.draft.source)


@pytest.mark.parametrize(
    ("words", "share"),
    [
        pytest.param(400, 1, id="all of a short text"),
        pytest.param(900, 0.5, id="half of a longer one"),
        pytest.param(3000, 0.25, id="a quarter of a long one"),
    ],
)
def test_what_is_kept(words, share):
    one = of(" ".join(f"w{n}" for n in range(words)))
    assert one.runs == words - 4
    assert abs(len(hashes_of(one)) / one.runs - share) < 0.06


def test_a_post_takes_little_room():
    one = of(*(" ".join(f"v{n}x{m}" for m in range(80)) for n in range(10)))
    assert len(pickle.dumps(tuple(one))) < 2600


def test_the_same_words_give_the_same_hashes_wherever_they_stand():
    assert set(hashes_of(of(WORDS))) <= set(hashes_of(of(f"Before all that, {WORDS.upper()}!")))


def test_the_longest_passage():
    one, other = of("Something else to begin with, then this.", WORDS), of(WORDS)
    assert longest_passage(one, other).line == 3
    assert longest_passage(one, other).other_line == 1
    assert longest_passage(one, other).head.startswith("w0 w1")


@given(st.lists(st.text(max_size=80), max_size=6))
def test_any_text_has_a_sketch(texts):
    one = of(*texts)
    counts = array("H", one.counts)
    assert sum(counts) == len(hashes_of(one))
    assert len(counts) == len(array("I", one.lines))
    if one.hashes:
        assert len(one.heads.split("\n")) == len(counts)


def test_suspects_are_those_that_share():
    texts = [array("I", range(1000 * n, 1000 * n + 200)) for n in range(50)]
    texts.append(texts[7][:20])
    assert {7, 50} <= set(suspects(texts))
    assert len(suspects(texts)) < 20


def test_runs_that_all_hold_make_no_suspect_but_texts_made_of_them_are():
    footer = list(range(30))
    texts = [array("I", [*footer, *range(1000 * n, 1000 * n + 200)]) for n in range(1, 60)]
    assert len(suspects(texts)) < 20
    assert len(suspects([array("I", footer)] * 40)) == 40


def test_nothing_is_suspect_of_nothing():
    assert suspects([array("I"), array("I")]) == []
