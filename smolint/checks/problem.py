"""Reports what a parser (or the engine) found wrong while it read a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.reading import Reading


@dataclass(frozen=True, slots=True)
class Reported:
    """`problem`: the id under which parsers report it, which is the rule's own."""

    problem: str = ""


def reported_by_parser(reading: Reading, options: Reported) -> Iterator[Mark]:
    """The draft's problems of that id, with their values; `variant`, else `code`, picks the message."""
    for problem in (*reading.draft.problems, *reading.draft.content.problems):
        if problem.rule == options.problem:
            variant = problem.values.get("variant") or problem.values.get("code") or ""
            yield Mark(problem.span, problem.values, variant=str(variant))


CHECKS: tuple[Check, ...] = (Check("reported-by-parser", reported_by_parser, Reported, on_closed=True),)
