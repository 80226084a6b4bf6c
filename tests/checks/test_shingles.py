from __future__ import annotations

import pickle
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checks.made import made
from smolint.checks.shingles import hashes_of, least_sample, longest_passage, shared_runs, sketch, suspects

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


def suspects_of(texts):
    return suspects(texts, shared_runs(texts))


def test_suspects_are_those_that_share():
    texts = [array("I", range(1000 * n, 1000 * n + 200)) for n in range(50)]
    texts.append(texts[7][:20])
    assert {7, 50} <= set(suspects_of(texts))
    assert len(suspects_of(texts)) < 20


def test_runs_that_all_hold_make_no_suspect_but_texts_made_of_them_are():
    footer = list(range(30))
    texts = [array("I", [*footer, *range(1000 * n, 1000 * n + 200)]) for n in range(1, 60)]
    assert len(suspects_of(texts)) < 20
    assert len(suspects_of([array("I", footer)] * 40)) == 40


def test_nothing_is_suspect_of_nothing():
    assert suspects_of([array("I"), array("I")]) == []


HASHES = st.lists(st.lists(st.integers(0, 40) | st.integers(0, (1 << 32) - 1), max_size=30), max_size=12)


@pytest.mark.parametrize("at_once", [pytest.param(1_000_000, id="at once"), pytest.param(7, id="in parts")])
@given(HASHES)
def test_what_several_texts_share(at_once, lists):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("smolint.checks.shingles._AT_ONCE", at_once)
        shared = shared_runs([array("I", one) for one in lists])
    for number, one in enumerate(lists):
        others = {value for other, values in enumerate(lists) if other != number for value in values}
        assert shared[number] == others.intersection(one)


def test_the_least_sample_is_part_of_any():
    long = hashes_of(of(" ".join(f"w{n}" for n in range(3000))))
    assert least_sample(long) == long
    assert 0 < len(least_sample(hashes_of(of(WORDS)))) < 150
