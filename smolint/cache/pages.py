"""The pages of a record: what a run wrote, and what is known of its parts, in a file to which is only ever added.

A later run from which little differs adds its own pieces, and leaves the others where they are. Whatever is killed, a
record speaks only of what was there before it.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress

from smolint import fast
from smolint.own_files import make_folder
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from smolint.fast import Piece

ENDING = ".pages"


class Pages:
    """Pages of the record at a place: a new file, made once something is added, or one that is there at `path`."""

    def __init__(self, place: str, path: str = "") -> None:
        self.path = path or f"{place}.{time.time_ns():x}{ENDING}"
        self.size = os.stat(path).st_size if path else 0
        self._is_new = not path
        self._file = -1

    def add(self, stream: int, content: bytes | bytearray) -> Piece:
        """Add a piece. Raises OSError, where not all of it could be written too."""
        self.make()
        # In one go: another process may add to the same file.
        if os.write(self._file, content) != len(content):
            raise OSError(f"{self.path} takes no more")
        self.size = os.lseek(self._file, 0, os.SEEK_CUR)
        return stream, self.size - len(content), len(content), fast.checksum(content)

    def make(self) -> None:
        """Open the file, a new one if there is none. Raises OSError."""
        if self._file < 0:
            make_folder(os.path.dirname(self.path))
            flags = os.O_WRONLY | os.O_APPEND | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
            self._file = os.open(self.path, flags | (os.O_CREAT | os.O_EXCL if self._is_new else 0), mode=0o600)

    def close(self) -> None:
        """Close the file."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1

    def discard(self) -> None:
        """Close the file, and delete it if it was made here."""
        is_mine = self._file >= 0 and self._is_new
        self.close()
        if is_mine:
            with suppress(OSError):
                os.unlink(self.path)
