from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from smolint.image_file import ImageFault, ImageFile, Limits, open_image
from smolint.image_place import Remote, locate

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"


def picture(path: Path, size: tuple[int, int] = (40, 30), **options: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.effect_noise(size, 50).convert("RGB").save(path, **options)
    return path


@pytest.fixture
def site(tmp_path: Path) -> Path:
    for name in ("posts/near.png", "static/img/static.png", "assets/root.png", "media/tweet.png", "posts/a b.png"):
        picture(tmp_path / name)
    picture(tmp_path / "posts/bread/own.png")
    return tmp_path


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param("near.png", "posts/near.png", id="beside the draft"),
        pytest.param("./near.png?v=2#top", "posts/near.png", id="with a query and a fragment"),
        pytest.param("a%20b.png", "posts/a b.png", id="percent-encoded"),
        pytest.param("own.png", "posts/bread/own.png", id="in a folder named like the draft"),
        pytest.param("/assets/root.png", "assets/root.png", id="from the root of the project"),
        pytest.param("/img/static.png", "static/img/static.png", id="in the folder that is copied to the root"),
        pytest.param("assets/root.png", "assets/root.png", id="from the root, without the slash"),
        pytest.param("gone.png", "posts/gone.png", id="missing beside the draft"),
        pytest.param("/assets/gone.png", "assets/gone.png", id="missing in a known folder"),
        pytest.param("/assets/2024/gone.png", "assets/2024/gone.png", id="missing below a folder for images"),
        pytest.param("/img/gone.png", "static/img/gone.png", id="missing in a copied folder"),
        pytest.param("../assets/root.png", "assets/root.png", id="one folder up"),
    ],
)
def test_locates_local_images(site: Path, target: str, expected: str) -> None:
    assert locate(target, str(site / "posts" / "bread.md"), site) == site / expected


@pytest.mark.parametrize(
    "target",
    [
        pytest.param("https://example.com/a.png", id="web address"),
        pytest.param("//example.com/a.png", id="address without a scheme"),
        pytest.param("data:image/png;base64,AAAA", id="inline bytes"),
        pytest.param("attachment:42", id="item of a media library"),
        pytest.param("42", id="number of a media library"),
    ],
)
def test_never_looks_for_remote_images(site: Path, target: str) -> None:
    assert locate(target, str(site / "posts" / "bread.md"), site) == Remote(target)


@pytest.mark.parametrize(
    "target",
    [
        pytest.param("/nowhere/cat.png", id="folder that the generator maps"),
        pytest.param("/cat.png", id="file at the root of the site"),
        pytest.param("{{ page.image }}", id="expression of a template"),
        pytest.param("@/assets/cat.png", id="alias of a bundler"),
        pytest.param("hero", id="name without an ending"),
        pytest.param("../../outside.png", id="above the project"),
        pytest.param("/assets/../../outside.png", id="above the project, from the root"),
        pytest.param("cat\0.png", id="NUL character"),
        pytest.param("", id="nothing"),
        pytest.param("x" * 5000, id="name that no disk takes"),
    ],
)
def test_says_nothing_where_it_cannot_know(site: Path, target: str) -> None:
    picture(site.parent / "outside.png")
    assert locate(target, str(site / "posts" / "bread.md"), site) is None


def test_does_not_follow_a_link_out_of_the_project(site: Path) -> None:
    outside = picture(site.parent / "secret.png")
    os.symlink(outside, site / "posts" / "link.png")
    assert locate("link.png", str(site / "posts" / "bread.md"), site) is None


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        pytest.param("tweet.png", "media/tweet.png", id="in the media folder"),
        pytest.param("gone.png", "media/gone.png", id="missing from the media folder"),
    ],
)
def test_tweet_media_stand_beside_the_tweets_folder(site: Path, target: str, expected: str) -> None:
    assert locate(target, str(site / "tweets" / "2024" / "05" / "a.tweet"), site) == site / expected


def test_a_text_without_a_file_names_no_local_images(site: Path) -> None:
    assert locate("near.png", "<text>", site) is None
    assert locate("near.png", str(site / "posts" / "bread.md"), None) is None


@pytest.mark.parametrize("ending", ["png", "jpg", "gif", "webp", "bmp", "tiff"])
def test_reads_an_image(tmp_path: Path, ending: str) -> None:
    path = picture(tmp_path / f"a.{ending}")
    found = open_image(path)
    assert isinstance(found, ImageFile)
    assert (found.width, found.height, found.bytes, found.frames) == (40, 30, path.stat().st_size, 1)
    assert not found.wrong_ending


def test_counts_frames(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (8, 8), color) for color in ("red", "green", "blue")]
    frames[0].save(tmp_path / "a.gif", save_all=True, append_images=frames[1:])
    found = open_image(tmp_path / "a.gif")
    assert isinstance(found, ImageFile)
    assert found.frames == 3


def test_sees_an_ending_that_lies(tmp_path: Path) -> None:
    found = open_image(picture(tmp_path / "a.jpg", format="PNG"))
    assert isinstance(found, ImageFile)
    assert (found.format, found.wrong_ending) == ("PNG", True)


@pytest.mark.parametrize("name", ["drawing.svg", "drawing.ai", "film.mp4"])
def test_accepts_what_is_not_decoded(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"<svg/>")
    found = open_image(tmp_path / name)
    assert isinstance(found, ImageFile)
    assert (found.width, found.format) == (None, name.rpartition(".")[2].upper())


def box(kind: bytes, *content: bytes) -> bytes:
    body = b"".join(content)
    return struct.pack(">I", 8 + len(body)) + kind + body


def heic(width: int, height: int, *properties: bytes) -> bytes:
    """A photo's header as telephones write it: tiles of 512 pixels, then the whole picture."""
    sizes = (box(b"ispe", struct.pack(">III", 0, *size)) for size in ((512, 512), (width, height)))
    meta = box(b"meta", b"\0\0\0\0", box(b"iprp", box(b"ipco", *sizes, *properties)))
    return box(b"ftyp", b"heic\0\0\0\0mif1heic") + meta + box(b"mdat", bytes(100))


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        pytest.param("a.heic", heic(4032, 3024), (4032, 3024, "HEIC", False), id="HEIC"),
        pytest.param("a.heic", heic(4032, 3024, box(b"irot", b"\1")), (3024, 4032, "HEIC", False), id="HEIC, turned"),
        pytest.param("a.jpg", heic(4032, 3024), (4032, 3024, "HEIC", True), id="HEIC under the name of a JPEG"),
        pytest.param("a.heic", box(b"ftyp", b"heic\0\0\0\0"), (None, None, "HEIC", False), id="HEIC without sizes"),
    ],
)
def test_reads_the_header_of_what_pillow_cannot(tmp_path: Path, name: str, content: bytes, expected: object) -> None:
    (tmp_path / name).write_bytes(content)
    found = open_image(tmp_path / name)
    assert isinstance(found, ImageFile)
    assert (found.width, found.height, found.format, found.wrong_ending) == expected


@pytest.mark.parametrize("name", ["a.heic", "a.svg"])
def test_sees_another_format_under_these_endings(tmp_path: Path, name: str) -> None:
    found = open_image(picture(tmp_path / name, format="PNG"))
    assert isinstance(found, ImageFile)
    assert (found.format, found.width, found.wrong_ending) == ("PNG", 40, True)


@pytest.mark.parametrize("name", ["a.heic", "a.svg"])
def test_sees_what_is_no_image_under_these_endings(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"<!doctype html><title>Not found</title>")
    assert fault(tmp_path / name) == "not-an-image"


def test_finds_a_heic_file_that_was_cut_short(tmp_path: Path) -> None:
    (tmp_path / "a.heic").write_bytes(heic(400, 300)[:-50])
    assert fault(tmp_path / "a.heic") == "truncated"


def test_finds_a_bomb_in_a_heic_header(tmp_path: Path) -> None:
    (tmp_path / "a.heic").write_bytes(heic(60_000, 60_000))
    assert fault(tmp_path / "a.heic") == "bomb"


@pytest.mark.parametrize("ending", ["jpg", "webp", "png"])
def test_gives_the_size_as_it_is_shown(tmp_path: Path, ending: str) -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    found = open_image(picture(tmp_path / f"a.{ending}", exif=turned))
    assert isinstance(found, ImageFile)
    assert (found.width, found.height) == (30, 40)


@pytest.mark.parametrize("ending", ["png", "jpg", "gif", "webp"])
def test_finds_a_file_that_was_cut_short(tmp_path: Path, ending: str) -> None:
    path = picture(tmp_path / f"a.{ending}", (200, 200))
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert fault(path) == "truncated"


def png_header(width: int, height: int) -> bytes:
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body)) + b"\0\0\0\nIDAT"


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        pytest.param(b"", "empty", id="empty file"),
        pytest.param(b"<!doctype html><title>Not found</title>", "not-an-image", id="web page saved as an image"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "truncated", id="nothing after the signature"),
        pytest.param(png_header(60_000, 60_000), "bomb", id="billions of pixels"),
        pytest.param(png_header(11_000, 11_000), "bomb", id="above our limit, under Pillow's"),
    ],
)
def test_says_why_an_image_cannot_be_used(tmp_path: Path, content: bytes, cause: str) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(content)
    assert fault(path) == cause


def fault(path: Path, limits: Limits | None = None) -> str:
    found = open_image(path, limits)
    assert isinstance(found, ImageFault)
    return found.cause


def test_missing_file_and_folder(tmp_path: Path) -> None:
    assert fault(tmp_path / "none.png") == "missing"
    assert fault(tmp_path) == "folder"


def test_leaves_heavy_files_unread(tmp_path: Path) -> None:
    assert fault(picture(tmp_path / "a.png"), Limits(max_bytes=100)) == "too-large"


@pytest.mark.parametrize(
    ("ending", "comment"),
    [pytest.param("gif", b"!\xfe\x01a\0", id="GIF"), pytest.param("jpg", b"\xff\xfe\0\x03a", id="JPEG")],
)
def test_millions_of_comments_of_one_letter_are_not_gone_through(tmp_path: Path, ending: str, comment: bytes) -> None:
    path = picture(tmp_path / f"a.{ending}")
    content = path.read_bytes()
    start = 2 if ending == "jpg" else 13 + 3 * 2 ** ((content[10] & 7) + 1)
    path.write_bytes(content[:start] + comment + content[start:])
    assert isinstance(open_image(path), ImageFile)
    path.write_bytes(content[:start] + comment * 5_000_000 + content[start:])

    assert fault(path) == "truncated"


def test_reads_a_file_again_when_it_has_changed(tmp_path: Path) -> None:
    path = picture(tmp_path / "a.png")
    assert isinstance(open_image(path), ImageFile)
    path.write_bytes(b"")
    assert fault(path) == "empty"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(place=st.integers(0, 10_000), byte=st.integers(0, 255), ending=st.sampled_from(["png", "jpg", "gif", "webp"]))
def test_damaged_files_never_raise(tmp_path: Path, place: int, byte: int, ending: str) -> None:
    path = picture(tmp_path / f"a.{ending}", (16, 16))
    content = bytearray(path.read_bytes())
    content[place % len(content)] = byte
    path.write_bytes(content)
    assert open_image(path).bytes == len(content)


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the images of other projects are not here")
def test_broken_images_of_other_projects_never_raise(capfd: pytest.CaptureFixture[str]) -> None:
    paths = [path for folder in ("go-image-testdata", "pillow-images") for path in (CORPUS / folder).rglob("*.*")]
    found = [open_image(path) for path in paths if path.is_file()]
    assert sum(isinstance(one, ImageFile) for one in found) > len(found) * 0.8
    assert capfd.readouterr().err == ""


def icon(content: bytes) -> bytes:
    entry = struct.pack("<BBBBHHII", 0, 0, 0, 0, 1, 32, len(content), 22)
    return struct.pack("<HHH", 0, 1, 1) + entry + content


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(png_header(10_000, 10_000), id="a PNG"),
        pytest.param(struct.pack("<IiiHHIIiiII", 40, 9_000, 18_000, 1, 32, 0, 0, 0, 0, 0, 0), id="a bitmap"),
    ],
)
def test_an_icon_is_not_decoded_when_it_is_huge(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.ico").write_bytes(icon(content))

    assert fault(tmp_path / "a.ico") == "bomb"


def test_a_common_icon_is_read(tmp_path: Path) -> None:
    Image.new("RGB", (256, 256)).save(tmp_path / "a.ico")
    found = open_image(tmp_path / "a.ico")

    assert isinstance(found, ImageFile)
    assert (found.format, found.width, found.height) == ("ICO", 256, 256)


@pytest.mark.parametrize("content", [b"\0\0\1\0", b"\0\0\1\0\xff\xff" + b"\xff" * 40], ids=["cut short", "odd places"])
def test_a_broken_icon_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.ico").write_bytes(content)

    assert fault(tmp_path / "a.ico") in ("not-an-image", "truncated", "bomb")
