"""Files in the user's own cache: each is written in one step, the oldest go first, some are read part by part."""

from __future__ import annotations

import marshal
import os
from binascii import crc32
from contextlib import suppress
from functools import partial

from smolint.fast import SEAL, opened, own_folder, seal

# Type checkers take this name for the type; typing itself is imported later, if at all.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Mapping
    from io import FileIO
    from typing import Any

_LENGTH = 8
_TAG = "CACHEDIR.TAG"
_SIGNED = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder is smolint's cache.\n"
_IGNORED = "# Made by smolint.\n*\n"


class Parts:
    """What one file holds by key, each part read when it is asked for: most runs need few of them."""

    def __init__(self, file: FileIO | None, index: dict[Any, tuple[Any, int, int, int]], begin: int) -> None:
        self._file = file
        self._index = index
        self._begin = begin

    def __contains__(self, key: Hashable) -> bool:
        return key in self._index

    def __len__(self) -> int:
        return len(self._index)

    def about(self, key: Hashable) -> Any:
        """What is known of a part without reading it. Raises KeyError where there is none."""
        return self._index[key][0]

    def read(self, key: Hashable) -> bytes | None:
        """The part of that key; None where there is none, or a damaged one, which is forgotten."""
        if key not in self._index or self._file is None:
            return None
        _, begin, length, checksum = self._index[key]
        try:
            part = _read(self._file, self._begin + begin, length)
        except OSError:
            part = b""
        if crc32(part) == checksum:
            return part
        del self._index[key]
        return None

    def items(self) -> Iterator[tuple[Any, tuple[Any, bytes]]]:
        """The keys with what is known of their parts and the parts."""
        for key in [*self._index]:
            about = self.about(key)
            part = self.read(key)
            if part is not None:
                yield key, (about, part)

    def close(self) -> None:
        """Close the file: nothing is read from here on."""
        if self._file is not None:
            self._file.close()


def read_parts(path: str) -> Parts:
    """The parts that a file of the user's own holds; none where there is no such file, or a damaged one."""
    try:
        file = opened(path)
    except OSError:
        return Parts(None, {}, 0)
    start = file.read(SEAL + _LENGTH)
    begin = len(start) + int.from_bytes(start[SEAL:], "big")
    size = os.fstat(file.fileno()).st_size
    head = file.read(begin - len(start)) if begin <= size else b""
    if seal(path, start[SEAL:] + head) == start[:SEAL]:
        index, length = marshal.loads(head)
        if begin + length == size:
            return Parts(file, index, begin)
    file.close()
    return Parts(None, {}, 0)


def write_parts(path: str, parts: Mapping[Any, tuple[Any, bytes]]) -> None:
    """Write parts with what is to be known of each, plain values, by their keys. Raises OSError."""
    index, end = {}, 0
    for key, (about, part) in parts.items():
        index[key] = about, end, len(part), crc32(part)
        end += len(part)
    head = marshal.dumps((index, end))
    head = len(head).to_bytes(_LENGTH, "big") + head
    write(path, (seal(path, head), head, *(part for _, part in parts.values())))


def _read(file: FileIO, begin: int, length: int) -> bytes:
    if hasattr(os, "pread"):
        # Leaves alone the place in the file, which a process shares with those that it forked.
        return os.pread(file.fileno(), length, begin)
    file.seek(begin)
    return file.read(length)


def write(path: str, parts: Iterable[bytes | bytearray | memoryview]) -> None:
    """Put a file that only the user reads in its place as a whole. Raises OSError, and leaves nothing behind then."""
    make_folder(os.path.dirname(path))
    draft = f"{path}.{os.getpid()}"
    try:
        with open(draft, "wb", opener=partial(os.open, mode=0o600)) as file:
            file.writelines(parts)
        os.replace(draft, path)
    except OSError:
        with suppress(OSError):
            os.unlink(draft)
        raise


def make_folder(folder: str) -> None:
    """Make a folder of the user's own cache, which is marked as one: it may lie in a project. Raises OSError."""
    os.makedirs(folder, mode=0o700, exist_ok=True)
    top = own_folder()
    is_below = os.path.join(folder, "").startswith(os.path.join(top, ""))
    if is_below and not os.path.exists(os.path.join(top, _TAG)):
        mark_cache(top)


def mark_cache(folder: str) -> None:
    """Say in a folder that it is a cache, to backups (https://bford.info/cachedir) and to git. Raises OSError."""
    for name, text in ((".gitignore", _IGNORED), (_TAG, _SIGNED)):
        with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as file:
            file.write(text)


def cut_back(folder: str, ending: str, most: int, size: int) -> None:
    """Delete the oldest files of a folder whose names end so, until at most so many of that size in bytes are left."""
    with os.scandir(folder) as entries:
        states = [(one.stat(), one.path) for one in entries if one.name.endswith(ending) and one.is_file()]
    states.sort(key=lambda one: one[0].st_mtime_ns, reverse=True)
    for number, (state, path) in enumerate(states, start=1):
        size -= state.st_size
        if number > most or size < 0:
            with suppress(OSError):
                os.unlink(path)
