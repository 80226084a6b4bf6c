"""The conclusions of a run: the findings of the corpus checks, which need all drafts."""

from __future__ import annotations

import os
from itertools import groupby
from operator import attrgetter, itemgetter

from smolint.aiming import NOWHERE
from smolint.finding import FileResult
from smolint.judging import told, with_values
from smolint.named_tuple import NamedTuple
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from smolint.check import Check, Gathered
    from smolint.finding import Finding
    from smolint.gathering import Gathering, Pile
    from smolint.rules import Rule
    from smolint.setup import Setup

BATCH = 100
"""How many drafts, or findings on them, of an export make one result."""


class _Conclusion(NamedTuple):
    """A finding to tell: the number of its file among those that have some, its place there, and how it is made."""

    file: int
    line: int
    column: int
    rule: str
    platform: str
    pile: Pile
    number: int
    values: dict[str, Any]
    setup: Setup

    def finding(self) -> Finding:
        return with_values(self.pile.finding(self.number), self.setup.rules[self.rule], self.values, self.setup)


_PLACE = attrgetter("file", "line", "column", "rule", "platform")
_LINE = attrgetter("file", "line")


def conclude(gathering: Gathering) -> Iterator[FileResult]:
    """The findings of the corpus checks: a result for each file that has some, several where they are many."""
    yield from draw(gathering)
    yield from drawn(gathering)


def draw(gathering: Gathering) -> Iterator[FileResult]:
    """Let each pile know what is concluded from it; the results of those checks that failed."""
    for setup, rule_id, pile in gathering.piles():
        rule = setup.rules[rule_id]
        check = setup.host.checks[rule.extends]
        if check.conclude is None or pile.concluded is not None:
            continue
        try:
            pile.concluded = _concluded(setup, rule, check, pile)
        # As for one check on one draft: its failure costs only its own findings.
        except Exception as error:  # noqa: BLE001
            import traceback

            from smolint.lost import lost

            yield lost(pile[0].path, setup, told(error), f"rule {rule_id}\n{traceback.format_exc()}", rule=rule_id)


def drawn(gathering: Gathering) -> Iterator[FileResult]:
    """The findings of those corpus checks of which is known what they conclude."""
    conclusions: list[_Conclusion] = []
    files: dict[str, int] = {}
    for setup, rule_id, pile in gathering.piles():
        for number, values in pile.concluded or ():
            place = pile.finding(number)
            file = files.setdefault(place.path, len(files))
            conclusions.append(
                _Conclusion(file, place.line, place.column, rule_id, place.platform, pile, number, values, setup)
            )
    conclusions.sort(key=_PLACE)
    paths = list(files)
    for part in _parts(conclusions):
        yield FileResult(paths[part[0].file], tuple(in_order(one.finding() for one in part)))


def _concluded(setup: Setup, rule: Rule, check: Check, pile: Pile) -> list[tuple[int, dict[str, Any]]]:
    """What a corpus check concludes from a pile: the numbers of evidence with the values of a message."""
    assert check.conclude is not None
    numbers = range(len(pile)) if pile.open is None else pile.open
    traces: Sequence[Gathered] = pile if pile.open is None else [pile[number] for number in pile.open]
    options = setup.options(rule, setup.host.platforms.get(pile[0].platform, NOWHERE))
    if check.published and setup.config.published:
        from smolint.published import published_traces

        own = {os.path.abspath(one.path) for one in pile}
        traces = [*pile, *published_traces(rule, check, setup, own)]
    concluded = [(numbers[at], dict(values)) for at, values in check.conclude(traces, options)]
    return sorted(concluded + pile.settled, key=itemgetter(0))


def _parts(conclusions: Iterable[_Conclusion]) -> Iterator[list[_Conclusion]]:
    """Those of each file in order, so many at once as are held in memory; those of one line together."""
    part: list[_Conclusion] = []
    for (file, _), on_line in groupby(conclusions, key=_LINE):
        if part and (part[0].file != file or len(part) >= BATCH):
            yield part
            part = []
        part += on_line
    if part:
        yield part


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Findings by place; what is said twice of the same text (for two platforms) is kept once, at the higher level."""
    unique: dict[object, Finding] = {}
    for one in sorted(findings, key=lambda one: -one.level.rank):
        unique.setdefault((one.rule, one.draft, one.span, one.message), one)
    return sorted(unique.values(), key=lambda one: (one.line, one.column, one.rule, one.platform))
