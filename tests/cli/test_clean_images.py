"""`--clean-images`: photos are copied without their place, where the user says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from smolint.image_privacy import has_location
from smolint.testing import fixtures_folder

from .conftest import Smolint

PHOTO = "terrace-with-location.jpg"


@pytest.fixture
def photo(drafts: Path) -> Path:
    path = drafts / "posts" / "img" / PHOTO
    path.parent.mkdir()
    shutil.copy(fixtures_folder() / "images" / PHOTO, path)
    (drafts / "posts" / "terrace.md").write_text(f"![Two tables](img/{PHOTO})\n", encoding="utf-8")
    return path


def test_a_copy_is_written_where_the_user_says(smolint: Smolint, photo: Path, drafts: Path) -> None:
    before = photo.read_bytes()
    ended = smolint("posts", "--select", "image/location-leak", "--clean-images", "clean")
    copy = drafts / "clean" / "posts" / "img" / PHOTO

    assert photo.read_bytes() == before
    assert has_location(photo)
    assert not has_location(copy)
    assert len(copy.read_bytes()) == len(before)
    assert "1\N{NO-BREAK SPACE}copy without a place in clean." in ended.err


@pytest.mark.parametrize(
    "options", [(), ("--fix", "--unsafe-fixes"), ("--diff",)], ids=["a plain run", "a fix", "a diff"]
)
def test_no_image_is_ever_written_unasked(
    smolint: Smolint, photo: Path, drafts: Path, options: tuple[str, ...]
) -> None:
    before = {path: path.read_bytes() for path in drafts.rglob("*.jpg")}
    ended = smolint("posts", "--select", "image/location-leak", *options)

    assert {path: path.read_bytes() for path in drafts.rglob("*.jpg")} == before
    assert "mends" not in ended.out


def test_a_photo_is_not_written_over_itself(smolint: Smolint, photo: Path) -> None:
    before = photo.read_bytes()
    ended = smolint("posts", "--select", "image/location-leak", "--clean-images", ".")

    assert photo.read_bytes() == before
    assert "not written over itself" in ended.err
