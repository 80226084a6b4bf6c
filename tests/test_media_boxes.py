"""The boxes of MP4, MOV, HEIC and AVIF files: sizes, lengths and items, and nothing past the file's end."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.media_boxes import Box, boxes, brand_format, item_extents, picture_size, read_film


def box(kind: bytes, content: bytes = b"", *, wide: bool = False) -> bytes:
    if wide:
        return struct.pack(">I4sQ", 1, kind, 16 + len(content)) + content
    return struct.pack(">I4s", 8 + len(content), kind) + content


def full(kind: bytes, content: bytes, version: int = 0) -> bytes:
    return box(kind, bytes([version, 0, 0, 0]) + content)


def brand(*names: bytes) -> bytes:
    return box(b"ftyp", names[0] + b"\0\0\0\0" + b"".join(names[1:]))


def header(scale: int, units: int, *, version: int = 0) -> bytes:
    layout, skipped = (">IQ", 16) if version else (">II", 8)
    return full(b"mvhd", bytes(skipped) + struct.pack(layout, scale, units) + bytes(80), version)


def film(raw: bytes) -> tuple[float | None, bool]:
    read = read_film(io.BytesIO(raw), len(raw))
    return read.seconds, read.whole


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        pytest.param(brand(b"isom", b"iso2", b"mp41"), "MP4", id="a film"),
        pytest.param(brand(b"qt  "), "MOV", id="QuickTime"),
        pytest.param(brand(b"heic", b"mif1"), "HEIC", id="a telephone's photo"),
        pytest.param(brand(b"mif1", b"heic"), "HEIC", id="the brand further on"),
        pytest.param(brand(b"avif", b"mif1"), "AVIF", id="AVIF before HEIF"),
        pytest.param(brand(b"mif1", b"avif"), "AVIF", id="AVIF further on"),
        pytest.param(box(b"free", b"heic"), "", id="another box first"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "", id="a PNG"),
        pytest.param(b"", "", id="nothing"),
    ],
)
def test_brands(head: bytes, expected: str) -> None:
    assert brand_format(head) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param(box(b"moov", header(600, 9000)), (15.0, True), id="fifteen seconds"),
        pytest.param(box(b"moov", header(1000, 1500, version=1)), (1.5, True), id="long numbers"),
        pytest.param(box(b"moov", header(600, 9000), wide=True), (15.0, True), id="a long box"),
        pytest.param(box(b"mdat", bytes(99)) + box(b"moov", header(1, 2)), (2.0, True), id="after the pictures"),
        pytest.param(box(b"moov", box(b"udta") + header(1, 2)), (2.0, True), id="after another box"),
        pytest.param(box(b"moov", header(0, 9000)), (None, True), id="no scale"),
        pytest.param(box(b"moov", header(600, 0)), (None, True), id="no length"),
        pytest.param(box(b"moov", header(600, 0xFFFFFFFF)), (None, True), id="a length that is unknown"),
        pytest.param(box(b"mdat", b"x"), (None, True), id="no header"),
        pytest.param(box(b"moov", header(600, 9000)) + box(b"mdat", bytes(99))[:50], (15.0, False), id="cut short"),
        pytest.param(box(b"moov", full(b"mvhd", b"abc")), (None, True), id="a header cut short"),
        pytest.param(b"", (None, False), id="nothing"),
        pytest.param(b"\0\0\0\2moov", (None, False), id="a box smaller than its own head"),
    ],
)
def test_films(raw: bytes, expected: tuple[float | None, bool]) -> None:
    assert film(raw) == expected


def test_a_box_without_a_size_goes_to_the_end() -> None:
    raw = box(b"ftyp", b"isom") + struct.pack(">I4s", 0, b"mdat") + bytes(20)
    assert list(boxes(io.BytesIO(raw), 0, len(raw))) == [Box(b"ftyp", 8, 12), Box(b"mdat", 20, 40)]


def sizes(*properties: bytes) -> bytes:
    return brand(b"heic") + full(b"meta", box(b"iprp", box(b"ipco", b"".join(properties))))


def extent(width: int, height: int) -> bytes:
    return full(b"ispe", struct.pack(">II", width, height))


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param(sizes(extent(400, 300)), (400, 300), id="one size"),
        pytest.param(sizes(extent(64, 48), extent(400, 300), extent(32, 32)), (400, 300), id="tiles are smaller"),
        pytest.param(sizes(extent(400, 300), box(b"irot", b"\1")), (300, 400), id="turned by a quarter"),
        pytest.param(sizes(extent(400, 300), box(b"irot", b"\3")), (300, 400), id="turned by three quarters"),
        pytest.param(sizes(extent(400, 300), box(b"irot", b"\2")), (400, 300), id="upside down"),
        pytest.param(sizes(), None, id="no size"),
        pytest.param(brand(b"heic"), None, id="no list of items"),
    ],
)
def test_sizes_of_pictures(raw: bytes, expected: tuple[int, int] | None) -> None:
    assert picture_size(io.BytesIO(raw), len(raw)) == expected


def with_item(kind: bytes, content: bytes, *, entry_version: int = 2, base: int = 0) -> bytes:
    """A file with one item of this kind; its place is written with four bytes, `base` of it apart."""
    number = struct.pack(">H" if entry_version == 2 else ">I", 7)
    entry = full(b"infe", number + b"\0\0" + kind, entry_version)

    def before(offset: int) -> bytes:
        listing = full(b"iinf", struct.pack(">H", 1) + entry)
        place = full(
            b"iloc",
            bytes([0x44, 0x40]) + struct.pack(">HHHIHII", 1, 7, 0, base, 1, offset - base, len(content)),
        )
        return brand(b"heic") + full(b"meta", listing + place)

    return before(len(before(base))) + content


@pytest.mark.parametrize("entry_version", [2, 3], ids=["short numbers", "long numbers"])
@pytest.mark.parametrize("base", [0, 5], ids=["from the start", "from a base"])
def test_items_are_found_where_they_lie(entry_version: int, base: int) -> None:
    raw = with_item(b"Exif", b"the metadata", entry_version=entry_version, base=base)
    ((kind, place),) = item_extents(io.BytesIO(raw), len(raw), (b"Exif", b"mime"))
    assert (kind, raw[place.start : place.end]) == (b"Exif", b"the metadata")


def test_items_of_other_kinds_are_left() -> None:
    raw = with_item(b"hvc1", b"a picture")
    assert item_extents(io.BytesIO(raw), len(raw), (b"Exif",)) == []


def test_an_item_ends_with_the_file() -> None:
    raw = with_item(b"Exif", b"the metadata")[:-4]
    ((_, place),) = item_extents(io.BytesIO(raw), len(raw), (b"Exif",))
    assert raw[place.start : place.end] == b"the meta"


WHOLE = with_item(b"Exif", b"the metadata") + box(b"moov", header(600, 9000))


@given(st.integers(0, len(WHOLE) - 1), st.binary(max_size=8), st.integers(0, len(WHOLE)))
def test_damage_never_raises_and_stays_inside(place: int, junk: bytes, length: int) -> None:
    raw = (WHOLE[:place] + junk + WHOLE[place + len(junk) :])[:length]
    file = io.BytesIO(raw)
    assert all(0 <= one.start <= len(raw) + 16 and one.end <= len(raw) for one in boxes(file, 0, len(raw)))
    assert all(found.end <= len(raw) for _, found in item_extents(file, len(raw), (b"Exif",)))
    picture_size(file, len(raw))
    read = read_film(file, len(raw))
    assert read.seconds is None or read.seconds > 0
