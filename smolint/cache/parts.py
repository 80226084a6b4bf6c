"""The parts of a run, one for each file: what a later run needs of those files that have not changed.

Those that come one after the other make blocks, so that a run after a small change unpacks few. They are kept in the
pages of the record, as plain values in Python's own form, and what holds of whole blocks in the record itself.
"""

from __future__ import annotations

import marshal
import os

from smolint.cache.packing import pack_finding, unpack_finding
from smolint.fast import name_of
from smolint.finding import Figures, figures_of, sum_of
from smolint.gathering import Pile
from smolint.named_tuple import NamedTuple
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from smolint.discovery import Found
    from smolint.fast import Piece
    from smolint.finding import FileResult, Finding
    from smolint.gathering import Gathering
    from smolint.setup import Setup

AT_ONCE = 16
"""Files that make a block."""

_NOTHING = (0, 0, 0, 0)
"""A piece of no bytes."""
Identity = tuple[str, int, str]
"""The path, number and platform of a draft."""
Key = tuple[int, str]
"""The number of a setup, and a rule."""


class Part(NamedTuple):
    """A file in a run, as if a block of its own were made of it.

    `shown` is its path as reports show it, `file` the absolute one, `""` where something else comes from its content as
    well; `setup` is the number of its setup. So many bytes of output were `told` of its result, which adds these
    `figures`. Corpus checks keep `facts` of these rules.
    """

    file: str
    path: str
    argument: str
    named: bool
    shown: str
    setup: int
    told: int
    figures: tuple[Any, ...]
    facts: tuple[str, ...]

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules of which something was found, in the order in which they came first."""
        return tuple(Figures(*self.figures).by_rule)

    @property
    def found(self) -> tuple[str, ...]:
        """As of a block."""
        return (self.shown,) if self.rules else ()

    @property
    def counted(self) -> tuple[str, ...]:
        """As of a block."""
        return (self.shown,) if Figures(*self.figures).counts else ()


class Fact(NamedTuple):
    """What a corpus check keeps of a draft of the file that has this number in its block."""

    number: int
    identity: Identity
    kept: Any


class Block(NamedTuple):
    """Some files that come one after the other.

    What was written of them are the pieces `output`. The piece `packed` holds their parts and behind these, for each of
    the `facts`, so many bytes of them. `files` are the absolute paths as in the parts; `shown` those that reports show:
    of all files, of those that `counted` as files of the run, and of those in which something was `found`.
    """

    output: tuple[Piece, ...]
    packed: Piece
    facts: dict[Key, int]
    files: tuple[str, ...]
    shown: tuple[str, ...]
    counted: tuple[str, ...]
    found: tuple[str, ...]
    figures: tuple[Any, ...]

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules of which something was found, in the order in which they came first."""
        return tuple(Figures(*self.figures).by_rule)


class Concluded(NamedTuple):
    """What a rule has concluded from the facts of one setup: numbers of facts, values, and findings yet to be filled.

    The findings are by these numbers, each with the identity of its draft, packed.
    """

    setup: int
    rule: str
    told: list[tuple[int, dict[str, Any]]]
    findings: dict[int, tuple[Identity, bytes]]


class Told(Pile):
    """Evidence of which all is as it was: what is concluded from it is known."""

    def __init__(self, known: Concluded) -> None:
        super().__init__()
        self.concluded = known.told
        self.known = known

    def finding(self, number: int) -> Finding:
        """The finding to report of a draft of which something is concluded."""
        return unpack_finding(self.known.findings[number][1])


class Parts:
    """The parts of a run that is being made, in the order of its files, and what was told of the whole of it.

    `closing` is a block without files: what was told of the `conclusions`. There are no parts once a file has several
    results, each of which would need its own.
    """

    def __init__(
        self, folders: Iterable[str] = (), setups: Iterable[Setup] = (), listed: Mapping[str, str] | None = None
    ) -> None:
        """Where an earlier run goes on, with `folders` in which these `setups` hold, and what it had listed."""
        self.blocks: list[Block] = []
        self.waiting: list[Part] = []
        self.closing: Block | None = None
        self.conclusions: list[Part] = []
        self.fingerprints: list[bytes] = []
        self.concluded: list[Concluded] = []
        self.listed: dict[str, str] = dict(listed or {})
        self.folders: set[str] = set(self.listed)
        self.whole = True
        self._last = ""
        self._facts: dict[Key, list[Fact]] = {}
        self._folders = list(folders)
        self._setups = {id(setup): number for number, setup in enumerate(setups)}

    def add(self, found: Found, setup: Setup, result: FileResult, told: int) -> None:
        """Add a file with its only result, of which so many bytes were told."""
        path = os.fspath(found.path)
        if self._last == path:
            self.leave()
        if not self.whole:
            return
        self._last = path
        # Where a link leads to must be looked at again once it has changed.
        file = "" if os.path.islink(path) else os.path.abspath(path)
        self.folders.add(os.path.dirname(os.path.abspath(path)))
        part = Part(
            file,
            path,
            os.fspath(found.argument),
            found.named,
            result.path,
            self._number_of(setup, path),
            told,
            tuple(figures_of(result)),
            tuple(rule for rule, _ in result.facts),
        )
        self.repeat(part, [(one.identity, one.kept) for _, one in result.facts])

    def repeat(self, part: Part, facts: Iterable[tuple[Identity, Any]]) -> None:
        """Add a file with its facts."""
        number = len(self.waiting)
        self.waiting.append(part)
        for rule, (identity, kept) in zip(part.facts, facts, strict=True):
            self._facts.setdefault((part.setup, rule), []).append(Fact(number, identity, kept))

    def seal(self, output: Sequence[Piece], keep: Callable[[bytes], Piece | None]) -> None:
        """Make a block of the files that wait, of which this was written; `keep` puts aside what is packed of them."""
        parts, self.waiting = self.waiting, []
        by_key, self._facts = self._facts, {}
        if not parts or not self.whole:
            return
        try:
            rows = marshal.dumps([tuple(part)[1:] for part in parts])
            facts = {key: marshal.dumps(list(map(tuple, some))) for key, some in by_key.items()}
        except ValueError:
            # A corpus check keeps something that is no plain value.
            self.leave()
            return
        packed = keep(b"".join((rows, *facts.values())))
        if packed:
            lengths = {key: len(some) for key, some in facts.items()}
            self.blocks.append(_block(tuple(output), packed, lengths, parts))
        else:
            self.leave()

    def add_conclusion(self, result: FileResult) -> None:
        """Add a result that comes from the whole run."""
        self.conclusions.append(Part("", "", "", False, result.path, 0, 0, tuple(figures_of(result)), ()))

    def close(self, output: Sequence[Piece]) -> None:
        """End what is told of the conclusions: this was written of them."""
        if self.conclusions and self.whole:
            self.closing = _block(tuple(output), _NOTHING, {}, self.conclusions)
        self.conclusions = []

    def pieces(self) -> Iterator[Piece]:
        """All pieces of the pages that are spoken of."""
        for block in (*self.blocks, *filter(None, [self.closing])):
            yield from block.output
            yield block.packed

    def move(self, moved: Mapping[Piece, Piece]) -> None:
        """Speak of other pieces instead."""
        self.blocks = [_moved(block, moved) for block in self.blocks]
        self.closing = self.closing and _moved(self.closing, moved)

    def leave(self) -> None:
        """Keep nothing in memory that is not going to be written."""
        self.whole = False
        self.blocks = []
        self.waiting = []
        self.conclusions = []
        self._facts = {}

    def know(self, fingerprints: Mapping[int, bytes]) -> None:
        """Add the fingerprints of the setups, given by their identity."""
        self.fingerprints = [fingerprints[one] for one in self._setups]

    def conclude(self, gathering: Gathering) -> None:
        """Add what was concluded from the whole run."""
        for setup, rule, pile in gathering.piles():
            if isinstance(pile, Told):
                self.concluded.append(pile.known)
            elif pile.concluded is not None:
                findings = {at: (pile[at].identity, pack_finding(pile.finding(at))) for at, _ in pile.concluded}
                self.concluded.append(Concluded(self._setups[id(setup)], rule, pile.concluded, findings))

    def packed(self, others: Collection[str]) -> bytes:
        """What is not in the pages, nothing where the parts are not whole; `others` are looks at what is not linted.

        Raises ValueError where a check concludes something that is no plain value.
        """
        if not self.whole:
            return b""
        shared = {look[1:] for look in others if look[0] == "="}
        blocks = [
            tuple(block._replace(files=tuple("" if file in shared else file for file in block.files)))
            for block in self.blocks
        ]
        concluded = list(map(tuple, self.concluded))
        closing = list(map(tuple, filter(None, [self.closing])))
        return marshal.dumps((blocks, closing, self._folders, self.fingerprints, concluded, self.listed))

    def _number_of(self, setup: Setup, path: str) -> int:
        if id(setup) not in self._setups:
            self._setups[id(setup)] = len(self._folders)
            self._folders.append(os.path.dirname(path))
        return self._setups[id(setup)]


def _moved(block: Block, moved: Mapping[Piece, Piece]) -> Block:
    return block._replace(output=tuple(moved[one] for one in block.output), packed=moved[block.packed])


def _block(output: tuple[Piece, ...], packed: Piece, facts: dict[Key, int], parts: Sequence[Part]) -> Block:
    files = tuple(part.file for part in parts)
    shown = tuple(part.shown for part in parts)
    counted = tuple(path for part in parts for path in part.counted)
    found = tuple(path for part in parts for path in part.found)
    figures = sum_of(Figures(*part.figures) for part in parts)
    return Block(output, packed, facts, files, shown, counted, found, tuple(figures))


def names_in(folder: str) -> str:
    """A digest of the names in a folder, with what each of them is. Raises OSError."""
    with os.scandir(folder) as entries:
        names = sorted((one.name, one.is_symlink(), one.is_dir(follow_symlinks=False)) for one in entries)
    return name_of(names)
