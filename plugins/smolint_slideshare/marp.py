"""Decks written in Markdown for Marp: `marp: true` in the front matter, `---` between slides."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from smolint.draft import Embed
from smolint.parsers.markdown import parse_markdown
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Draft
    from smolint.source import Source

_RULER = re.compile(r"^(?:-{3,}|\*{3,}|_{3,})[ \t]*(?:\r\n|\n|\r|\Z)", re.MULTILINE)
_FENCE = re.compile(r"^[ \t]{0,3}(?:```|~~~)", re.MULTILINE)


def read_marp(source: Source) -> Iterator[Draft]:
    """The one draft of a Marp deck; places are those of the file."""
    for draft in parse_markdown(source):
        slides = _slides(source.text, *draft.body_span)
        starts = [span.start for span in slides]
        content = draft.content
        blocks = tuple(
            replace(block, level=max(1, bisect_right(starts, block.span().start)), within=("slide", *block.within))
            for block in content.blocks
        )
        embeds = (*(Embed("slide", "slide", span) for span in slides), *content.embeds)
        yield replace(draft, content=replace(content, blocks=blocks, embeds=embeds), format="deck")


def _slides(text: str, start: int, end: int) -> list[Span]:
    found = []
    fences = [fence.start() for fence in _FENCE.finditer(text, start, end)]
    for ruler in _RULER.finditer(text, start, end):
        in_code = bisect_right(fences, ruler.start()) % 2
        # Under a line of text, a row of hyphens makes that line a heading.
        if in_code or not text.endswith(("\n\n", "\r\n\r\n", "\r\r"), start, ruler.start()):
            continue
        found.append(_trimmed(text, start, ruler.start()))
        start = ruler.end()
    return [*found, _trimmed(text, start, end)]


def _trimmed(text: str, start: int, end: int) -> Span:
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    return Span(start, max(start, start + len(inner.strip())))
