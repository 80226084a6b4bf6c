"""How often something may, or must, stand in a text."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.pack_rule import Scoped, check_patterns, with_patterns
from smolint.dataclass import dataclass
from smolint.late_pattern import late_pattern
from smolint.patterns import Pattern, pattern
from smolint.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.reading import Reading

_FIRST_WORD = late_pattern(r"\S+")


@dataclass(frozen=True)
class Occurrence(Scoped):
    """Options: the pattern `token` may stand at most `max` and at least `min` times in each text (0: no limit)."""

    token: str = ""
    max: int = 0
    min: int = 0
    ignorecase: bool = False

    def __post_init__(self) -> None:
        check_patterns("token", [self.token])

    @cached_property
    def pattern(self) -> Pattern:
        """What is counted."""
        return pattern(f"(?i)(?:{self.token})" if self.ignorecase else f"(?:{self.token})")


@with_patterns("token")
def occurrence(reading: Reading, options: Occurrence) -> Iterator[Mark]:
    """Each text of the scope with too many, or too few: its first match that is no code, else its first word.

    Values: `count` (also `0`), `match`, `max`, `min`.
    """
    laid = texts(reading, options.scope)
    indices = range(len(laid.blocks)) if options.min else laid.candidates(options.pattern)
    for index in indices:
        block, prose = laid.blocks[index], laid.prose[index]
        places = [found.span() for found in options.pattern.finditer(prose)]
        count = len(places)
        if (0 < options.max < count) or count < options.min:
            place = _place(prose, places)
            if place:
                values = {"0": str(count), "count": count, "match": prose[slice(*place)]}
                yield Mark(block.span(*place), values | {"max": options.max, "min": options.min})


def _place(prose: str, places: list[tuple[int, int]]) -> tuple[int, int] | None:
    if not places:
        first = _FIRST_WORD.search(prose)
        return first.span() if first else None
    return next((place for place in places if prose[slice(*place)].strip(" \t\r\n\ufffc*@")), None)


CHECKS: tuple[Check, ...] = (Check("occurrence", occurrence, Occurrence),)
