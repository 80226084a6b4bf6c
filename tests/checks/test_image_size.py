"""Planted faults: each image is a real file, right but for one thing, in a real draft that all rules read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

import smolint
from smolint.config import Config
from smolint.finding import Level

RULES = ("image", "video")


def picture(path: Path, size: tuple[int, int], *, weight: int = 0, **options: object) -> Path:
    """An image of a size in pixels; zeros behind its end, which no reader minds, bring it to a weight in bytes."""
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("L", size, 128).save(path, **options)
    if weight:
        with path.open("r+b") as file:
            file.truncate(weight)
    return path


def animation(path: Path, size: tuple[int, int], frames: int) -> Path:
    first, *others = (Image.new("L", size, number % 256) for number in range(frames))
    first.save(path, save_all=True, append_images=others)
    return path


def found(folder: Path, platform: str, *names: str, front: str = "", body: bool = True) -> list[tuple[str, Level, str]]:
    """The rule, level and marked text of each finding about images in a post that shows these files."""
    draft = folder / "post.md"
    shown = "\n\n".join(f"![A round loaf on a board]({name})" for name in names) if body else ""
    draft.write_text(f"{front}Our bread of the day.\n\n{shown}\n", encoding="utf-8")
    config = Config(select=RULES, platform=platform, language="en")
    results = list(smolint.lint([draft], config))
    assert [crash for one in results for crash in one.crashes] == []
    return [(one.rule, one.level, one.text) for result in results for one in result.findings]


@pytest.mark.parametrize(
    ("platform", "size", "right"),
    [
        pytest.param("instagram", (310, 310), (1080, 1080), id="narrower than Instagram enlarges well"),
        pytest.param("instagram", (1070, 1350), (1080, 1350), id="narrower than Instagram shows it"),
        pytest.param("pinterest", (590, 890), (1000, 1500), id="smaller than Pinterest's least"),
        pytest.param("youtube", (630, 354), (1280, 720), id="narrower than a thumbnail on YouTube"),
        pytest.param("twitter", (1190, 669), (1200, 675), id="less than sharp on X"),
        pytest.param("facebook", (1190, 620), (1200, 630), id="less than sharp on Facebook"),
        pytest.param("threads", (310, 310), (320, 320), id="narrower than Threads takes"),
    ],
)
def test_an_image_ten_pixels_too_small(tmp_path: Path, platform: str, size, right) -> None:
    picture(tmp_path / "loaf.jpg", size)
    assert [(rule, text) for rule, _, text in found(tmp_path, platform, "loaf.jpg")] == [
        ("image/too-small", "loaf.jpg"),
    ]
    picture(tmp_path / "loaf.jpg", right)
    assert found(tmp_path, platform, "loaf.jpg") == []


@pytest.mark.parametrize("platform", ["facebook", "twitter", "linkedin", "instagram"])
def test_the_square_that_most_tools_export_is_sharp_everywhere(tmp_path: Path, platform: str) -> None:
    picture(tmp_path / "loaf.jpg", (1080, 1080))
    assert found(tmp_path, platform, "loaf.jpg") == []


def test_a_lead_image_too_small_for_the_card_of_a_link(tmp_path: Path) -> None:
    front = "---\ntitle: Bread\nimage: loaf.jpg\n---\n"
    picture(tmp_path / "loaf.jpg", (590, 315))
    assert found(tmp_path, "wordpress", front=front) == [("image/too-small", Level.SUGGESTION, "loaf.jpg")]
    picture(tmp_path / "loaf.jpg", (600, 315))
    assert found(tmp_path, "wordpress", front=front) == []


@pytest.mark.parametrize(
    ("platform", "size", "right", "level"),
    [
        pytest.param("twitter", (8193, 4000), (8192, 4000), Level.WARNING, id="wider than X takes"),
        pytest.param("facebook", (2049, 1200), (2048, 1200), Level.SUGGESTION, id="wider than Facebook keeps"),
        pytest.param("instagram", (1441, 1441), (1440, 1440), Level.SUGGESTION, id="wider than Instagram keeps"),
        pytest.param("mastodon", (7681, 4320), (7680, 4320), Level.ERROR, id="more pixels than Mastodon takes"),
        pytest.param("linkedin", (6013, 6013), (6012, 6012), Level.WARNING, id="more pixels than LinkedIn takes"),
    ],
)
def test_an_image_one_pixel_too_large(tmp_path: Path, platform: str, size, right, level: Level) -> None:
    picture(tmp_path / "loaf.jpg", size)
    assert found(tmp_path, platform, "loaf.jpg") == [("image/too-large", level, "loaf.jpg")]
    picture(tmp_path / "loaf.jpg", right)
    assert found(tmp_path, platform, "loaf.jpg") == []


@pytest.mark.parametrize(
    ("platform", "limit", "level"),
    [
        pytest.param("twitter", 5_000_000, Level.ERROR, id="X"),
        pytest.param("mastodon", 16_777_216, Level.ERROR, id="Mastodon"),
        pytest.param("bluesky", 2_000_000, Level.ERROR, id="Bluesky"),
        pytest.param("facebook", 4_000_000, Level.WARNING, id="Facebook, medium confidence"),
        pytest.param("linkedin", 5_000_000, Level.SUGGESTION, id="LinkedIn, low confidence"),
        pytest.param("instagram", 8_000_000, Level.SUGGESTION, id="Instagram, only tools"),
        pytest.param("wordpress", 2_000_000, Level.SUGGESTION, id="slow page of a blog"),
    ],
)
def test_an_image_one_byte_too_heavy(tmp_path: Path, platform: str, limit: int, level: Level) -> None:
    picture(tmp_path / "loaf.jpg", (1200, 1200), weight=limit + 1)
    assert found(tmp_path, platform, "loaf.jpg") == [("image/too-heavy", level, "loaf.jpg")]
    picture(tmp_path / "loaf.jpg", (1200, 1200), weight=limit)
    assert found(tmp_path, platform, "loaf.jpg") == []


@pytest.mark.parametrize(
    ("platform", "name", "level"),
    [
        pytest.param("twitter", "a.tiff", Level.ERROR, id="TIFF on X"),
        pytest.param("twitter", "a.avif", Level.ERROR, id="AVIF on X"),
        pytest.param("facebook", "a.webp", Level.WARNING, id="WEBP on Facebook"),
        pytest.param("linkedin", "a.bmp", Level.WARNING, id="BMP on LinkedIn"),
        pytest.param("mastodon", "a.tiff", Level.ERROR, id="TIFF on Mastodon"),
        pytest.param("instagram", "a.png", Level.SUGGESTION, id="PNG through a tool for Instagram"),
        pytest.param("wordpress", "a.tiff", Level.WARNING, id="TIFF on a web page"),
        pytest.param("mastodon", "a.webp", None, id="WEBP on Mastodon"),
        pytest.param("mastodon", "a.avif", None, id="AVIF on Mastodon"),
        pytest.param("bluesky", "a.webp", None, id="any image on Bluesky"),
        pytest.param("wordpress", "a.avif", None, id="AVIF on a web page"),
    ],
)
def test_formats(tmp_path: Path, platform: str, name: str, level: Level | None) -> None:
    picture(tmp_path / name, (1200, 1200))
    assert found(tmp_path, platform, name) == ([("image/format", level, name)] if level else [])


def test_the_content_decides_and_not_the_ending(tmp_path: Path) -> None:
    picture(tmp_path / "loaf.png", (1200, 1200), format="WEBP")
    assert [rule for rule, _, _ in found(tmp_path, "facebook", "loaf.png")] == ["image/format", "image/unreadable"]


def test_a_photo_of_a_telephone(tmp_path: Path) -> None:
    (tmp_path / "a.heic").write_bytes(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic")
    assert found(tmp_path, "twitter", "a.heic") == [("image/format", Level.ERROR, "a.heic")]
    assert found(tmp_path, "mastodon", "a.heic") == []


@pytest.mark.parametrize(
    ("size", "frames", "rules"),
    [
        pytest.param((1281, 720), 3, ["image/too-large"], id="one pixel too wide"),
        pytest.param((64, 64), 351, ["image/too-large"], id="one picture too many"),
        pytest.param((64, 64), 350, [], id="as large as X takes"),
    ],
)
def test_animations(tmp_path: Path, size, frames: int, rules: list[str]) -> None:
    animation(tmp_path / "a.gif", size, frames)
    assert [rule for rule, _, _ in found(tmp_path, "twitter", "a.gif")] == rules


@pytest.mark.parametrize(
    ("platform", "size", "level"),
    [
        pytest.param("instagram", (1080, 1440), Level.WARNING, id="taller than 4:5"),
        pytest.param("instagram", (1400, 700), Level.WARNING, id="wider than 1.91:1"),
        pytest.param("instagram", (1200, 628), None, id="rounded to whole pixels"),
        pytest.param("threads", (1400, 138), Level.WARNING, id="beyond 10:1"),
        pytest.param("pinterest", (1200, 1200), Level.SUGGESTION, id="square on Pinterest"),
        pytest.param("youtube", (1280, 800), Level.WARNING, id="black bars on YouTube"),
        pytest.param("facebook", (1200, 1900), None, id="no limits on Facebook"),
    ],
)
def test_proportions(tmp_path: Path, platform: str, size, level: Level | None) -> None:
    picture(tmp_path / "loaf.jpg", size)
    assert found(tmp_path, platform, "loaf.jpg") == ([("image/aspect", level, "loaf.jpg")] if level else [])


def test_a_photo_taken_upright_counts_as_it_is_shown(tmp_path: Path) -> None:
    upright = Image.Exif()
    upright[0x0112] = 6
    picture(tmp_path / "loaf.jpg", (1350, 1080), exif=upright)
    assert found(tmp_path, "instagram", "loaf.jpg") == []


def test_a_story_has_its_own_proportions(tmp_path: Path) -> None:
    front = "---\ntype: story\n---\n"
    picture(tmp_path / "loaf.jpg", (1080, 1920))
    assert found(tmp_path, "instagram", "loaf.jpg", front=front) == []
    picture(tmp_path / "loaf.jpg", (1080, 1350))
    assert found(tmp_path, "instagram", "loaf.jpg", front=front) == [("image/aspect", Level.WARNING, "loaf.jpg")]


def test_remote_images_have_no_size(tmp_path: Path) -> None:
    assert found(tmp_path, "instagram", "https://example.com/loaf.tiff") == []


def test_a_sparse_gigabyte_is_one_finding(tmp_path: Path) -> None:
    picture(tmp_path / "loaf.jpg", (1200, 1200), weight=1_000_000_000)
    assert found(tmp_path, "twitter", "loaf.jpg") == [("image/unreadable", Level.ERROR, "loaf.jpg")]
