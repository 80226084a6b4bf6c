"""Something that may stand in a draft only where something else stands too: an acronym and what it means."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.pack_rule import Excepting, check_patterns, with_patterns
from smolint.dataclass import dataclass
from smolint.patterns import Pattern, pattern
from smolint.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.reading import Reading


@dataclass(frozen=True)
class Conditional(Excepting):
    """Options: what matches `first` wants a match of `second`.

    Where `second` has groups, one of them must have matched the same text, in the same text of the scope or before;
    else any match in the same text of the scope will do.
    """

    first: str = ""
    second: str = ""
    ignorecase: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        check_patterns("first", [self.first])
        check_patterns("second", [self.second])

    @cached_property
    def wanting(self) -> Pattern:
        """What wants something else."""
        return pattern(self._flag + self.first)

    @cached_property
    def wanted(self) -> Pattern:
        """What is wanted."""
        return pattern(self._flag + self.second)

    @property
    def _flag(self) -> str:
        return "(?i)" if self.ignorecase else ""


@with_patterns("first")
def conditional(reading: Reading, options: Conditional) -> Iterator[Mark]:
    """Each match of `first` without its `second`. Values: `match` (also `0`)."""
    laid = texts(reading, options.scope)
    if not laid.candidates(options.wanting):
        return
    grouped = bool(options.wanted.compiled.groups)
    defined: set[str] = set()
    for block, prose in zip(laid.blocks, laid.prose, strict=True):
        meetings = list(options.wanted.finditer(prose))
        defined.update(text for one in meetings for text in one.groups() if text)
        if meetings and not grouped:
            continue
        for found in options.wanting.finditer(prose):
            start, end = found.span()
            text = found.group()
            if start != end and text not in defined and not options.allowed.covers(prose, start, end):
                yield Mark(block.span(start, end), {"0": text, "match": text})


CHECKS: tuple[Check, ...] = (Check("conditional", conditional, Conditional),)
