"""Sentences that say again what the text has said, word for word or nearly so."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from smolint.checks.own_prose import lines
from smolint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smolint.checks.own_prose import Line
    from smolint.reading import Reading

LEAST_WORDS = 6
LEAST_TOPICS = 4
NEAR = 0.8
"""Share of their topic words that two sentences have in common to count as one (Jaccard's index)."""


class Repeat(NamedTuple):
    """A sentence (its number in the text) that repeats an earlier one."""

    place: int
    first: int


@lru_cache(maxsize=4)
def repeats_of(reading: Reading) -> list[Repeat]:
    """As `repeats`, of a draft's running text."""
    return repeats(lines(reading))


def repeats(said: Sequence[Line]) -> list[Repeat]:
    """Each sentence that repeats an earlier one: the same words, or four fifths of the same topic words.

    Sentences under six words or four different topics are left out: short phrases come back by themselves. Two
    sentences whose figures differ say two things.
    """
    exact: dict[tuple[str, ...], int] = {}
    holders: dict[str, list[int]] = defaultdict(list)
    topics: dict[int, set[str]] = {}
    found = []
    for place in _candidates(said):
        line = said[place]
        first = exact.setdefault(line.words, place)
        own = set(line.topics)
        own.discard("")
        if first == place and len(own) >= LEAST_TOPICS:
            topics[place] = own
            first = _nearest(place, topics, holders, said)
        if first != place:
            found.append(Repeat(place, first))
        elif len(own) >= LEAST_TOPICS:
            for topic in own:
                holders[topic].append(place)
    return found


def _candidates(said: Sequence[Line]) -> Iterator[int]:
    """The numbers of the sentences that are long enough, and of whose topic words few enough stand nowhere else."""
    counts = Counter(chain.from_iterable(line.topics for line in said))
    once = {topic for topic, count in counts.items() if topic and count == 1}
    for place, line in enumerate(said):
        if len(line.words) >= LEAST_WORDS:
            topics = len(line.topics) - line.topics.count("")
            if topics - sum(map(once.__contains__, line.topics)) >= NEAR * topics:
                yield place


def _nearest(place: int, topics: dict[int, set[str]], holders: dict[str, list[int]], said: Sequence[Line]) -> int:
    """The first earlier sentence with nearly the same topics, else the place itself."""
    own = topics[place]
    if sum(map(holders.__contains__, own)) < NEAR * len(own):
        return place
    # Two sets that share four fifths have each one of any fifth of the other and one more in common.
    rare = sorted(own, key=lambda topic: len(holders.get(topic, ())))[: len(own) - int(NEAR * len(own) + 0.999) + 1]
    for earlier in sorted({one for topic in rare for one in holders.get(topic, ())}):
        common = len(own & topics[earlier])
        if common >= NEAR * (len(own) + len(topics[earlier]) - common) and _figures(said[place]) == _figures(
            said[earlier]
        ):
            return earlier
    return place


def _figures(line: Line) -> set[str]:
    return {word for word in line.words if not word[0].isalpha()}


def repeated_share(said: Sequence[Line], found: Sequence[Repeat]) -> float:
    """The share of the words, 0 to 1, that stand in sentences which repeat an earlier one."""
    total = sum(len(line.words) for line in said)
    return sum(len(said[one.place].words) for one in found) / max(total, 1)
