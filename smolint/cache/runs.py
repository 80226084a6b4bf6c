"""Records of whole runs: what a run wrote, and all that it came from, for `smolint.fast` to tell it again.

A record is written only where nothing that the run looked at can have changed since it began.
"""

from __future__ import annotations

import io
import os
import sys
import time
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from smolint import fast, own_files
from smolint.looks import last_change

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

MOST_RECORDS = 100
MOST_BYTES = 64_000_000
"""The size of all records together, and of the longest output that is kept."""
_CODE = (".py", ".pyc", ".so", ".pyd")
_MEMORY = "/proc/self/statm"
"""What a limit of memory looks at: nothing that is told comes from it."""
_NAMES = ("smolint.toml", ".smolint.toml", "pyproject.toml", ".git", ".gitignore", ".smolint-baseline.json")
"""What is looked for in the folders above those that are gone through, which tell themselves what comes into them."""


class Trail:
    """What a run has looked at and written so far.

    The run itself adds the `looks` that cannot be noticed (see `smolint.fast.states`) and the folders of its `code`,
    and says that it is `sound`: that it came from nothing else.
    """

    def __init__(self) -> None:
        self.began = time.time_ns()
        self.opened: dict[str, None] = {}
        self.listed: dict[str, None] = {}
        self.looks: dict[str, None] = {}
        self.code: list[str] = []
        self.chunks: list[tuple[int, bytearray]] = []
        self.size = 0
        self.sound = False

    def notice(self, event: str, args: tuple[Any, ...]) -> None:
        """Remember a file that is opened to be read or a folder that is listed (events of `sys.addaudithook`)."""
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


def recorded(arguments: list[str], run: Callable[[list[str]], int]) -> int:
    """Make a run, and keep a record of it where it can be told again; its exit code. Once in a process."""
    place = _place(arguments)
    if not place:
        return run(arguments)
    trail = Trail()
    before = _names_above([os.getcwd(), *(os.path.abspath(one) for one in arguments if os.path.exists(one))])
    known = fast.states(before)
    sys.addaudithook(_notice)
    with _noticing(trail):
        code = run(arguments)
    if trail.sound and code in (0, 1) and trail.size <= MOST_BYTES and fast.states(before) == known:
        with suppress(OSError, ValueError):
            _keep(place, code, trail, before)
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


def _names_above(folders: Iterable[str]) -> list[str]:
    """Looks for what may hold from the folders that some paths are in, or are."""
    found: dict[str, None] = {}
    for folder in folders:
        while folder not in found:
            found[folder] = None
            folder = os.path.dirname(folder)
    return [f"?{os.path.join(folder, name)}" for folder in found for name in _NAMES]


def _keep(place: str, code: int, trail: Trail, before: list[str]) -> None:
    looks = dict.fromkeys(before)
    looks |= dict.fromkeys(f"?{link}" for folder in trail.listed for link in _dangling(folder))
    looks |= trail.looks
    code_folders = [os.path.abspath(one) for one in sys.path]
    code_files = [path for folder in trail.code if not is_installed(folder) for path in _tree(folder)]
    looks |= dict.fromkeys(f"={path}" for path in (*trail.opened, *trail.listed, *code_folders, *code_files))
    told = list(looks)
    known = fast.states(told)
    if _quiet(looks.keys() - before, trail.began):
        own_files.write(place, fast.pack(code, told, known, trail.chunks))
        own_files.cut_back(fast.folder(), "", MOST_RECORDS, MOST_BYTES)


def is_installed(folder: str) -> bool:
    """Whether a folder is one of installed packages: what is in them changes with the packages alone."""
    own = [os.path.abspath(one) for one in sys.path if os.path.basename(one) in ("site-packages", "dist-packages")]
    return any(folder == one or folder.startswith(one + os.sep) for one in (os.path.dirname(os.__file__), *own))


def _dangling(folder: str) -> Iterator[str]:
    """The links in a folder that lead nowhere: what they lead to may come, and the folder stay as it is."""
    with suppress(OSError), os.scandir(folder) as entries:
        yield from (one.path for one in entries if one.is_symlink() and not os.path.exists(one.path))


def _tree(folder: str) -> Iterator[str]:
    """A folder, all below it, and the files in them."""
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "__pycache__"))]
        yield here
        yield from (os.path.join(here, name) for name in files)


def _quiet(looks: Iterable[str], began: int) -> bool:
    """Whether what was looked at had its state, for sure, before the run began.

    Whether something is there tells the folder that it is in, or would be in.
    """
    places = {look[1:] if look[0] == "=" else os.path.dirname(look[1:]) for look in looks}
    return all(_changed(place) < began for place in places)


def _changed(place: str) -> int:
    """When a file or folder may last have changed, in nanoseconds; of one that is not there, its folder."""
    try:
        found = os.stat(place)
    except OSError:
        folder = os.path.dirname(place)
        return _changed(folder) if folder != place else 0
    return last_change(found)


def clean() -> None:
    """Delete all records. Raises OSError."""
    if os.path.isdir(fast.folder()):
        own_files.cut_back(fast.folder(), "", 0, 0)
