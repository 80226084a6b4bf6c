"""Which of many texts may share a passage, from the few hashes of each that are its anchors."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_AT_ONCE = 500_000
"""Anchors that are held in a set, which takes about 100 bytes for each."""
_INDEXED = 10
"""By how many of its anchors a text is found: those of least value that another text has too."""
_POSTINGS = 40
"""How many texts are found by one anchor at most: the first of those that a whole site's footer stands in."""


def alike(anchors: Sequence[array[int]], least: float) -> Iterator[tuple[int, list[int]]]:
    """The number of each text that shares a fair part with others, and the numbers of these, the closest first.

    Of each text the anchors are given, sorted. A fair part is that share of the anchors of the smaller of two texts.
    Time and memory grow as the texts do, however many of them are alike.
    """
    shared = shared_values(anchors)
    texts_with: dict[int, list[int]] = defaultdict(list)
    for number, values in enumerate(shared):
        for value in values[:_INDEXED]:
            if len(texts_with[value]) < _POSTINGS:
                texts_with[value].append(number)
    for number, values in enumerate(shared):
        size, mine = len(anchors[number]), set(values)
        closest = []
        for other in {other for value in values for other in texts_with.get(value, ())} - {number}:
            share = len(mine.intersection(shared[other])) / min(size, len(anchors[other]))
            if share >= least:
                closest.append((-share, other))
        if closest:
            yield number, [other for _, other in sorted(closest)]


def shared_values(anchors: Sequence[array[int]]) -> list[array[int]]:
    """Of each text the anchors that another one has too, sorted.

    They are looked for in so many parts, by value, that the set of all is never held.
    """
    shared = [array("I") for _ in anchors]
    parts = sum(map(len, anchors)) // _AT_ONCE + 1
    for part in range(parts):
        first, end = ((1 << 32) * edge // parts for edge in (part, part + 1))
        slices = [one[bisect_left(one, first) : bisect_left(one, end)] for one in anchors] if parts > 1 else anchors
        texts_with: Counter[int] = Counter()
        for one in slices:
            texts_with.update(one)
        several = {value for value, count in texts_with.items() if count > 1}
        for one, kept in zip(slices, shared, strict=True):
            kept.extend(sorted(several.intersection(one)))
    return shared
