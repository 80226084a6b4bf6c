from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

import smolint
from smolint.config import Config


def photo(path: Path, *, place: bool) -> Path:
    written = Image.Exif()
    written[0x010F] = "Pixelpond"
    if place:
        written.get_ifd(0x8825).update({1: "N", 2: (48.0, 51.0, 30.0), 3: "E", 4: (2.0, 17.0, 40.0)})
    Image.new("RGB", (1200, 1200)).save(path, exif=written)
    return path


def found(folder: Path, text: str, platform: str):
    (folder / "post.md").write_text(text, encoding="utf-8")
    config = Config(select=("image",), platform=platform, language="en")
    return [one for result in smolint.lint([folder / "post.md"], config) for one in result.findings]


@pytest.mark.parametrize("platform", ["facebook", "twitter", "wordpress", "mastodon"])
@pytest.mark.parametrize("ending", ["jpg", "png"])
def test_a_photo_that_tells_its_place(tmp_path: Path, platform: str, ending: str) -> None:
    text = f"Bread.\n\n![A round loaf](loaf.{ending})\n"
    photo(tmp_path / f"loaf.{ending}", place=True)
    ((rule, marked, message),) = [(one.rule, one.text, one.message) for one in found(tmp_path, text, platform)]
    assert (rule, marked) == ("image/location-leak", f"loaf.{ending}")
    assert "48" not in message
    photo(tmp_path / f"loaf.{ending}", place=False)
    assert found(tmp_path, text, platform) == []


def test_a_photo_shown_twice_is_reported_once(tmp_path: Path) -> None:
    photo(tmp_path / "loaf.jpg", place=True)
    text = "![A round loaf](loaf.jpg)\n\n![The same loaf](loaf.jpg)\n"
    assert [one.line for one in found(tmp_path, text, "wordpress")] == [1]


def test_photos_on_the_web_are_not_looked_at(tmp_path: Path) -> None:
    assert found(tmp_path, "![A round loaf](https://example.com/loaf.jpg)\n", "wordpress") == []
