"""Tells decks by their names and first characters; every run loads this, so it imports next to nothing."""

from __future__ import annotations

from smolint.late_pattern import late_pattern

POWERPOINT = (".pptx", ".ppsx", ".potx")
OLD_POWERPOINT = (".ppt", ".pps")
DECKS = (*POWERPOINT, ".pdf", *OLD_POWERPOINT)
"""The endings of decks."""

_MARP = late_pattern(
    r"---[ \t]*(?>\r\n|[\r\n])(?:(?!---)[^\r\n]*(?>\r\n|[\r\n]))*?"
    r"marp:[ \t]+(?:true|True|TRUE)[ \t]*(?:[ \t]#[^\r\n]*)?[\r\n]"
)


def is_marp(head: str) -> bool:
    """Whether a text begins with front matter that says `marp: true`."""
    return "marp:" in head and bool(_MARP.match(head))
