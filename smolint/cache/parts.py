"""The parts of a run, one for each file: what a later run needs of those files that have not changed.

They are kept behind the record of the run, as plain values in Python's own form: see `smolint.fast.more_of`.
"""

from __future__ import annotations

import marshal
import os
from typing import TYPE_CHECKING, Any

from smolint.cache.packing import pack_finding
from smolint.cache.runs import MOST_BYTES
from smolint.fast import name_of
from smolint.finding import figures_of
from smolint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from smolint.discovery import Found
    from smolint.finding import FileResult
    from smolint.gathering import Gathering
    from smolint.setup import Setup

Identity = tuple[str, int, str]
"""The path, number and platform of a draft."""


class Part(NamedTuple):
    """A file in a run.

    `shown` is its path as reports show it, `file` the absolute one, `setup` the number of its setup. What was written
    of it are the bytes `[start, end)` of the output; that depends on the report's `standing` and on the result alone,
    which speaks of these `rules` and adds these `figures`. `facts` are packed `Fact`s. Where it is not `alone`,
    something else comes from its content.
    """

    path: str
    argument: str
    named: bool
    shown: str
    file: str
    setup: int
    start: int
    end: int
    standing: Any
    rules: tuple[str, ...]
    figures: tuple[Any, ...]
    facts: bytes
    alone: bool = True


class Fact(NamedTuple):
    """What a corpus check keeps of a draft."""

    rule: str
    identity: Identity
    kept: Any


class Concluded(NamedTuple):
    """What a rule has concluded from the facts of one setup: numbers of facts, values, and findings yet to be filled.

    The findings are by the identities of their drafts, packed.
    """

    setup: int
    rule: str
    told: list[tuple[int, dict[str, Any]]]
    findings: dict[Identity, bytes]


class Parts:
    """The parts of a run that is being made, in the order of its files.

    All in all so many bytes of output were `written`.

    There are none once a file has several results, each of which would need its own, nor where they are too many to be
    written.
    """

    def __init__(
        self, folders: Iterable[str] = (), setups: Iterable[Setup] = (), listed: Mapping[str, str] | None = None
    ) -> None:
        """Where an earlier run goes on, with `folders` in which these `setups` hold, and what it had listed."""
        self.files: list[Part] = []
        self.fingerprints: list[bytes] = []
        self.concluded: list[Concluded] = []
        self.listed: dict[str, str] = dict(listed or {})
        self.whole = True
        self.written = 0
        self._size = 0
        self._folders = list(folders)
        self._setups = {id(setup): number for number, setup in enumerate(setups)}

    def add(self, found: Found, setup: Setup, result: FileResult, standing: Any, place: tuple[int, int]) -> None:
        """Add a file with its only result, which was written at that place of the output."""
        if not self.whole:
            return
        path = os.fspath(found.path)
        try:
            facts = pack_facts(result)
        except ValueError:
            self._leave()
            return
        self._size += len(facts)
        if (self.files and self.files[-1].path == path) or self._size > MOST_BYTES:
            self._leave()
            return
        rules = tuple(dict.fromkeys(one.rule for one in result.findings))
        self.files.append(
            Part(
                path,
                os.fspath(found.argument),
                found.named,
                result.path,
                os.path.abspath(path),
                self._number_of(setup, path),
                *place,
                standing,
                rules,
                tuple(figures_of(result)),
                facts,
                # Where a link leads to must be looked at again once it has changed.
                alone=not os.path.islink(path),
            )
        )

    def _leave(self) -> None:
        """Keep nothing in memory that is not going to be written."""
        self.whole = False
        self.files = []

    def repeat(self, part: Part, start: int) -> None:
        """Add a file that is told as in an earlier run, at another place of the output."""
        self.files.append(
            part if part.start == start else part._replace(start=start, end=start + part.end - part.start)
        )

    def conclude(self, gathering: Gathering, fingerprints: Mapping[int, bytes]) -> None:
        """Add what was concluded from the whole run, and the fingerprints of the setups, given by their identity."""
        if not self.whole:
            return
        self.fingerprints = [fingerprints[one] for one in self._setups]
        for setup, rule, pile in gathering.piles():
            if pile.concluded is not None:
                findings = {pile[at].identity: pack_finding(pile.finding(at)) for at, _ in pile.concluded}
                self.concluded.append(Concluded(self._setups[id(setup)], rule, pile.concluded, findings))

    def packed(self, others: Collection[str]) -> bytes:
        """All of it, nothing where it is not whole; `others` are looks at what is not linted.

        Raises ValueError where a check concludes something that is no plain value.
        """
        if not self.whole:
            return b""
        files = (
            part._replace(alone=False) if part.alone and f"={part.file}" in others else part for part in self.files
        )
        concluded = list(map(tuple, self.concluded))
        return marshal.dumps((list(map(tuple, files)), self._folders, self.fingerprints, concluded, self.listed))

    def _number_of(self, setup: Setup, path: str) -> int:
        if id(setup) not in self._setups:
            self._setups[id(setup)] = len(self._folders)
            self._folders.append(os.path.dirname(path))
        return self._setups[id(setup)]


def pack_facts(result: FileResult) -> bytes:
    """The facts of a result. Raises ValueError where a corpus check keeps something that is no plain value."""
    return marshal.dumps([(rule, one.identity, one.kept) for rule, one in result.facts])


def unpack_facts(packed: bytes) -> list[Fact]:
    """The facts in some bytes."""
    return [Fact(*one) for one in marshal.loads(packed)]


def names_in(folder: str) -> str:
    """A digest of the names in a folder, with what each of them is. Raises OSError."""
    with os.scandir(folder) as entries:
        names = sorted((one.name, one.is_symlink(), one.is_dir(follow_symlinks=False)) for one in entries)
    return name_of(names)
