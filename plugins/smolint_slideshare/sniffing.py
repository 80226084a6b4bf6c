"""Tells decks by their names and first characters; every run loads this, so it imports next to nothing."""

from __future__ import annotations

import re

POWERPOINT = (".pptx", ".ppsx", ".potx")
OLD_POWERPOINT = (".ppt", ".pps")
DECKS = (*POWERPOINT, ".pdf", *OLD_POWERPOINT)
"""The endings of decks."""


def is_marp(head: str) -> bool:
    """Whether a text begins with front matter that says `marp: true`."""
    return "marp:" in head and bool(re.match(r"---[ \t]*\r?\n(?:(?!---).*\r?\n)*?marp:[ \t]*true[ \t]*\r?\n", head))
