"""An earlier run of which nothing but the content of some drafts has changed: all else need not be made again."""

from __future__ import annotations

import marshal
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from smolint import fast
from smolint.cache.packing import unpack_finding
from smolint.cache.parts import Concluded, Fact, Part, names_in, unpack_facts
from smolint.cache.runs import unnoticed
from smolint.gathering import Pile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from smolint.fast import Record
    from smolint.finding import FileResult, Finding
    from smolint.gathering import Gathering
    from smolint.setup import Setup

    Results = Callable[[Part], Iterable[FileResult]]

_OUTPUT = 1


class Earlier:
    """An earlier run: its files in their order, the numbers of those that have `changed`, and what it had written.

    `known` are its looks at all that has not changed, each with what is there. Of the folders that were `listed`, each
    with a digest of the names in it, some are `touched`: the names in them are the same.
    """

    def __init__(self, record: Record, more: bytes) -> None:
        files, self.folders, self.fingerprints, concluded, self.listed = marshal.loads(more)
        self.files: list[Part] = list(map(Part._make, files))
        self.concluded = [Concluded(*one) for one in concluded]
        self.output = b"".join(content for stream, content in record.chunks if stream == _OUTPUT)
        states = list(zip(record.looks, record.states.split("\n"), record.now.split("\n"), strict=True))
        self.known = {look: before for look, before, now in states if before == now}
        self.moved = [look for look, before, now in states if before != now]
        self.changed: set[int] = set()
        self.touched: list[str] = []

    def compare(self) -> bool:
        """Find out which files have changed, and whether nothing else has."""
        numbers = {part.file: number for number, part in enumerate(self.files) if part.alone}
        for look in self.moved:
            path = look[1:]
            if path in numbers:
                self.changed.add(numbers[path])
            elif path in self.listed and _names(path) == self.listed[path]:
                self.touched.append(path)
            else:
                return False
        return True


def earlier_run(record: Record | None) -> Earlier | None:
    """The run that a record is of, where nothing has changed since but the content of drafts."""
    if record is None:
        return None
    with suppress(OSError), unnoticed():
        more = fast.more_of(record)
        if more:
            run = Earlier(record, more)
            return run if run.compare() else None
    return None


def _of(rule: str, facts: Iterable[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.rule == rule]


def _names(folder: str) -> str:
    try:
        return names_in(folder)
    except OSError:
        return ""


class _Kept:
    """Evidence whose finding is looked for only when it is needed."""

    def __init__(self, fact: Fact, find: Callable[[Fact], Finding]) -> None:
        self.identity = fact.identity
        self.kept = fact.kept
        self._fact = fact
        self._find = find

    @property
    def finding(self) -> Finding:
        return self._find(self._fact)


def gather(
    run: Earlier, setups: Sequence[Setup], new: dict[int, list[FileResult]], results_of: Results, gathering: Gathering
) -> None:
    """Gather all evidence: that of the earlier run, and of the `new` results of files that were linted, by number.

    What was concluded from the very same evidence is known already. `results_of` gives the results of a file.
    """
    piles: dict[tuple[int, str], list[Any]] = {}
    other: set[tuple[int, str]] = set()
    known = {(one.setup, one.rule): one for one in run.concluded}

    def find(part: Part, fact: Fact) -> Finding:
        concluded = known.get((part.setup, fact.rule))
        if concluded and fact.identity in concluded.findings:
            return unpack_finding(concluded.findings[fact.identity])
        facts = (one for result in results_of(part) for one in result.facts)
        found: Finding = next(one.finding for rule, one in facts if rule == fact.rule and one.identity == fact.identity)
        return found

    for number, part in enumerate(run.files):
        before = unpack_facts(part.facts)
        if number in new:
            facts = [fact for result in new[number] for fact in result.facts]
            now = [Fact(rule, one.identity, one.kept) for rule, one in facts]
            rules = {fact.rule for fact in (*before, *now)}
            other |= {(part.setup, rule) for rule in rules if _of(rule, before) != _of(rule, now)}
            for rule, one in facts:
                piles.setdefault((part.setup, rule), []).append(one)
            continue
        for fact in before:
            piles.setdefault((part.setup, fact.rule), []).append(_Kept(fact, partial(find, part)))
    for (setup, rule), evidence in piles.items():
        pile = Pile(evidence)
        if (setup, rule) not in other and (setup, rule) in known:
            pile.concluded = known[setup, rule].told
        gathering.put(setups[setup], rule, pile)
