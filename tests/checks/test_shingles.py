from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.made import made
from smolint.checks.shingles import longest_passage, numbers_of, overlap, sketch

WORDS = " ".join(f"w{n}" for n in range(400))
LONG = " ".join(f"v{n}" for n in range(3000))


def of(*texts: str):
    reading = made(*texts)
    return sketch(reading.draft.blocks, reading)


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
    assert abs(len(numbers_of(one.hashes)) / one.runs - share) < 0.06


def test_a_post_takes_little_room():
    one = of(*(" ".join(f"v{n}x{m}" for m in range(80)) for n in range(10)))
    assert len(pickle.dumps(tuple(one))) < 2800


def test_the_same_words_give_the_same_hashes_wherever_they_stand():
    alone, within = of(WORDS), of(f"Before all that, {WORDS.upper()}!")
    assert set(numbers_of(alone.hashes)) <= set(numbers_of(within.hashes))


@pytest.mark.parametrize(
    ("one", "other", "share", "other_share"),
    [
        pytest.param((WORDS,), (WORDS,), 1, 1, id="the same text"),
        pytest.param((WORDS,), (WORDS, LONG), 1, 0.12, id="all of a short text in a long one"),
        pytest.param((WORDS, LONG), (LONG,), 0.88, 1, id="all of a long text, and more"),
        pytest.param((WORDS,), (LONG,), 0, 0, id="nothing"),
        pytest.param((WORDS,), ("Not enough words.",), 0, 0, id="a text without a run"),
    ],
)
def test_what_two_texts_share(one, other, share, other_share):
    found = overlap(of(*one), of(*other))
    assert abs(found.share - share) < 0.03
    assert abs(found.other_share - other_share) < 0.03


def test_paragraphs_have_their_anchors_wherever_they_stand():
    paragraphs = [" ".join(f"p{n}w{word}" for word in range(6 + n)) for n in range(60)]
    whole = set(numbers_of(of(*paragraphs).anchors))
    for one in paragraphs:
        assert set(numbers_of(of(one).anchors)) <= whole
    assert 60 <= len(whole) <= 60 + sum(len(one.split()) for one in paragraphs) / 16


def test_the_longest_passage():
    one, other = of("Something else to begin with, then this.", WORDS), of(WORDS)
    assert longest_passage(one, other).line == 3
    assert longest_passage(one, other).other_line == 1
    assert longest_passage(one, other).head.startswith("w0 w1")


@given(st.lists(st.text(max_size=80), max_size=6))
def test_any_text_has_a_sketch(texts):
    one = of(*texts)
    counts, lines = numbers_of(one.paragraphs)[::2], numbers_of(one.paragraphs)[1::2]
    anchors = list(numbers_of(one.anchors))
    assert sum(counts) == len(numbers_of(one.hashes))
    assert len(counts) == len(lines)
    assert anchors == sorted(set(anchors))
    assert bool(anchors) == bool(one.runs)
    if one.hashes:
        assert len(one.heads.split("\n")) == len(counts)
