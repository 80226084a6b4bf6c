"""Runs that are recorded: what a run looks at and writes is noticed, for `smolint.cache.records` to keep."""

from __future__ import annotations

import io
import os
import sys
import time
from contextlib import contextmanager, suppress

from smolint import fast
from smolint.cache.pages import Pages
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from io import FileIO
    from typing import Any

    from smolint.cache.parts import Parts
    from smolint.fast import Piece, Record

MOST_BYTES = 256_000_000
"""The size of all records together, and of the longest: 40,000 posts in one format."""
_AT_ONCE = 1_000_000
"""Bytes of output that are held in memory."""
_CODE = (".py", ".pyc", ".so", ".pyd")
_MEMORY = "/proc/self/statm"
"""What a limit of memory looks at: nothing that is told comes from it."""


class Trail:
    """What a run has looked at and written so far, and the `record` of an earlier one with the same arguments.

    What it wrote are `pieces` in its `pages`, unless it is `lost`: too much, or more than the disk takes. `told` is how
    many bytes went to standard output.

    The run itself adds the `files` that it linted with the digests of what they hold, the `looks` that cannot be
    noticed (see `smolint.fast.states`) and the folders of its `code`, and says that it is `sound`: that it came from
    nothing else. Of `known` looks it has seen what is there. With its `parts`, what did not change need not be made
    again by a later run.
    """

    def __init__(self, place: str, record: Record | None = None) -> None:
        self.began = time.time_ns()
        self.place = place
        self.record = record
        self.asleep = False
        self.files: dict[str, str] = {}
        self.known: dict[str, str] = {}
        self.parts: Parts | None = None
        self.opened: dict[str, None] = {}
        self.listed: dict[str, None] = {}
        self.looks: dict[str, None] = {}
        self.code: list[str] = []
        self.pages = Pages(place)
        self.pieces: list[Piece] = []
        self.told = 0
        self.lost = False
        self.sound = False
        self._stream = 0
        self._loose = bytearray()

    def notice(self, event: str, args: tuple[Any, ...]) -> None:
        """Remember a file that is opened to be read or a folder that is listed (events of `sys.addaudithook`)."""
        if self.asleep:
            return
        if event == "open":
            path, _, flags = args
            if not isinstance(path, int) and flags & os.O_ACCMODE != os.O_WRONLY and not _begins_empty(flags):
                name = os.path.abspath(os.fsdecode(path))
                if not name.endswith(_CODE) and name != _MEMORY:
                    self.opened[name] = None
        elif event in ("os.scandir", "os.listdir"):
            self.listed[os.path.abspath(os.fsdecode("." if args[0] is None else args[0]))] = None

    def taken(self) -> tuple[list[str], list[str]]:
        """The files opened and folders listed since it was last asked: what a worker has to tell."""
        told = list(self.opened), list(self.listed)
        self.opened.clear()
        self.listed.clear()
        return told

    def write(self, stream: int, content: memoryview) -> None:
        """Remember what was written to a stream."""
        if stream == 1:
            self.told += len(content)
        if self.lost:
            return
        if stream != self._stream or len(self._loose) >= _AT_ONCE:
            self.cut()
        self._stream = stream
        self._loose += content

    def cut(self) -> int:
        """Put aside what was written since it was last called; the number of pieces so far."""
        if self._loose and not self.lost:
            piece = self.keep(self._loose, self._stream)
            if piece:
                self.pieces.append(piece)
        self._loose = bytearray()
        return len(self.pieces)

    def keep(self, content: bytes | bytearray, stream: int = 0) -> Piece | None:
        """Put something aside; None where the run is lost."""
        if not self.lost:
            try:
                piece = self.pages.add(stream, content)
            except OSError:
                self.lost = True
            else:
                self.lost = self.pages.size > MOST_BYTES
                return piece
        return None

    def add_to(self, pages: FileIO) -> None:
        """Add to the pages of the earlier run, of which nothing is to change."""
        self.pages = Pages(self.place, os.fspath(pages.name))

    def repeat(self, pages: FileIO, pieces: Iterable[Piece]) -> None:
        """Write some pieces of the pages again; all that was written before must be in pieces."""
        for piece in pieces:
            fast.write(piece[0], fast.content_of(pages, piece))
            self.pieces.append(piece)
            self.told += piece[2]


def _begins_empty(flags: int) -> bool:
    """Whether a file is opened as a new or an empty one: what it will hold comes from the run itself."""
    return bool(flags & (os.O_EXCL | os.O_TRUNC))


class _Tee(io.RawIOBase):
    """A stream of the process, with all that is written to it remembered."""

    def __init__(self, stream: int, trail: Trail) -> None:
        self._stream = stream
        self._trail = trail

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._stream

    def isatty(self) -> bool:
        return os.isatty(self._stream)

    def write(self, content: Any) -> int:
        written = os.write(self._stream, content)
        self._trail.write(self._stream, memoryview(content)[:written])
        return written


_CURRENT: list[Trail] = []


def current() -> Trail | None:
    """The trail of the run that is being recorded, None where none is."""
    return _CURRENT[0] if _CURRENT else None


@contextmanager
def unnoticed() -> Iterator[None]:
    """Leave it to the caller to remember which files are opened inside the block."""
    trail = current()
    if trail is None:
        yield
        return
    trail.asleep = True
    try:
        yield
    finally:
        trail.asleep = False


def recorded(arguments: list[str], run: Callable[[list[str]], int], record: Record | None = None) -> int:
    """Make a run, and keep a record of it where it can be told again; its exit code. Once in a process.

    `record` is that of an earlier run with the same arguments.
    """
    place = _place(arguments)
    if not place:
        return run(arguments)
    from smolint.cache.records import keep, names_above

    trail = Trail(place, record)
    above = names_above([os.getcwd(), *(os.path.abspath(one) for one in arguments if os.path.exists(one))])
    known = fast.states(above)
    sys.addaudithook(_notice)
    is_kept = False
    try:
        with _noticing(trail):
            code = run(arguments)
        trail.cut()
        if trail.sound and not trail.lost and code in (0, 1) and fast.states(above) == known:
            with suppress(OSError, ValueError):
                keep(code, trail, dict(zip(above, known.split("\n"), strict=True)))
                is_kept = True
    finally:
        (trail.pages.close if is_kept else trail.pages.discard)()
    return code


def _place(arguments: list[str]) -> str:
    """Where the record of the run goes; `""` where its streams are not those of the process."""
    try:
        streams = [stream.fileno() for stream in (sys.stdout, sys.stderr)]
        return fast.place(arguments) if streams == [1, 2] else ""
    except (OSError, ValueError, AttributeError):
        return ""


@contextmanager
def _noticing(trail: Trail) -> Iterator[None]:
    own = sys.stdout, sys.stderr
    sys.stdout = io.TextIOWrapper(
        io.BufferedWriter(_Tee(1, trail)), encoding="utf-8", errors="backslashreplace", line_buffering=own[0].isatty()
    )
    sys.stderr = io.TextIOWrapper(
        io.BufferedWriter(_Tee(2, trail)), encoding="utf-8", errors="backslashreplace", line_buffering=True
    )
    _CURRENT.append(trail)
    try:
        yield
    finally:
        _CURRENT.clear()
        with suppress(OSError):
            sys.stdout.flush()
        sys.stdout, sys.stderr = own


def _notice(event: str, args: tuple[Any, ...]) -> None:
    if _CURRENT:
        _CURRENT[0].notice(event, args)
