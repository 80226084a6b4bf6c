"""What was looked for on disk while a draft was linted, so that its result can be kept until any of it changes."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from stat import S_ISREG
from typing import TYPE_CHECKING, Literal

from smolint import fast
from smolint.named_tuple import NamedTuple
from smolint.plain_file import open_plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MOST_HASHED = 50_000_000
_TICK = 200_000_000
"""Nanoseconds by which a file's time may be behind: kernels stamp files with a clock that ticks every few ms."""
_COARSE_TICK = 2_000_000_000
"""The same where files have times in whole seconds: every two of them on FAT."""


class Stamp(NamedTuple):
    """What a path was: `""` (not there), `folder`, `names`, or `file`, with size, times, digest if content counts.

    The time `changed` is 0 where the file was so young that it might change once more within the same tick of the
    clock: only its content tells then whether it is the same.
    """

    kind: str
    size: int = 0
    changed: int = 0
    touched: int = 0
    inode: int = 0
    digest: str = ""


_ABSENT = Stamp("")
_FOLDER = Stamp("folder")
_FILE = Stamp("file")

Aspect = Literal["there", "content", "names"]
"""What of a path counts: whether it is there, what it holds, or the names of all files below it."""

_MOST_FOLDERS = 2_000
"""How many folders of a project are looked through before it counts as unknown."""
_SKIPPED = frozenset({".git", "node_modules", "_site", "vendor", ".venv", "__pycache__"})
_CACHE = "CACHEDIR.TAG"
"""The file that marks the folder of a cache: https://bford.info/cachedir."""

_CURRENT: ContextVar[set[tuple[str, Aspect]] | None] = ContextVar("looks", default=None)


@contextmanager
def recorded() -> Iterator[set[tuple[str, Aspect]]]:
    """Collect the paths that are looked for inside the block, each with what of it counts."""
    looks: set[tuple[str, Aspect]] = set()
    token = _CURRENT.set(looks)
    try:
        yield looks
    finally:
        _CURRENT.reset(token)


def look(path: str | Path, aspect: Aspect = "there") -> None:
    """Remember that a path was looked for, and what of it counts."""
    looks = _CURRENT.get()
    if looks is not None:
        looks.add((os.path.abspath(path), aspect))


def exists(path: str | Path) -> bool:
    """Whether there is something at a path, which is remembered; False for names that are too long."""
    look(path)
    return os.path.exists(path)


def is_folder(path: str | Path) -> bool:
    """Whether there is a folder at a path, which is remembered."""
    look(path)
    return os.path.isdir(path)


def names_below(root: Path) -> frozenset[str] | None:
    """The names of all files below a folder in lower case, None where it has too many folders; it is remembered."""
    look(root, "names")
    return _names(os.path.abspath(root))


@lru_cache(maxsize=8)
def _names(root: str) -> frozenset[str] | None:
    names: set[str] = set()
    for number, (_, folders, files) in enumerate(os.walk(root)):
        if number >= _MOST_FOLDERS:
            return None
        if _CACHE in files:
            # What a cache holds is made and dropped by programs, smolint's own by this very run.
            folders.clear()
            continue
        folders[:] = [folder for folder in folders if folder not in _SKIPPED]
        names.update(file.lower() for file in files)
    return frozenset(names)


@lru_cache(maxsize=8)
def _names_digest(root: str) -> str:
    names = _names(root)
    return _hashed(("" if names is None else "\n".join(sorted(names))).encode("utf-8", "surrogateescape"))


def forget() -> None:
    """Look anew at the names below folders, which are else looked at once: a run that watches does so each time."""
    _names.cache_clear()
    _names_digest.cache_clear()


def stamp(path: str, aspect: Aspect) -> Stamp:
    """What is at a path now, as far as it counts."""
    if aspect == "names":
        return Stamp("names", digest=_names_digest(path))
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return _ABSENT
    if not S_ISREG(status.st_mode):
        return _FOLDER
    return _FILE if aspect == "there" else _stamped(status, status.st_size, _digest(path))


def content_stamp(status: os.stat_result, content: bytes) -> Stamp:
    """What a file is that had this status before this content was read."""
    return _stamped(status, len(content), _hashed(content[:_MOST_HASHED]))


def _stamped(status: os.stat_result, size: int, digest: str) -> Stamp:
    changed = status.st_mtime_ns if last_change(status) < time.time_ns() else 0
    return Stamp("file", size, changed, status.st_ctime_ns, status.st_ino, digest)


def last_change(status: os.stat_result) -> int:
    """The latest time, in nanoseconds, at which a file or folder that has this status may have changed."""
    times = (status.st_mtime_ns, status.st_ctime_ns)
    return max(times) + (_TICK if any(one % 1_000_000_000 for one in times) else _COARSE_TICK)


def aspect_of(known: Stamp) -> Aspect:
    """What of a path counted where that stamp was made."""
    if known.kind == "names":
        return "names"
    return "content" if known.digest else "there"


def holds(path: str, known: Stamp) -> bool:
    """Whether a path still is what it was; a file that was written anew with the same content is."""
    if known.kind == "names":
        return _names_digest(path) == known.digest
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return not known.kind
    if ("file" if S_ISREG(status.st_mode) else "folder") != known.kind or not known.digest:
        return bool(known.kind)
    if (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino) == known[1:5]:
        return True
    return status.st_size == known.size and _digest(path) == known.digest


def _digest(path: str) -> str:
    """The digest of a file's content; of a very large one, of its beginning alone: its size counts as well."""
    try:
        with open_plain(path) as file:
            return _hashed(file.read(_MOST_HASHED))
    except OSError:
        return "unreadable"


def _hashed(content: bytes) -> str:
    return fast.digest(content).hex()
