"""How varied the words of a text are, and how much its sentences have to do with each other."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from smolint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smolint.checks.own_prose import Line

WINDOW = 100
"""Topic words in the moving window."""

NEIGHBOURS, NEARBY = 3, 20
"""Sentences, and different topic words in them, that still count as nearby."""

_FARTHEST = 40
"""Sentences that are nearby at most, however often they repeat the same words."""

_LEAST_TOPICS = 40
_LEAST_IN_SENTENCE = 2


class Variety(NamedTuple):
    """Shares from 0 to 1, None for a text with fewer than 40 topic words.

    `distinct` is the moving-average type–token ratio of the topic words, 100 at a time, which does not depend on
    a text's length (Covington and McFall 2010, “Cutting the Gordian Knot: The Moving-Average Type–Token Ratio”).
    `taken_up` is the share of a sentence's topic words that one of the sentences just before it has too (argument
    overlap; Graesser, McNamara and others 2004, “Coh-Metrix: Analysis of text on cohesion and language”).
    """

    distinct: float
    taken_up: float

    @property
    def cohesion(self) -> float:
        """The mean of what is taken up from the sentences before and of what comes again within 100 topic words."""
        return (self.taken_up + 1 - self.distinct) / 2


def variety(said: Sequence[Line]) -> Variety | None:
    """The variety of a text's words and the links between its sentences."""
    topics = [[topic for topic in line.topics if topic] for line in said]
    words = [topic for one in topics for topic in one]
    if len(words) < _LEAST_TOPICS:
        return None
    return Variety(_moving_ratio(words), _taken_up([set(one) for one in topics if len(set(one)) >= _LEAST_IN_SENTENCE]))


def _moving_ratio(words: list[str]) -> float:
    window = min(WINDOW, len(words))
    counts = Counter(words[:window])
    total = distinct = len(counts)
    for new, old in zip(words[window:], words, strict=False):
        distinct += counts[new] == 0
        counts[new] += 1
        counts[old] -= 1
        distinct -= counts[old] == 0
        total += distinct
    return total / window / (len(words) - window + 1)


def _taken_up(sentences: list[set[str]]) -> float:
    shares = [len(one & _said_before(sentences, place)) / len(one) for place, one in enumerate(sentences) if place]
    return sum(shares) / max(len(shares), 1)


def _said_before(sentences: list[set[str]], place: int) -> set[str]:
    """The topic words of the sentences before one: at least three of them, more where they are short."""
    said: set[str] = set()
    for back in range(1, min(place, _FARTHEST) + 1):
        if back > NEIGHBOURS and len(said) >= NEARBY:
            break
        said |= sentences[place - back]
    return said
