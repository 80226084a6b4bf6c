from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

import smolint
from checks.made import SOCIAL, image, made
from smolint.check import NoOptions
from smolint.checks.image_set import image_too_many, image_used_twice
from smolint.config import Config
from smolint.platform import Fact
from smolint.reading import Reading
from smolint.source import Span


def picture(path: Path, size: tuple[int, int] = (1080, 1080), shade: int = 128) -> Path:
    Image.new("L", size, shade).save(path)
    return path


def found(draft: Path, platform: str, rule: str) -> list[str]:
    results = smolint.lint([draft], Config(select=(rule,), platform=platform, language="en"))
    return [one.text for result in results for one in result.findings]


def post(folder: Path, *names: str) -> Path:
    draft = folder / "post.md"
    draft.write_text("Bread.\n\n" + "\n\n".join(f"![A loaf]({name})" for name in names), encoding="utf-8")
    return draft


@pytest.mark.parametrize(
    ("platform", "limit"),
    [("twitter", 4), ("bluesky", 4), ("mastodon", 4), ("facebook", 10), ("threads", 20), ("pinterest", 5)],
)
def test_one_image_too_many(tmp_path: Path, platform: str, limit: int) -> None:
    names = [f"https://example.com/{number}.jpg" for number in range(limit + 1)]
    assert found(post(tmp_path, *names[:limit]), platform, "image/too-many") == []
    assert found(post(tmp_path, *names), platform, "image/too-many") == [names[limit]]


def limited(limit: int, *images):
    facts = {"images_max": Fact("images_max", limit, "", "", "high")}
    placed = [replace(one, span=Span(at, at), target_span=Span(at, at)) for at, one in enumerate(images)]
    reading = made("Bread, fresh from the oven.", *placed, platform=replace(SOCIAL, facts=facts))
    return [mark.span.start for mark in image_too_many(reading, NoOptions())]


def test_what_counts_as_one_image() -> None:
    assert limited(1, image("a.jpg"), image("a.jpg"), image("film.mp4")) == []
    assert limited(1, image("a.jpg"), image("film.mp4"), image("b.jpg"), image("c.jpg")) == [2]
    assert limited(1, image("a.jpg"), image("https://feeds.feedburner.com/~r/bread/1.gif")) == []


@pytest.mark.parametrize(
    ("platform", "sizes", "marked"),
    [
        pytest.param("instagram", [(1080, 1080), (1080, 1350), (1350, 1080)], ["1.jpg"], id="the first that differs"),
        pytest.param("pinterest", [(1000, 1500), (1000, 1400)], ["1.jpg"], id="Pinterest"),
        pytest.param("instagram", [(1080, 1350), (864, 1080)], [], id="one ratio, two sizes"),
        pytest.param("instagram", [(1080, 1350)], [], id="a single image"),
        pytest.param("facebook", [(1080, 1080), (1080, 1350)], [], id="no carousel"),
    ],
)
def test_one_ratio_for_a_carousel(tmp_path: Path, platform: str, sizes, marked: list[str]) -> None:
    names = [picture(tmp_path / f"{number}.jpg", size).name for number, size in enumerate(sizes)]
    assert found(post(tmp_path, *names), platform, "image/mixed-aspect") == marked


def test_one_image_under_two_names(tmp_path: Path) -> None:
    picture(tmp_path / "a.jpg")
    (tmp_path / "b.jpg").write_bytes((tmp_path / "a.jpg").read_bytes())
    picture(tmp_path / "c.jpg", shade=90)
    assert found(post(tmp_path, "a.jpg", "c.jpg", "b.jpg"), "wordpress", "image/used-twice") == ["b.jpg"]


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(["a.jpg", "a.jpg"], id="one file shown twice"),
        pytest.param(["a.jpg", "c.jpg"], id="two images"),
        pytest.param(["a.jpg", "gone.jpg", "away.jpg"], id="missing files"),
        pytest.param(["empty.jpg", "void.jpg"], id="empty files"),
    ],
)
def test_not_used_twice(tmp_path: Path, names: list[str]) -> None:
    picture(tmp_path / "a.jpg")
    picture(tmp_path / "c.jpg", shade=90)
    (tmp_path / "empty.jpg").touch()
    (tmp_path / "void.jpg").touch()
    assert found(post(tmp_path, *names), "wordpress", "image/used-twice") == []


def test_used_twice_in_a_thread(tmp_path: Path) -> None:
    picture(tmp_path / "a.jpg")
    (tmp_path / "b.jpg").write_bytes((tmp_path / "a.jpg").read_bytes())
    first, second = (made("Bread.", image(name), path=str(tmp_path / "post.tweet")) for name in ("a.jpg", "b.jpg"))
    thread = (replace(first.draft, parts=2), replace(second.draft, part=1, parts=2))
    marks = [list(image_used_twice(Reading(one, SOCIAL, root=tmp_path, thread=thread), NoOptions())) for one in thread]
    assert [[mark.values for mark in each] for each in marks] == [[], [{"name": "b.jpg", "other": "a.jpg"}]]
