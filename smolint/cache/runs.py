"""Runs that are recorded: what a run looks at and writes is noticed, for `smolint.cache.records` to keep."""

from __future__ import annotations

import io
import os
import sys
import time
from contextlib import contextmanager, suppress

from smolint import fast
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from smolint.cache.parts import Parts

MOST_BYTES = 64_000_000
"""The size of the longest output that is kept, and of all records together."""
_CODE = (".py", ".pyc", ".so", ".pyd")
_MEMORY = "/proc/self/statm"
"""What a limit of memory looks at: nothing that is told comes from it."""


class Trail:
    """What a run has looked at and written so far, and the `record` of an earlier one with the same arguments.

    The run itself adds the `files` that it linted with the digests of what they hold, the `looks` that cannot be
    noticed (see `smolint.fast.states`) and the folders of its `code`, and says that it is `sound`: that it came from
    nothing else. Of `known` looks it has seen what is there. With its `parts`, what did not change need not be made
    again by a later run.
    """

    def __init__(self, record: fast.Record | None = None) -> None:
        self.began = time.time_ns()
        self.record = record
        self.asleep = False
        self.files: dict[str, str] = {}
        self.known: dict[str, str] = {}
        self.parts: Parts | None = None
        self.opened: dict[str, None] = {}
        self.listed: dict[str, None] = {}
        self.looks: dict[str, None] = {}
        self.code: list[str] = []
        self.chunks: list[tuple[int, bytearray]] = []
        self.size = 0
        self.sound = False

    def notice(self, event: str, args: tuple[Any, ...]) -> None:
        """Remember a file that is opened to be read or a folder that is listed (events of `sys.addaudithook`)."""
        if self.asleep:
            return
        if event == "open":
            path, _, flags = args
            if not isinstance(path, int) and flags & os.O_ACCMODE != os.O_WRONLY:
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

    def write(self, stream: int, content: bytes) -> None:
        """Remember what was written to a stream; of too much, nothing."""
        self.size += len(content)
        if self.size > MOST_BYTES:
            self.chunks.clear()
        elif self.chunks and self.chunks[-1][0] == stream:
            self.chunks[-1][1].extend(content)
        else:
            self.chunks.append((stream, bytearray(content)))


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
        self._trail.write(self._stream, bytes(memoryview(content)[:written]))
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


def recorded(arguments: list[str], run: Callable[[list[str]], int], record: fast.Record | None = None) -> int:
    """Make a run, and keep a record of it where it can be told again; its exit code. Once in a process.

    `record` is that of an earlier run with the same arguments.
    """
    place = _place(arguments)
    if not place:
        return run(arguments)
    from smolint.cache.records import keep, names_above

    trail = Trail(record)
    above = names_above([os.getcwd(), *(os.path.abspath(one) for one in arguments if os.path.exists(one))])
    known = fast.states(above)
    sys.addaudithook(_notice)
    with _noticing(trail):
        code = run(arguments)
    if trail.sound and code in (0, 1) and trail.size <= MOST_BYTES and fast.states(above) == known:
        with suppress(OSError, ValueError):
            keep(place, code, trail, dict(zip(above, known.split("\n"), strict=True)))
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
