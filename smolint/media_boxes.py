"""ISO base media files (MP4, MOV, HEIC, AVIF): their boxes read in place, never the pictures or sound themselves.

Layouts: ISO/IEC 14496-12 (boxes, `mvhd`, `iinf`, `iloc`) and 23008-12 (`ispe`).
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, BinaryIO

from smolint.dataclass import dataclass
from smolint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_BOXES = 4_096
MAX_META = 4_000_000
"""What is read at most: so many boxes on one level, so many bytes of a list of items."""

_HEIF_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"mif2"})
_AVIF_BRANDS = frozenset({b"avif", b"avis"})


class Box(NamedTuple):
    """A box: its four-letter kind and the range of its content in the file; `whole` is false past the file's end."""

    kind: bytes
    start: int
    end: int
    whole: bool = True


class Extent(NamedTuple):
    """A range of a file, in bytes."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Film:
    """A film's length in seconds (None where its header does not say) and whether the file holds all its boxes."""

    seconds: float | None
    whole: bool


def boxes(file: BinaryIO, start: int, end: int) -> Iterator[Box]:
    """The boxes between two offsets of a file, in order; stops at what is no box. Raises OSError only."""
    for _ in range(MAX_BOXES):
        if start + 8 > end:
            return
        file.seek(start)
        head = file.read(16)
        if len(head) < 8:
            return
        size, kind = struct.unpack(">I4s", head[:8])
        content = start + 8
        if size == 1 and len(head) == 16:
            size, content = struct.unpack(">Q", head[8:])[0], start + 16
        stop = end if size == 0 else start + size
        if stop < content:
            return
        yield Box(kind, content, min(stop, end), stop <= end)
        start = stop


def brand_format(head: bytes) -> str:
    """`HEIC`, `AVIF`, `MOV` or `MP4` after the `ftyp` box that a file begins with; `""` for another kind of file."""
    if head[4:8] != b"ftyp":
        return ""
    size = min(int.from_bytes(head[:4], "big"), len(head))
    brands = {head[8:12], *(head[at : at + 4] for at in range(16, size - 3, 4))}
    if brands & _AVIF_BRANDS:
        return "AVIF"
    if brands & _HEIF_BRANDS:
        return "HEIC"
    return "MOV" if head[8:12] == b"qt  " else "MP4"


def read_film(file: BinaryIO, size: int) -> Film:
    """The length of an MP4 or MOV file, from the header of its `moov` box."""
    seconds, whole, any_box = None, True, False
    for box in boxes(file, 0, size):
        whole, any_box = whole and box.whole, True
        header = _child(file, box, b"mvhd") if box.kind == b"moov" else None
        if header:
            seconds = _duration(file, header)
    return Film(seconds, whole and any_box)


def _duration(file: BinaryIO, header: Box) -> float | None:
    file.seek(header.start)
    body = file.read(32)
    layout, at = (">IQ", 20) if body[:1] == b"\1" else (">II", 12)
    if len(body) < at + struct.calcsize(layout):
        return None
    scale, units = struct.unpack_from(layout, body, at)
    unknown = units in (0, 0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF)
    return None if not scale or unknown else units / scale


def picture_size(file: BinaryIO, size: int) -> tuple[int, int] | None:
    """The largest width and height, in pixels, that a HEIC or AVIF file declares; turned as it will be shown.

    Its parts (tiles, thumbnails) are smaller than the picture itself. None where it declares none.
    """
    meta = _meta(file, size)
    properties = _child(file, meta, b"iprp") if meta else None
    container = _child(file, properties, b"ipco") if properties else None
    sizes, turned = [], False
    for box in boxes(file, container.start, container.end) if container else ():
        file.seek(box.start)
        if box.kind == b"ispe":
            body = file.read(12)
            sizes.append(struct.unpack(">II", body[4:]) if len(body) == 12 else (0, 0))
        elif box.kind == b"irot":
            turned = file.read(1)[:1] in (b"\1", b"\3")
    if not sizes:
        return None
    width, height = max(sizes, key=lambda pair: pair[0] * pair[1])
    return (height, width) if turned else (width, height)


def item_extents(file: BinaryIO, size: int, kinds: tuple[bytes, ...]) -> list[tuple[bytes, Extent]]:
    """Where the items of these types (`Exif`, `mime`) lie in a HEIC or AVIF file, each with its type."""
    meta = _meta(file, size)
    if meta is None:
        return []
    wanted = dict(_item_kinds(file, meta, kinds))
    place = _child(file, meta, b"iloc") if wanted else None
    if place is None or place.end - place.start > MAX_META:
        return []
    inner = _child(file, meta, b"idat")
    try:
        found = list(_locations(_read(file, place), inner.start if inner else 0))
    except (struct.error, IndexError):
        return []
    return [(wanted[item], Extent(start, min(end, size))) for item, start, end in found if item in wanted]


def _meta(file: BinaryIO, size: int) -> Box | None:
    found = next((box for box in boxes(file, 0, size) if box.kind == b"meta"), None)
    return found._replace(start=found.start + 4) if found else None  # after version and flags


def _child(file: BinaryIO, parent: Box, kind: bytes) -> Box | None:
    return next((box for box in boxes(file, parent.start, parent.end) if box.kind == kind), None)


def _read(file: BinaryIO, box: Box) -> bytes:
    file.seek(box.start)
    return file.read(min(box.end - box.start, MAX_META))


def _item_kinds(file: BinaryIO, meta: Box, kinds: tuple[bytes, ...]) -> Iterator[tuple[int, bytes]]:
    """The numbers of the items of these types, from the `infe` boxes."""
    listing = _child(file, meta, b"iinf")
    if listing is None:
        return
    head = _read(file, listing._replace(end=min(listing.end, listing.start + 1)))
    first = listing.start + (6 if head == b"\0" else 8)
    for box in boxes(file, first, listing.end):
        body = _read(file, box._replace(end=min(box.end, box.start + 14)))
        number, kind = (body[4:8], body[10:14]) if body[:1] == b"\3" else (body[4:6], body[8:12])
        if kind in kinds:
            yield int.from_bytes(number, "big"), kind


def _locations(body: bytes, inner: int) -> Iterator[tuple[int, int, int]]:
    """The item numbers of an `iloc` box with the file range of each extent."""
    version = body[0]
    offset_size, length_size = body[4] >> 4, body[4] & 15
    base_size, index_size = body[5] >> 4, (body[5] & 15) if version else 0
    wide = 4 if version == 2 else 2
    at = 6

    def number(length: int) -> int:
        nonlocal at
        if at + length > len(body):
            raise IndexError
        at += length
        return int.from_bytes(body[at - length : at], "big")

    for _ in range(number(wide)):
        item = number(wide)
        inside = version > 0 and number(2) & 15 == 1
        number(2)
        base = number(base_size) + (inner if inside else 0)
        for _ in range(number(2)):
            number(index_size)
            start = base + number(offset_size)
            yield item, start, start + number(length_size)
