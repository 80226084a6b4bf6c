"""What the corpus checks keep of all drafts until the run ends; on the disk where it is much, as in a large export."""

from __future__ import annotations

from collections.abc import Sequence

from smolint.check import Gathered
from smolint.errors import SmolintError, phrase, reason_of
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import IO, Any, overload

    from smolint.finding import Finding
    from smolint.judging import Evidence
    from smolint.setup import Setup

AT_ONCE = 1000
"""How many drafts' evidence is put aside together, and so the most that a pile holds in memory as it came."""
_IN_MEMORY = 4_000_000
"""Bytes that are put aside in memory; what is more goes to a temporary file."""


class Spool:
    """Bytes that are put aside one after the other, and read by their number."""

    def __init__(self) -> None:
        from array import array

        self._file: IO[bytes] | None = None
        self._ends = array("Q", [0])

    def __len__(self) -> int:
        return len(self._ends) - 1

    def put(self, contents: Iterable[bytes]) -> None:
        """Put some aside. Raises SmolintError where the disk takes no more."""
        from tempfile import SpooledTemporaryFile

        try:
            if self._file is None:
                self._file = SpooledTemporaryFile(_IN_MEMORY, prefix="smolint-")  # noqa: SIM115 - as long as the run.
            self._file.seek(0, 2)
            for content in contents:
                self._file.write(content)
                self._ends.append(self._ends[-1] + len(content))
        except OSError as error:
            reason = reason_of(error)
            raise SmolintError(phrase("a temporary file cannot be written: {reason}", reason=reason)) from error

    def get(self, number: int) -> bytes:
        """What was put aside under a number, from 0."""
        assert self._file is not None
        self._file.seek(self._ends[number])
        return self._file.read(self._ends[number + 1] - self._ends[number])

    def __del__(self) -> None:
        if self._file is not None:
            self._file.close()


class Pile(Sequence[Gathered]):
    """The evidence of one rule, in the order in which it came, as the check sees it.

    `concluded` are the numbers of those of which something is told, with the values of its message; None until it is
    known. Where it is known in part, `open` are the numbers of which it is not, and `settled` is what is known.
    """

    def __init__(self, evidence: Iterable[Evidence] = ()) -> None:
        self.concluded: list[tuple[int, dict[str, Any]]] | None = None
        self.open: list[int] | None = None
        self.settled: list[tuple[int, dict[str, Any]]] = []
        self._loose = list(evidence)
        self._aside = 0
        self._traces = Spool()
        self._findings = Spool()
        self._unpacked: tuple[int, list[Finding]] = -1, []

    def add(self, one: Evidence) -> None:
        """Put one on the pile. Raises SmolintError where a temporary file is needed, and the disk takes no more."""
        self._loose.append(one)
        if len(self._loose) == AT_ONCE:
            self._put_aside()

    def __len__(self) -> int:
        return self._aside + len(self._loose)

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, number: int) -> Gathered: ...
        @overload
        def __getitem__(self, number: slice) -> list[Gathered]: ...

    def __getitem__(self, number: int | slice) -> Gathered | list[Gathered]:
        """What the check sees of a draft."""
        if isinstance(number, slice):
            return [self[one] for one in range(*number.indices(len(self)))]
        number = range(len(self))[number]
        if number >= self._aside:
            one = self._loose[number - self._aside]
            return Gathered(*one.identity, one.kept)
        import pickle

        return Gathered(*pickle.loads(self._traces.get(number)))

    def finding(self, number: int) -> Finding:
        """The finding to report of a draft, its message yet to be filled; quickest in the order of the pile."""
        if number >= self._aside:
            return self._loose[number - self._aside].finding
        batch, place = divmod(number, AT_ONCE)
        if batch != self._unpacked[0]:
            import pickle
            import zlib

            self._unpacked = batch, pickle.loads(zlib.decompress(self._findings.get(batch)))
        return self._unpacked[1][place]

    def _put_aside(self) -> None:
        """Put aside what is loose: the findings of all in one, for nine tenths of them are the same words."""
        import pickle
        import zlib

        newest = pickle.HIGHEST_PROTOCOL
        self._traces.put(pickle.dumps((*one.identity, one.kept), newest) for one in self._loose)
        self._findings.put([zlib.compress(pickle.dumps([one.finding for one in self._loose], newest), 1)])
        self._aside += len(self._loose)
        self._loose = []


class Gathering:
    """All evidence of a run, by setup and rule."""

    def __init__(self) -> None:
        self._piles: dict[tuple[int, str], tuple[Setup, Pile]] = {}

    def add(self, setup: Setup, facts: Iterable[tuple[str, Evidence]]) -> None:
        """Keep the evidence of drafts that were linted with a setup, each with its rule's name."""
        for rule, one in facts:
            key = id(setup), rule
            if key not in self._piles:
                self._piles[key] = setup, Pile()
            self._piles[key][1].add(one)

    def put(self, setup: Setup, rule: str, pile: Pile) -> None:
        """Put a whole pile there."""
        self._piles[id(setup), rule] = setup, pile

    def piles(self) -> Iterator[tuple[Setup, str, Pile]]:
        """The setups and names of the rules for which there is any, with all that there is."""
        for (_, rule), (setup, pile) in self._piles.items():
            yield setup, rule, pile
