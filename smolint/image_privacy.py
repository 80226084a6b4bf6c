"""Where a photo was taken: found in an image's metadata without decoding it, and taken out without touching the rest.

EXIF: CIPA DC-008 (TIFF directories, tag 0x8825 points to the position). XMP: `exif:GPSLatitude` and its like.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from smolint.late_pattern import compiled
from smolint.media_boxes import brand_format, item_extents
from smolint.named_tuple import NamedTuple
from smolint.plain_file import open_plain, read_plain

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MAX_PARTS = 20_000
MAX_METADATA = 8_000_000
_MOST_CLEANED = 200_000_000
"""What is read at most: so many segments or chunks of a file, so many bytes of each piece of metadata."""

_GPS_POINTER = 0x8825
_LATITUDE, _LONGITUDE = 2, 4
_TYPE_BYTES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
_XMP_POSITION = compiled(
    rb"(?P<attribute>\bexif:GPS\w+\s*=\s*(?P<quote>[\"'])(?P<value>[^\"']*)(?P=quote))"
    rb"|<exif:GPS(?P<name>\w+)[^>]*>(?P<inside>[^<]*)</exif:GPS(?P=name)\s*>"
)
_JPEG_XMP = b"http://ns.adobe.com/xap/1.0/\0"


class Piece(NamedTuple):
    """A piece of metadata: `exif` (a TIFF structure) or `xmp`, and its range in the file.

    `chunk` is the start of the PNG chunk around it, whose checksum covers it; -1 in other files.
    """

    kind: str
    start: int
    end: int
    chunk: int = -1


def has_location(path: Path) -> bool:
    """True where an image file tells where it was taken (latitude or longitude in EXIF or XMP).

    Only metadata is read: of JPEG, PNG, WEBP, TIFF, HEIC and AVIF. Raises OSError where the file cannot be read.
    """
    with open_plain(path) as file:
        size = file.seek(0, 2)
        return any(_tells(file, piece) for piece in _pieces(file, size))


def strip_location(path: Path) -> bytes:
    """The file's bytes without the place, of the same length: pixels, colour profile, orientation and all else kept.

    The pointer to the position is taken out of the EXIF directory and what it pointed to is overwritten with
    zeros; in XMP the values are blanked. Raises OSError where the file cannot be read.
    """
    content = bytearray(read_plain(path, _MOST_CLEANED))
    with BytesIO(content) as file:
        pieces = list(_pieces(file, len(content)))
    for piece in pieces:
        if piece.kind == "xmp":
            content[piece.start : piece.end] = _XMP_POSITION.sub(_blanked, bytes(content[piece.start : piece.end]))
        else:
            content[piece.start : piece.end] = _without_position(bytes(content[piece.start : piece.end]))
        if piece.chunk >= 0:
            covered = zlib.crc32(content[piece.chunk + 4 : piece.end])
            content[piece.end : piece.end + 4] = struct.pack(">I", covered)
    return bytes(content)


def _tells(file: BinaryIO, piece: Piece) -> bool:
    if piece.kind == "xmp":
        file.seek(piece.start)
        body = file.read(min(piece.end - piece.start, MAX_METADATA))
        return any(b"itude" in match.group() and _value(match).strip() for match in _XMP_POSITION.finditer(body))

    def peek(at: int, length: int) -> bytes:
        file.seek(piece.start + at)
        return file.read(max(0, min(length, piece.end - piece.start - at)))

    return _position_in(peek)


def _value(match: re.Match[bytes]) -> bytes:
    return match["value"] if match["attribute"] else match["inside"]


def _blanked(match: re.Match[bytes]) -> bytes:
    group = "value" if match["attribute"] else "inside"
    start, end = (at - match.start() for at in match.span(group))
    whole = match.group()
    return whole[:start] + b" " * (end - start) + whole[end:]


class _Entry(NamedTuple):
    """An entry of a TIFF directory: its tag, its own place, and the place and length of its value."""

    tag: int
    at: int
    value: int
    value_bytes: int


_Peek = Callable[[int, int], bytes]
"""From a place in a TIFF structure and a length to the bytes there, fewer at its end."""


def _order(head: bytes) -> str:
    return {b"II*\0": "<", b"MM\0*": ">"}.get(head[:4], "")


def _number(peek: _Peek, order: str, at: int) -> int:
    body = peek(at, 4)
    return int(struct.unpack(order + "I", body)[0]) if len(body) == 4 else 0


def _directory(peek: _Peek, order: str, at: int) -> list[_Entry]:
    count = peek(at, 2) if at >= 8 else b""
    if len(count) < 2:
        return []
    body = peek(at + 2, 12 * struct.unpack(order + "H", count)[0])
    entries = []
    for start in range(0, len(body) - 11, 12):
        tag, kind, many, value = struct.unpack_from(order + "HHII", body, start)
        length = _TYPE_BYTES.get(kind, 1) * many
        entries.append(_Entry(tag, at + 2 + start, value if length > 4 else at + 10 + start, length))
    return entries


def _position(peek: _Peek) -> tuple[list[_Entry], _Entry | None, list[_Entry]]:
    """The first directory, its entry that points to the position, and the position's own directory."""
    order = _order(peek(0, 4))
    first = _directory(peek, order, _number(peek, order, 4)) if order else []
    pointer = next((entry for entry in first if entry.tag == _GPS_POINTER), None)
    return first, pointer, _directory(peek, order, _number(peek, order, pointer.at + 8)) if pointer else []


def _position_in(peek: _Peek) -> bool:
    """True for a latitude or longitude that is not all zeros, as cameras without reception write it."""
    order = _order(peek(0, 4))
    places = [entry for entry in _position(peek)[2] if entry.tag in (_LATITUDE, _LONGITUDE)]
    numerators = (_number(peek, order, entry.value + at) for entry in places for at in (0, 8, 16))
    return any(numerators)


def _without_position(body: bytes) -> bytes:
    """The same TIFF structure, as long as before, without its position."""
    first, pointer, position = _position(lambda at, length: body[at : at + length])
    if pointer is None or not position:
        return body
    changed = bytearray(body)
    changed[position[0].at - 2 : position[0].at] = bytes(2)
    for entry in position:
        for start, length in ((entry.value, entry.value_bytes), (entry.at, 12)):
            end = max(start, min(start + length, len(body)))
            changed[start:end] = bytes(end - start)
    # The entries after the pointer, and the place of the next directory, move up into its place.
    start, stop = first[0].at - 2, min(first[-1].at + 16, len(body))
    changed[pointer.at : stop] = changed[pointer.at + 12 : stop] + bytes(12)
    struct.pack_into(_order(body) + "H", changed, start, len(first) - 1)
    return bytes(changed)


def _pieces(file: BinaryIO, size: int) -> Iterator[Piece]:
    """The metadata of an image file, whatever its ending says."""
    file.seek(0)
    head = file.read(64)
    if head.startswith(b"\xff\xd8\xff"):
        yield from _in_jpeg(file, size)
    elif head.startswith(b"\x89PNG\r\n\x1a\n"):
        yield from _in_png(file, size)
    elif head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        yield from _in_webp(file, size)
    elif _order(head):
        yield Piece("exif", 0, size)
    elif brand_format(head) in ("HEIC", "AVIF"):
        yield from _in_boxes(file, size)


def _in_jpeg(file: BinaryIO, size: int) -> Iterator[Piece]:
    """The APP1 segments before the picture's own data."""
    at = 2
    for _ in range(MAX_PARTS):
        file.seek(at)
        head = file.read(4 + len(_JPEG_XMP))
        if len(head) < 4 or head[0] != 0xFF or head[1] in (0xDA, 0xD9):
            return
        if head[1] == 0xFF:  # a filling byte
            at += 1
            continue
        end = min(at + 2 + int.from_bytes(head[2:4], "big"), size)
        if head[1] == 0xE1 and head[4:10] == b"Exif\0\0":
            yield Piece("exif", at + 10, end)
        elif head[1] == 0xE1 and head[4:] == _JPEG_XMP:
            yield Piece("xmp", at + 4 + len(_JPEG_XMP), end)
        at = end if end > at + 2 else size


def _in_png(file: BinaryIO, size: int) -> Iterator[Piece]:
    at = 8
    for _ in range(MAX_PARTS):
        file.seek(at)
        head = file.read(8 + 22)
        if len(head) < 8:
            return
        start, end = at + 8, at + 8 + int.from_bytes(head[:4], "big")
        if end + 4 > size:
            return
        if head[4:8] == b"eXIf":
            yield Piece("exif", start, end, at)
        elif head[4:8] == b"iTXt" and head[8:].startswith(b"XML:com.adobe.xmp\0\0"):
            yield Piece("xmp", start + 22, end, at)
        at = end + 4


def _in_webp(file: BinaryIO, size: int) -> Iterator[Piece]:
    at = 12
    for _ in range(MAX_PARTS):
        file.seek(at)
        head = file.read(14)
        if len(head) < 8:
            return
        start, length = at + 8, int.from_bytes(head[4:8], "little")
        end = min(start + length, size)
        if head[:4] == b"EXIF":
            yield Piece("exif", start + (6 if head[8:14] == b"Exif\0\0" else 0), end)
        elif head[:4] == b"XMP ":
            yield Piece("xmp", start, end)
        at = start + length + length % 2


def _in_boxes(file: BinaryIO, size: int) -> Iterator[Piece]:
    for kind, extent in item_extents(file, size, (b"Exif", b"mime")):
        if kind == b"mime":
            yield Piece("xmp", extent.start, extent.end)
            continue
        file.seek(extent.start)
        skipped = int.from_bytes(file.read(4), "big")  # the offset of the TIFF header after this number
        yield Piece("exif", extent.start + 4 + skipped, extent.end)
