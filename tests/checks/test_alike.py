from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.checks.alike import alike, shared_values


def own(number, count=50):
    """The anchors of a text that is like no other."""
    return range(1000 * number, 1000 * number + count)


def found(texts, least=0.1):
    return dict(alike([array("I", sorted(set(one))) for one in texts], least))


def test_texts_that_share_find_each_other():
    texts = [own(number) for number in range(1, 50)]
    assert found([*texts, texts[7][:20]]) == {7: [49], 49: [7]}


@pytest.mark.parametrize(
    ("shared", "least", "alike"),
    [
        pytest.param(10, 0.2, True, id="just enough"),
        pytest.param(9, 0.2, False, id="too little"),
        pytest.param(1, 0, True, id="anything"),
        pytest.param(0, 0, False, id="nothing at all"),
    ],
)
def test_a_fair_part_of_the_smaller_one(shared, least, alike):
    one, other = own(1), [*own(1, shared), *own(2, 400)]
    assert bool(found([one, other], least)) == alike


def test_the_closest_come_first():
    one = own(1)
    texts = [one, [*one[:20], *own(2, 30)], [*one[:40], *own(3, 10)], [*one[:40], *own(4, 10)]]
    assert found(texts)[0] == [2, 3, 1]


def test_what_stands_under_all_texts_makes_none_alike():
    footer = range(5)
    texts = [[*footer, *own(number)] for number in range(1, 90)]
    assert found(texts, 0.2) == {}
    assert found([*texts, texts[60]], 0.2) == {60: [89], 89: [60]}


def test_of_texts_that_are_all_alike_each_finds_some():
    every = found([own(1)] * 200)
    assert len(every) == 200
    assert max(map(len, every.values())) <= 40
    assert every[199][0] == 0


@pytest.mark.parametrize("texts", [pytest.param([], id="none"), pytest.param([[], []], id="two without any anchor")])
def test_nothing_is_like_nothing(texts):
    assert found(texts) == {}


ANCHORS = st.lists(st.sets(st.integers(0, 40) | st.integers(0, (1 << 32) - 1), max_size=30), max_size=12)


@pytest.mark.parametrize("at_once", [pytest.param(1_000_000, id="at once"), pytest.param(7, id="in parts")])
@given(ANCHORS)
def test_what_several_texts_share(at_once, sets):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("smolint.checks.alike._AT_ONCE", at_once)
        shared = shared_values([array("I", sorted(one)) for one in sets])
    for number, one in enumerate(sets):
        others = {value for other, values in enumerate(sets) if other != number for value in values}
        assert list(shared[number]) == sorted(others & one)
