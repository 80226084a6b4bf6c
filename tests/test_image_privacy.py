from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from smolint.image_privacy import has_location, strip_location

CAMERA, ORIENTATION, GPS = 0x010F, 0x0112, 0x8825
PROFILE = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
PARIS = {1: "N", 2: (48.0, 51.0, 30.0), 3: "E", 4: (2.0, 17.0, 40.0)}
XMP = b'<x:xmpmeta><rdf:Description dc:title="Oven" exif:GPSLatitude="48,51.5N" exif:GPSLongitude="2,17E"/></x:xmpmeta>'


def metadata(position: dict[int, object]) -> Image.Exif:
    written = Image.Exif()
    written[ORIENTATION], written[CAMERA] = 6, "Pixelpond"
    written.get_ifd(GPS).update(position)
    return written


def photo(path: Path, position: dict[int, object] | None = None, **options: object) -> Path:
    place = PARIS if position is None else position
    picture = Image.effect_noise((64, 48), 50).convert("RGB")
    picture.save(path, exif=metadata(place), icc_profile=PROFILE, **options)
    return path


def box(kind: bytes, *content: bytes) -> bytes:
    body = b"".join(content)
    return struct.pack(">I", 8 + len(body)) + kind + body


def heic(exif: bytes) -> bytes:
    """A HEIC file whose metadata lie behind its header, as telephones write them."""
    head = box(b"ftyp", b"heic\0\0\0\0heic")
    item = box(b"infe", b"\2\0\0\0", struct.pack(">HH4s", 7, 0, b"Exif"), b"\0")
    listing = box(b"iinf", b"\0\0\0\0\0\1", item)

    def place(start: int) -> bytes:
        locations = struct.pack(">IBBHHHHII", 0, 0x44, 0, 1, 7, 0, 1, start, len(exif) + 4)
        return box(b"meta", b"\0\0\0\0", listing, box(b"iloc", locations))

    start = len(head) + len(place(0)) + 8
    return head + place(start) + box(b"mdat", struct.pack(">I", 0), exif)


def tiff_blob(position: dict[int, object]) -> bytes:
    return metadata(position).tobytes().removeprefix(b"Exif\0\0")


@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "avif"])
def test_takes_the_place_out_and_nothing_else(tmp_path: Path, ending: str) -> None:
    path, bare = photo(tmp_path / f"a.{ending}"), tmp_path / f"b.{ending}"
    assert has_location(path)
    bare.write_bytes(strip_location(path))
    assert not has_location(bare)
    with Image.open(path) as before, Image.open(bare) as after:
        assert after.tobytes() == before.tobytes()
        assert after.info.get("icc_profile") == PROFILE
        assert dict(after.getexif()) == {CAMERA: "Pixelpond", ORIENTATION: before.getexif()[ORIENTATION]}
        assert dict(after.getexif().get_ifd(GPS)) == {}


@pytest.mark.parametrize("ending", ["jpg", "webp", "avif"])
def test_changes_only_bytes_of_the_metadata(tmp_path: Path, ending: str) -> None:
    path = photo(tmp_path / f"a.{ending}")
    before, after = path.read_bytes(), strip_location(path)
    blob = tiff_blob(PARIS)
    start = before.index(blob[:8])
    assert len(after) == len(before)
    assert after[:start] == before[:start]
    assert after[start + len(blob) :] == before[start + len(blob) :]


@pytest.mark.parametrize("ending", ["jpg", "png", "webp", "avif"])
def test_a_file_without_a_place_stays_byte_for_byte(tmp_path: Path, ending: str) -> None:
    path = photo(tmp_path / f"a.{ending}", {})
    assert not has_location(path)
    assert strip_location(path) == path.read_bytes()


def test_finds_the_place_in_heic(tmp_path: Path) -> None:
    path = tmp_path / "a.heic"
    path.write_bytes(heic(tiff_blob(PARIS)))
    assert has_location(path)
    path.write_bytes(strip_location(path))
    assert not has_location(path)
    path.write_bytes(heic(tiff_blob({})))
    assert not has_location(path)


@pytest.mark.parametrize("order", [pytest.param("<", id="little-endian"), pytest.param(">", id="big-endian")])
def test_finds_the_place_in_tiff_at_the_end_of_a_large_file(tmp_path: Path, order: str) -> None:
    at = 9_000_000
    mark = b"II*\0" if order == "<" else b"MM\0*"
    first = struct.pack(order + "HHHIIHHIII", 2, 0x0100, 4, 1, 640, GPS, 4, 1, at + 30, 0)
    position = struct.pack(order + "HHHIII", 1, 2, 5, 3, at + 48, 0) + struct.pack(order + "6I", 48, 1, 51, 1, 0, 1)
    path = tmp_path / "a.tif"
    path.write_bytes(mark + struct.pack(order + "I", at) + bytes(at - 8) + first + position)
    assert has_location(path)
    after = strip_location(path)
    path.write_bytes(after)
    assert not has_location(path)
    assert after[at : at + 30] == struct.pack(order + "HHHIII", 1, 0x0100, 4, 1, 640, 0) + bytes(12)
    assert not any(after[at + 30 :])


@pytest.mark.parametrize("ending", ["jpg", "webp"])
def test_finds_the_place_in_xmp(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"a.{ending}"
    Image.new("RGB", (8, 8)).save(path, xmp=XMP)
    assert has_location(path)
    after = strip_location(path)
    assert after == path.read_bytes().replace(b"48,51.5N", b" " * 8).replace(b"2,17E", b" " * 5)
    path.write_bytes(after)
    assert not has_location(path)


@pytest.mark.parametrize(
    "position",
    [
        pytest.param({}, id="none"),
        pytest.param({1: "N", 2: (0.0, 0.0, 0.0), 3: "E", 4: (0.0, 0.0, 0.0)}, id="camera without reception"),
        pytest.param({0: b"\2\3\0\0", 29: "2024:05:05"}, id="only a date"),
        pytest.param({18: "WGS-84"}, id="only the kind of map"),
    ],
)
def test_no_place(tmp_path: Path, position: dict[int, object]) -> None:
    assert not has_location(photo(tmp_path / "a.jpg", position))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"<svg/>", id="drawing"),
        pytest.param(b"\xff\xd8\xff\xe1\xff\xffExif\0\0II*\0\xff\xff\xff\xff", id="directory beyond the end"),
        pytest.param(b"II*\0\x08\0\0\0\xff\xff" + bytes(30), id="more entries than bytes"),
        pytest.param(b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffeXIf", id="chunk beyond the end"),
        pytest.param(heic(b"")[:70], id="HEIC cut short"),
    ],
)
def test_damaged_files_have_no_place(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(content)
    assert not has_location(path)
    assert strip_location(path) == content


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(place=st.integers(0, 400), byte=st.integers(0, 255), ending=st.sampled_from(["jpg", "png", "webp", "avif"]))
def test_damage_never_raises_and_never_changes_the_length(tmp_path: Path, place: int, byte: int, ending: str) -> None:
    path = photo(tmp_path / f"a.{ending}")
    content = bytearray(path.read_bytes())
    content[place % len(content)] = byte
    path.write_bytes(content)
    assert has_location(path) in (True, False)
    assert len(strip_location(path)) == len(content)
