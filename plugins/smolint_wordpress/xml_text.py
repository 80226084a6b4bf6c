"""The text of an XML element, with exact places: character data, CDATA sections and entities."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smolint.late_pattern import compiled
from smolint_wordpress.rewriting import Replacement, rewrite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.source import Piece

_MARKUP = compiled(
    r"<!\[CDATA\[(?P<cdata>.*?)\]\]>|<!--.*?-->|<\?.*?\?>|&(?:#x(?P<hex>[0-9a-fA-F]+)|#(?P<decimal>[0-9]+)|(?P<name>\w+));",
    re.DOTALL,
)
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}


def xml_text(text: str, start: int, end: int) -> tuple[str, tuple[Piece, ...]]:
    """The characters that the XML in `text[start:end]` stands for, and the pieces that lead back to `text`.

    Tags inside the range are kept as they are: an export whose HTML was never escaped still reads as HTML.
    """
    if text.find("<", start, end) < 0 and text.find("&", start, end) < 0:
        return rewrite(text, (), start, end)
    return rewrite(text, _replacements(text, start, end), start, end)


def _replacements(text: str, start: int, end: int) -> Iterator[Replacement]:
    for match in _MARKUP.finditer(text, start, end):
        if match["cdata"] is not None:
            yield Replacement(match.start(), match.start("cdata"), "")
            yield Replacement(match.end("cdata"), match.end(), "")
        else:
            yield Replacement(match.start(), match.end(), _character(match))


def _character(match: re.Match[str]) -> str:
    """The character of an entity; a comment or an instruction gives nothing, an unknown entity itself."""
    if match["hex"] or match["decimal"]:
        number = int(match["hex"], 16) if match["hex"] else int(match["decimal"])
        return chr(number) if 0 < number < 0x110000 and not 0xD800 <= number < 0xE000 else "\ufffd"
    if match["name"]:
        return _NAMED.get(match["name"], match.group())
    return ""
