"""The parts of a PowerPoint file, which is a ZIP archive, read within limits."""

from __future__ import annotations

import struct
import zipfile
import zlib
from typing import IO, TYPE_CHECKING

from smolint.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_PART = 10_000_000
"""The largest XML part that is read, in bytes once unpacked: a slide has some 20 KB."""

MAX_UNPACKED = 100_000_000
"""How much is unpacked of one deck, in bytes."""

_MAX_DIRECTORY = 4_000_000
_CHUNK = 65_536
_END = b"PK\x05\x06"
_END_64 = b"PK\x06\x07"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_FAILURES = (zipfile.BadZipFile, zlib.error, EOFError, KeyError, NotImplementedError, OSError, ValueError, struct.error)


def damaged(reason: str) -> SourceError:
    """The error of a deck that cannot be read."""
    return SourceError(reason, code="deck-damaged")


def bomb() -> SourceError:
    """The error of a deck that unpacks to far more than any deck holds."""
    return SourceError("it unpacks to far more than a deck holds", code="deck-bomb")


def encrypted() -> SourceError:
    """The error of a deck that opens with a password only."""
    return SourceError("it is protected by a password", code="deck-encrypted")


class ZipParts:
    """The parts of an archive by name. Raises SourceError (`deck-encrypted`, `deck-damaged`, `deck-bomb`)."""

    def __init__(self, stream: IO[bytes]) -> None:
        _refuse(stream)
        try:
            self._archive = zipfile.ZipFile(stream)
        except _FAILURES:
            raise damaged("it is no PowerPoint file, or only a part of one") from None
        self._names = set(self._archive.namelist())
        self._left = MAX_UNPACKED

    def __contains__(self, name: str) -> bool:
        return name in self._names

    def chunks(self, name: str) -> Iterator[bytes]:
        """The bytes of a part, unpacked piece by piece."""
        if name not in self._names:
            raise damaged(f"its part {name} is missing")
        allowed = min(MAX_PART, self._left)
        try:
            with self._archive.open(name) as part:
                while chunk := part.read(_CHUNK):
                    allowed -= len(chunk)
                    self._left -= len(chunk)
                    if allowed < 0:
                        raise bomb()
                    yield chunk
        except _FAILURES:
            raise damaged(f"its part {name} is damaged") from None
        except RuntimeError:
            # What zipfile raises for a part that asks for a password.
            raise encrypted() from None


def _refuse(stream: IO[bytes]) -> None:
    """Raise for what is no archive, and for one whose mere list of parts would fill the memory."""
    head = stream.read(len(_OLE))
    if head == _OLE:
        raise encrypted() if _holds(stream, _ENCRYPTED) else damaged("it is an old .ppt file under another name")
    size = stream.seek(0, 2)
    stream.seek(max(0, size - 66_000))
    tail = stream.read()
    place = tail.rfind(_END)
    if place < 0 or len(tail) < place + 22:
        raise damaged("it is no PowerPoint file, or only a part of one")
    if int.from_bytes(tail[place + 12 : place + 16], "little") > _MAX_DIRECTORY or _END_64 in tail[:place][-20:]:
        raise bomb()
    stream.seek(0)


def _holds(stream: IO[bytes], wanted: bytes) -> bool:
    before = b""
    while chunk := stream.read(_CHUNK):
        if wanted in before + chunk:
            return True
        before = chunk[-len(wanted) :]
    return False
