"""Figures as messages show them, beside the limit that they are over or under."""

from __future__ import annotations


def beside(value: float, limit: float) -> float:
    """The value as a whole number; with one decimal, away from the limit, where a whole one would seem to meet it.

    10.23 beside a limit of 10 is shown as 10.3, and 29.97 beside 30 as 29.9: no message says “10%; 10% at most”.
    """
    import math

    whole = round(value)
    if value == limit or (whole != limit and (whole > limit) == (value > limit)):
        return whole
    if value > limit:
        return max(math.ceil(value * 10), math.floor(limit * 10) + 1) / 10
    return min(math.floor(value * 10), math.ceil(limit * 10) - 1) / 10
