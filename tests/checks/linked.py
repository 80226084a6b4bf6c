"""Readings of drafts with links, as the real parsers read them, for the tests of the checks of links."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from smolint.host import installed_host
from smolint.loading import open_bytes
from smolint.platform import Fact, Platform
from smolint.reading import Reading

BLOG = Platform("blog", "Blog", kind="blog")
WALL = Platform(
    "wall",
    "Wall",
    kind="social",
    facts={
        name: Fact(name, value, "", "", confidence)
        for name, value, confidence in [("links_max", 2, "high"), ("fold", 40, "low"), ("url_length", 23, "high")]
    },
)


def linked(
    text: str,
    platform: Platform = BLOG,
    *,
    path: str = "post.md",
    site: str = "",
    language: str = "en",
    root: Path | None = None,
) -> Reading:
    """A reading of the only draft of a file of that name."""
    opened = open_bytes(text.encode(), path, installed_host().parsers)
    assert opened is not None
    (draft,) = opened.drafts
    return Reading(replace(draft, platform=platform.name, language=language), platform, site=site, root=root)


def texts(reading: Reading, check, options) -> list[str]:
    """The source texts that a check marks, in order."""
    return [reading.draft.source[mark.span] for mark in check(reading, options)]


def mended(reading: Reading, check, options) -> str:
    """The source text with all fixes of a check applied."""
    text = reading.draft.source.text
    edits = [edit for mark in check(reading, options) if mark.fix for edit in mark.fix.edits]
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        text = text[: edit.span.start] + edit.content + text[edit.span.end :]
    return text
