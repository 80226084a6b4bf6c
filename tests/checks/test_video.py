from __future__ import annotations

import struct
from pathlib import Path

import pytest

import smolint
from checks.made import SOCIAL, embed, image, link, made
from smolint import lint_text
from smolint.checks.video import NotNative, video_not_native
from smolint.config import Config
from smolint.finding import Level
from smolint.testing import load_all_rules


def box(kind: bytes, *content: bytes) -> bytes:
    body = b"".join(content)
    return struct.pack(">I", 8 + len(body)) + kind + body


def film(path: Path, seconds: float = 30, *, brand: bytes = b"isom", weight: int = 0) -> Path:
    """A film's headers; a sparse `mdat` box behind them brings the file to a weight in bytes."""
    header = box(b"mvhd", struct.pack(">IIIII", 0, 0, 0, 1000, int(seconds * 1000)), bytes(80))
    content = box(b"ftyp", brand, bytes(4), brand) + box(b"moov", header)
    content += struct.pack(">I4s", max(8, weight - len(content)), b"mdat")
    with path.open("wb") as file:
        file.write(content)
        file.truncate(max(weight, len(content)))
    return path


def found(folder: Path, platform: str, name: str = "oven.mp4") -> list[tuple[str, Level]]:
    draft = folder / "post.md"
    draft.write_text(f"---\nimages:\n  - file: {name}\n    alt: Our oven\n---\nOur oven.\n", encoding="utf-8")
    results = list(smolint.lint([draft], Config(select=("video", "image"), platform=platform, language="en")))
    assert [crash for one in results for crash in one.crashes] == []
    return [(one.message, one.level) for result in results for one in result.findings]


@pytest.mark.parametrize(
    ("platform", "limit", "level"),
    [
        ("twitter", 512_000_000, Level.ERROR),
        ("bluesky", 300_000_000, Level.ERROR),
        ("mastodon", 103_809_024, Level.ERROR),
        ("threads", 1_000_000_000, Level.WARNING),
    ],
)
def test_one_byte_too_heavy(tmp_path: Path, platform: str, limit: int, level: Level) -> None:
    film(tmp_path / "oven.mp4", weight=limit)
    assert found(tmp_path, platform) == []
    film(tmp_path / "oven.mp4", weight=limit + 1)
    ((message, own),) = found(tmp_path, platform)
    assert f"{limit + 1:,}\N{NO-BREAK SPACE}bytes" in message
    assert own == level


@pytest.mark.parametrize(
    ("platform", "seconds", "word"),
    [
        pytest.param("twitter", 142, "lasts 142", id="too long for X"),
        pytest.param("threads", 302, "lasts 302", id="too long for Threads"),
        pytest.param("twitter", 0.2, "lasts 0.2", id="too short for X"),
        pytest.param("twitter", 140, "", id="as long as X takes"),
        pytest.param("mastodon", 4000, "", id="no limit"),
    ],
)
def test_lengths(tmp_path: Path, platform: str, seconds: float, word: str) -> None:
    film(tmp_path / "oven.mp4", seconds)
    messages = [message for message, _ in found(tmp_path, platform)]
    assert len(messages) == bool(word)
    assert all(word in message for message in messages)


@pytest.mark.parametrize(
    ("name", "content", "word"),
    [
        pytest.param(
            "oven.mov", box(b"ftyp", b"qt  \0\0\0\0") + box(b"moov"), "does not take MOV", id="another format"
        ),
        pytest.param("oven.mp4", box(b"ftyp", b"qt  \0\0\0\0") + box(b"moov"), "does not take MOV", id="lying ending"),
        pytest.param("oven.webm", b"\x1a\x45\xdf\xa3", "does not take WEBM", id="format without boxes"),
        pytest.param("oven.mp4", box(b"ftyp", b"isom\0\0\0\0") + b"\0\0\1\0moov", "damaged", id="cut short"),
        pytest.param("oven.m4v", box(b"ftyp", b"M4V \0\0\0\0") + box(b"moov"), "", id="MP4 by another name"),
        pytest.param("gone.mp3", b"ID3", "", id="sound"),
    ],
)
def test_formats_and_damage(tmp_path: Path, name: str, content: bytes, word: str) -> None:
    (tmp_path / name).write_bytes(content)
    messages = [message for message, _ in found(tmp_path, "bluesky", name)]
    assert len(messages) == bool(word)
    assert all(word in message for message in messages)


FILMS = tuple(load_all_rules()["video/not-native"].options["films"])


def linked(*parts, **options) -> list[str]:
    reading = made("How we bake rye.", *parts, platform=SOCIAL)
    return [mark.values["host"] for mark in video_not_native(reading, NotNative(FILMS, **options))]


@pytest.mark.parametrize(
    ("part", "hosts"),
    [
        pytest.param(link("https://www.youtube.com/watch?v=abc"), ["youtube.com"], id="YouTube"),
        pytest.param(link("https://m.youtube.com/watch?v=abc"), ["youtube.com"], id="YouTube for telephones"),
        pytest.param(link("https://youtu.be/abc"), ["youtu.be"], id="short address"),
        pytest.param(link("https://vimeo.com/123"), ["vimeo.com"], id="Vimeo"),
        pytest.param(link("https://www.dailymotion.com/video/x1"), ["dailymotion.com"], id="Dailymotion"),
        pytest.param(link("https://www.youtube.com/@bakery"), [], id="channel"),
        pytest.param(link("https://www.youtube.com/playlist?list=abc"), [], id="list of films"),
        pytest.param(link("https://vimeo.com/blog"), [], id="page of Vimeo"),
        pytest.param(link("https://example.com/?u=https://youtu.be/abc"), [], id="film within another address"),
        pytest.param(embed("poll"), [], id="poll"),
    ],
)
def test_links_to_films(part, hosts: list[str]) -> None:
    assert linked(part) == hosts


def test_an_attached_film_is_enough() -> None:
    assert linked(link("https://youtu.be/abc"), image("oven.mp4")) == []


def test_a_film_by_the_way() -> None:
    parts = link("https://example.com/blog"), link("https://youtu.be/abc")
    assert linked(*parts) == ["youtu.be"]
    assert linked(*parts, alone=True) == []


@pytest.mark.parametrize(
    ("platform", "level"), [("facebook", "warning"), ("linkedin", "suggestion"), ("twitter", None)]
)
def test_where_films_are_wanted(platform: str, level: str | None) -> None:
    findings = lint_text("How we bake rye: https://youtu.be/abcdefghijk Do you?", platform=platform, language="en")
    assert [str(one.level) for one in findings if one.rule == "video/not-native"] == ([level] if level else [])
