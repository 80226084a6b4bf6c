"""Reading files whose kind nobody vouches for: a regular file is read, as far as is asked for, and nothing else.

What a path leads to is looked at again once it is open, so that whoever puts a pipe in a file's place keeps no run
waiting.
"""

from __future__ import annotations

import errno
import io
import os
import stat

from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

MOST_SETTINGS = 1_000_000
"""The bytes of the largest file that is read of those that somebody writes: a configuration, a rule, a `.gitignore`."""
MOST_LISTED = 20_000_000
"""The same of files that hold a list: of words, of what a baseline hides."""

_FLAGS = os.O_RDONLY
for _name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY", "O_NOINHERIT"):
    _FLAGS |= getattr(os, _name, 0)


class NotAFile(OSError):
    """A path leads to a pipe, a device, a socket, or a file of the system's that lets its reader wait."""

    def __init__(self, path: str | Path) -> None:
        super().__init__(errno.ENXIO, os.strerror(errno.ENXIO), str(path))


class TooLarge(OSError):
    """A file holds more than is read of one; `bytes` is how much it holds, as far as it is known."""

    def __init__(self, path: str | Path, size: int) -> None:
        super().__init__(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
        self.bytes = size


class _Steady(io.FileIO):
    """A file opened so that reading never waits."""

    def readinto(self, buffer: Any, /) -> int:
        """How many bytes were read. Raises NotAFile where a reader would have to wait for some."""
        count: int | None = super().readinto(buffer)  # None is what typeshed leaves out
        if count is None:
            raise NotAFile("")
        return count


def open_plain(path: str | Path) -> io.BufferedReader:
    """A regular file, opened to be read in parts of a given size. Raises OSError: NotAFile for a pipe or a device."""
    _check(os.stat(path), path)  # opening a device may do something
    file = _Steady(os.open(path, _FLAGS))
    try:
        _check(os.fstat(file.fileno()), path)
    except OSError:
        file.close()
        raise
    return io.BufferedReader(file)


def read_plain(path: str | Path, most: int) -> bytes:
    """The content of a regular file. Raises OSError: NotAFile for a pipe or a device, TooLarge above `most` bytes."""
    with open_plain(path) as file:
        size = os.fstat(file.fileno()).st_size
        content = file.read(size + 1) if size <= most else b""
        if len(content) > size:  # files of the system's own say that they are empty, others are growing
            content += file.read(most - size)
    if max(size, len(content)) > most:
        raise TooLarge(path, max(size, len(content)))
    return content


def read_plain_text(
    path: str | Path, encoding: str = "utf-8", errors: str = "strict", most: int = MOST_SETTINGS
) -> str:
    """The text of a regular file, its line ends as `\\n`. Raises OSError as `read_plain`, UnicodeDecodeError."""
    return io.TextIOWrapper(io.BytesIO(read_plain(path, most)), encoding, errors).read()


def _check(status: os.stat_result, path: str | Path) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(status.st_mode):
        raise NotAFile(path)
