"""Edits of a text: which of them can be made together, and the text that they give."""

from __future__ import annotations

from bisect import bisect_left, insort
from itertools import pairwise
from typing import TYPE_CHECKING

from smolint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


class Replacement(NamedTuple):
    """Replace the characters `[start, end)` of a text by `content`; an empty range inserts."""

    start: int
    end: int
    content: str


def compatible(groups: Iterable[Sequence[Replacement]]) -> list[int]:
    """The numbers of the groups that can be made together, each as a whole, in the order in which they were taken.

    Groups are taken by their first place, then in the order given. One that touches what was taken before is left
    for the next round, unless it asks for the very same.
    """
    ordered = sorted((min(group)[:2], number, sorted(set(group))) for number, group in enumerate(groups) if group)
    taken: list[int] = []
    made: list[Replacement] = []
    for _, number, group in ordered:
        added = [one for one in group if not _is_in(one, made)]
        if not any(_touch(*pair) for pair in pairwise(group)) and not any(_touches(one, made) for one in added):
            taken.append(number)
            for one in added:
                insort(made, one)
    return taken


def _is_in(one: Replacement, made: list[Replacement]) -> bool:
    place = bisect_left(made, one)
    return place < len(made) and made[place] == one


def _touches(one: Replacement, made: list[Replacement]) -> bool:
    """Whether an edit touches one of those made, which are apart and in order: only its neighbours can."""
    place = bisect_left(made, one)
    return any(_touch(one, other) for other in made[max(0, place - 1) : place + 1])


def _touch(one: Replacement, other: Replacement) -> bool:
    """Whether two edits overlap or meet: what is inserted at a border could mean something else after the other."""
    return one.start <= other.end and other.start <= one.end


def replace_all(text: str, replacements: Iterable[Replacement]) -> str:
    """The text with all replacements made. They must be apart; the same one twice counts once."""
    parts, done = [], 0
    for start, end, content in sorted(set(replacements)):
        parts += [text[done:start], content]
        done = end
    return "".join([*parts, text[done:]])


def harmless(
    groups: Sequence[Sequence[Replacement]], does_no_harm: Callable[[Sequence[Replacement]], bool]
) -> list[bool]:
    """For each group whether it can be made without harm: all of them when all together do none, else found by halves.

    `does_no_harm` judges the edits that would be made. Groups that come first are made first.
    """
    made: list[Replacement] = []

    def settle(part: Sequence[Sequence[Replacement]]) -> list[bool]:
        wanted = [one for group in part for one in group]
        if does_no_harm([*made, *wanted]):
            made.extend(wanted)
            return [True] * len(part)
        if len(part) == 1:
            return [False]
        middle = len(part) // 2
        return settle(part[:middle]) + settle(part[middle:])

    return settle(groups) if groups else []
