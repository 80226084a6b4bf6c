"""An earlier run of which nothing but the content of some drafts has changed: all else need not be made again."""

from __future__ import annotations

import marshal
from contextlib import suppress
from itertools import chain
from operator import itemgetter

from smolint import fast
from smolint.cache.packing import pack_finding, unpack_finding
from smolint.cache.parts import Block, Concluded, Fact, Part, Told, names_in
from smolint.cache.runs import unnoticed
from smolint.gathering import Pile
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
    from io import FileIO
    from typing import Any

    from smolint.cache.parts import Identity, Key
    from smolint.fast import Record
    from smolint.finding import FileResult, Finding
    from smolint.gathering import Gathering
    from smolint.judging import Evidence
    from smolint.setup import Setup

    New = dict[int, dict[int, list[FileResult]]]
    """The results of files that were linted, by the number of their block and their own in it."""


class Earlier:
    """An earlier run: its files in `blocks`, and the numbers of those that have `changed`, by that of their block.

    `known` are its looks at all that has not changed, each with what is there. Of the folders that were `listed`, each
    with a digest of the names in it, some are `touched`: the names in them are the same. By setup and rule it is known
    what was `concluded`, and `closing` is what was told of that.
    """

    def __init__(self, record: Record, more: memoryview, pages: FileIO) -> None:
        blocks, closing, self.folders, self.fingerprints, concluded, self.listed = marshal.loads(more)
        self.pages = pages
        self.blocks: list[Block] = list(map(Block._make, blocks))
        self.closing = Block(*closing[0]) if closing else None
        self.concluded = {(one[0], one[1]): Concluded(*one) for one in concluded}
        before, now = record.states.split("\n"), record.now.split("\n")
        self.known = dict(zip(record.looks, before, strict=True))
        self.moved = [look for look, was, is_now in zip(record.looks, before, now, strict=True) if was != is_now]
        for look in self.moved:
            del self.known[look]
        self.changed: dict[int, set[int]] = {}
        self.touched: list[str] = []
        self._parts: dict[int, list[Part]] = {}

    def compare(self) -> bool:
        """Find out which files have changed, and whether nothing else has."""
        places = {file: (at, number) for at, block in enumerate(self.blocks) for number, file in enumerate(block.files)}
        for look in self.moved:
            path = look[1:]
            if path in places:
                at, number = places[path]
                self.changed.setdefault(at, set()).add(number)
            elif path in self.listed and _names(path) == self.listed[path]:
                self.touched.append(path)
            else:
                return False
        blocks = (*self.blocks, *filter(None, [self.closing]))
        return all(fast.is_sound(self.pages, piece) for block in blocks for piece in (*block.output, block.packed))

    def parts(self, at: int) -> list[Part]:
        """The files of a block."""
        if at not in self._parts:
            block = self.blocks[at]
            rows = marshal.loads(self._packed(block, 0, block.packed[2] - sum(block.facts.values())))
            self._parts[at] = [Part(file, *row) for file, row in zip(block.files, rows, strict=True)]
        return self._parts[at]

    def facts(self, at: int, key: Key) -> list[Fact]:
        """What a corpus check keeps of the files of a block."""
        block = self.blocks[at]
        if key not in block.facts:
            return []
        lengths = list(block.facts.values())
        start = block.packed[2] - sum(lengths[[*block.facts].index(key) :])
        return list(map(Fact._make, marshal.loads(self._packed(block, start, block.facts[key]))))

    def unpacked(self, at: int) -> Iterator[tuple[Part, list[tuple[Identity, Any]], bytes]]:
        """The files of a block, each with what corpus checks keep of it, in the order of its rules, and its output."""
        block = self.blocks[at]
        kept = {key: iter(self.facts(at, key)) for key in block.facts}
        output = b"".join(fast.content_of(self.pages, piece) for piece in block.output)
        end = 0
        for part in self.parts(at):
            facts = [next(kept[part.setup, rule]) for rule in part.facts]
            start, end = end, end + part.told
            yield part, [(fact.identity, fact.kept) for fact in facts], output[start:end]

    def _packed(self, block: Block, start: int, length: int) -> bytes:
        stream, place, _, checked = block.packed
        return fast.content_of(self.pages, (stream, place + start, length, checked))


def earlier_run(record: Record | None) -> Earlier | None:
    """The run that a record is of, where nothing has changed since but the content of drafts."""
    if record is None:
        return None
    with suppress(OSError), unnoticed():
        more = fast.more_of(record)
        if more:
            run = Earlier(record, more, fast.opened(record.pages))
            if run.compare():
                return run
            run.pages.close()
    return None


def _names(folder: str) -> str:
    try:
        return names_in(folder)
    except OSError:
        return ""


class _Kept:
    """Evidence whose finding is looked for only when it is needed."""

    __slots__ = ("_at", "_find", "_number", "identity", "kept")

    def __init__(self, at: int, fact: Fact, find: Callable[[int, int, Identity], Finding]) -> None:
        self._number, self.identity, self.kept = fact
        self._at = at
        self._find = find

    @property
    def finding(self) -> Finding:
        return self._find(self._at, self._number, self.identity)


def gather(
    run: Earlier, setups: Sequence[Setup], new: New, results_of: Callable[[Part], Iterable[FileResult]],
    gathering: Gathering,
) -> None:  # fmt: skip
    """Gather all evidence: that of the earlier run, and of the `new` results of files that were linted.

    What was concluded from the very same evidence is known already. `results_of` gives the results of a file.
    """
    for key in _keys(run, new):
        setup, rule = setups[key[0]], key[1]
        known = run.concluded.get(key)
        found = _now(run, new, key)
        before, now = _before(run, new, key), [(one.identity, one.kept) for one in found]
        if known and before == now:
            gathering.put(setup, rule, Told(_placed(known, found)))
            continue
        evidence = list(_evidence(run, new, key, results_of))
        pile = Pile(evidence)
        links = setup.host.checks[setup.rules[rule].extends].links
        if known and links and [identity for identity, _ in before] == [identity for identity, _ in now]:
            own = [links(one.kept) for one in evidence]
            pile.open = _linked(own, chain.from_iterable(links(kept) for _, kept in (*before, *now)))
            anew = set(pile.open)
            pile.settled = [one for one in known.told if one[0] not in anew]
        gathering.put(setup, rule, pile)


def _keys(run: Earlier, new: New) -> dict[Key, None]:
    """The setups and rules for which there is evidence, in the order in which it comes."""
    keys: dict[Key, None] = {}
    for at, block in enumerate(run.blocks):
        if at not in new:
            keys |= dict.fromkeys(block.facts)
            continue
        for number, part in enumerate(run.parts(at)):
            anew = new[at].get(number)
            rules = part.facts if anew is None else (rule for result in anew for rule, _ in result.facts)
            keys |= dict.fromkeys((part.setup, rule) for rule in rules)
    return keys


def _before(run: Earlier, new: New, key: Key) -> list[tuple[Identity, Any]]:
    """What was kept of the files that are linted anew."""
    facts = ((fact, numbers) for at, numbers in new.items() for fact in run.facts(at, key))
    return [(fact.identity, fact.kept) for fact, numbers in facts if fact.number in numbers]


def _now(run: Earlier, new: New, key: Key) -> list[Evidence]:
    """The evidence of them now."""
    return [one for at, numbers in new.items() for number in numbers for one in _anew(run, new, at, number, key)]


def _placed(known: Concluded, evidence: Iterable[Evidence]) -> Concluded:
    """What is concluded, with the findings where they are now: the same evidence may stand elsewhere in a draft."""
    now = {one.identity: one.finding for one in evidence}
    findings = {
        at: (identity, pack_finding(now[identity]) if identity in now else packed)
        for at, (identity, packed) in known.findings.items()
    }
    return known._replace(findings=findings)


def _anew(run: Earlier, new: New, at: int, number: int, key: Key) -> list[Evidence]:
    if run.parts(at)[number].setup != key[0]:
        return []
    return [one for result in new[at][number] for rule, one in result.facts if rule == key[1]]


def _evidence(run: Earlier, new: New, key: Key, results_of: Callable[[Part], Iterable[FileResult]]) -> Iterator[Any]:
    """All evidence for a rule in one setup, in its order."""
    known = run.concluded.get(key)
    findings = dict(known.findings.values()) if known else {}

    def find(at: int, number: int, identity: Identity) -> Finding:
        if identity in findings:
            return unpack_finding(findings[identity])
        facts = (fact for result in results_of(run.parts(at)[number]) for fact in result.facts)
        found: Finding = next(one.finding for rule, one in facts if rule == key[1] and one.identity == identity)
        return found

    for at in range(len(run.blocks)):
        numbers = new.get(at, {})
        found: list[tuple[int, Any]] = [
            (one.number, _Kept(at, one, find)) for one in run.facts(at, key) if one.number not in numbers
        ]
        found += ((number, one) for number in numbers for one in _anew(run, new, at, number, key))
        yield from (one for _, one in sorted(found, key=itemgetter(0)))


def _linked(own: Sequence[Iterable[Hashable]], changed: Iterable[Hashable]) -> list[int]:
    """The numbers of those that share one of their own values with what has changed, directly or through others.

    What is concluded of all others is what it was.
    """
    waiting = dict(enumerate(own))
    values = set(changed)
    found: list[int] = []
    while reached := _taken(waiting, values):
        found += reached
    return sorted(found)


def _taken(waiting: dict[int, Iterable[Hashable]], values: set[Hashable]) -> list[int]:
    """Take those out that share one of the values, which theirs are added to; their numbers."""
    taken = []
    for number, some in waiting.items():
        if not values.isdisjoint(some):
            values.update(some)
            taken.append(number)
    for number in taken:
        del waiting[number]
    return taken
