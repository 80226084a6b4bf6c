"""Figures shown beside a limit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.checks.rounding import beside


@pytest.mark.parametrize(
    ("value", "limit", "shown"),
    [
        pytest.param(16.3, 10, 16, id="well over"),
        pytest.param(10.23, 10, 10.3, id="just over"),
        pytest.param(29.97, 30, 29.9, id="just under"),
        pytest.param(47.6, 50, 48, id="well under"),
        pytest.param(10, 10, 10, id="at the limit"),
    ],
)
def test_shown_beside(value, limit, shown):
    assert beside(value, limit) == shown


@given(st.floats(0, 100), st.integers(0, 100))
def test_what_is_shown_is_on_the_same_side(value, limit):
    assert (beside(value, limit) > limit, beside(value, limit) < limit) == (value > limit, value < limit)
