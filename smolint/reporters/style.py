"""Colours and weights of terminal text. A level is always said in words too, so nothing depends on colour."""

from __future__ import annotations

CODES = {
    "path": "1;4",
    "error": "1;31",
    "warning": "1;33",
    "suggestion": "1;36",
    "good": "1;32",
    "label": "1;32",
    "strong": "1",
    "quiet": "2",
}
"""The ANSI Select Graphic Rendition parameters (ECMA-48, 8.3.117) of each style."""


def paint(text: str, style: str, *, color: bool) -> str:
    """The text in a style where colours are shown, else as it is."""
    return f"\x1b[{CODES[style]}m{text}\x1b[0m" if color and text else text
