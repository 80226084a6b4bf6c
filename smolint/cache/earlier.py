"""An earlier run of which nothing but the content of some drafts has changed: all else need not be made again."""

from __future__ import annotations

import marshal
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from smolint import fast
from smolint.cache.packing import unpack_finding
from smolint.cache.parts import Concluded, Fact, Part, names_in, unpack_facts
from smolint.cache.runs import unnoticed
from smolint.gathering import Pile

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from smolint.cache.parts import Identity
    from smolint.check import Check
    from smolint.fast import Record
    from smolint.finding import FileResult, Finding
    from smolint.gathering import Gathering
    from smolint.setup import Setup

    Results = Callable[[Part], Iterable[FileResult]]
    _Key = tuple[int, str]

_OUTPUT = 1


class Earlier:
    """An earlier run: its files in their order, the numbers of those that have `changed`, and what it had written.

    `known` are its looks at all that has not changed, each with what is there. Of the folders that were `listed`, each
    with a digest of the names in it, some are `touched`: the names in them are the same.
    """

    def __init__(self, record: Record, more: memoryview) -> None:
        files, self.folders, self.fingerprints, concluded, self.listed = marshal.loads(more)
        self.files: list[Part] = list(map(Part._make, files))
        self.concluded = [Concluded(*one) for one in concluded]
        self.output = b"".join(content for stream, content in record.chunks if stream == _OUTPUT)
        before, now = record.states.split("\n"), record.now.split("\n")
        self.known = dict(zip(record.looks, before, strict=True))
        self.moved = [look for look, was, is_now in zip(record.looks, before, now, strict=True) if was != is_now]
        for look in self.moved:
            del self.known[look]
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


def _names(folder: str) -> str:
    try:
        return names_in(folder)
    except OSError:
        return ""


class _Kept:
    """Evidence whose finding is looked for only when it is needed."""

    __slots__ = ("_find", "_part", "_rule", "identity", "kept")

    def __init__(self, part: Part, fact: Fact, find: Callable[[Part, str, Identity], Finding]) -> None:
        self._rule, self.identity, self.kept = fact
        self._part = part
        self._find = find

    @property
    def finding(self) -> Finding:
        return self._find(self._part, self._rule, self.identity)


def gather(
    run: Earlier, setups: Sequence[Setup], new: dict[int, list[FileResult]], results_of: Results, gathering: Gathering
) -> None:
    """Gather all evidence: that of the earlier run, and of the `new` results of files that were linted, by number.

    What was concluded from the very same evidence is known already. `results_of` gives the results of a file.
    """
    now: dict[_Key, list[Any]] = {}
    changes: dict[_Key, tuple[list[Fact], list[Fact]]] = {}
    known = {(one.setup, one.rule): one for one in run.concluded}

    def find(part: Part, rule: str, identity: Identity) -> Finding:
        concluded = known.get((part.setup, rule))
        if concluded and identity in concluded.findings:
            return unpack_finding(concluded.findings[identity])
        facts = (fact for result in results_of(part) for fact in result.facts)
        found: Finding = next(one.finding for name, one in facts if name == rule and one.identity == identity)
        return found

    for number, part in enumerate(run.files):
        before = unpack_facts(part.facts)
        if number not in new:
            for fact in before:
                now.setdefault((part.setup, fact.rule), []).append(_Kept(part, fact, find))
            continue
        for fact in before:
            changes.setdefault((part.setup, fact.rule), ([], []))[0].append(fact)
        for rule, one in (fact for result in new[number] for fact in result.facts):
            now.setdefault((part.setup, rule), []).append(one)
            changes.setdefault((part.setup, rule), ([], []))[1].append(Fact(rule, one.identity, one.kept))
    for key, evidence in now.items():
        pile = Pile(evidence)
        setup = setups[key[0]]
        if key in known:
            _settle(pile, known[key].told, changes.get(key, ([], [])), setup.host.checks[setup.rules[key[1]].extends])
        gathering.put(setup, key[1], pile)


def _settle(
    pile: Pile, told: list[tuple[int, dict[str, Any]]], changes: tuple[list[Fact], list[Fact]], check: Check
) -> None:
    """Let a pile know what was `told` of it before some facts of it changed, as far as that still holds."""
    before, now = changes
    if before == now:
        pile.concluded = told
    elif check.links and [one.identity for one in before] == [one.identity for one in now]:
        pile.open = _linked(pile, check.links, [one.kept for one in (*before, *now)])
        anew = set(pile.open)
        pile.settled = [one for one in told if one[0] not in anew]


def _linked(pile: Pile, links: Callable[[Any], Iterable[Hashable]], changed: Iterable[Any]) -> list[int]:
    """The numbers of all that is linked with what has changed, directly or through others."""
    waiting = {number: links(one.kept) for number, one in enumerate(pile)}
    found: list[int] = []
    values = {value for kept in changed for value in links(kept)}
    while values:
        reached = [number for number, own in waiting.items() if not values.isdisjoint(own)]
        values = {value for number in reached for value in waiting.pop(number)}
        found += reached
    return sorted(found)
