"""Plain text files: a social post exactly as it will be posted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smolint.draft import Block, Content, Draft, Link
from smolint.late_pattern import compiled
from smolint.parsers.front_matter import read_front_matter
from smolint.parsers.front_matter_content import declared_language, front_matter_content, title_block
from smolint.parsers.markdown_flow import bare_urls
from smolint.parsers.merge import merged
from smolint.source import Piece, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.source import Source

_PARAGRAPH = compiled(r"\S[^\n\r]*+(?:(?:\r\n|\n|\r)(?![ \t]*(?:[\r\n]|\Z))[^\n\r]*)*")
_ITEM_LINE = compiled(r"^[ \t]*(?:[-*•‣▪–—]|\d{1,2}[.)])[ \t]+(?=\S)", re.M)


def parse_text(source: Source) -> Iterator[Draft]:
    """The one draft of a `.txt` file: optional front matter, then the post as it will be posted."""
    text = source.text
    front = read_front_matter(text)
    post = _trimmed(text, front.body_start)
    yield Draft(
        source=source,
        content=merged(front_matter_content(front, role="attached"), read_text(text, front.body_start)),
        format="text",
        title=title_block(text, front),
        fields=front.fields,
        body_span=Span(front.body_start, len(text)),
        declared_language=declared_language(front),
        problems=front.problems,
        post=post,
    )


def read_text(text: str, start: int = 0, end: int | None = None) -> Content:
    """The paragraphs and list items of a plain text, and its bare URLs, with offsets into `text`."""
    stop = len(text) if end is None else end
    blocks: list[Block] = []
    for match in _PARAGRAPH.finditer(text, start, stop):
        blocks += _paragraph(text, match.start(), match.end())
    links = []
    for first, last in bare_urls(text[start:stop]):
        url, place = text[start + first : start + last], Span(start + first, start + last)
        links.append(Link(url, url if "://" in url else f"https://{url}", place, place, "bare"))
    return Content(blocks=tuple(blocks), links=tuple(links))


def _paragraph(text: str, start: int, end: int) -> Iterator[Block]:
    """A paragraph, or its list items and the text before them."""
    items = list(_ITEM_LINE.finditer(text, start, end))
    if items and items[0].start() > start:
        yield from _block(text, start, items[0].start(), "paragraph")
    elif not items:
        yield from _block(text, start, end, "paragraph")
    for index, item in enumerate(items):
        stop = items[index + 1].start() if index + 1 < len(items) else end
        yield from _block(text, item.end(), stop, "item")


def _block(text: str, start: int, end: int, kind: str) -> Iterator[Block]:
    block = _trimmed(text, start, end)
    if block.text and kind == "item":
        yield Block("item", block.text, block.pieces, 1, ("list",))
    elif block.text:
        yield block


def _trimmed(text: str, start: int, end: int | None = None) -> Block:
    """The text without the blank space around it; each of its line ends is one `\\n`, whatever the file has."""
    stop = len(text) if end is None else end
    written = text[start:stop]
    start += len(written) - len(written.lstrip())
    written = written.strip()
    if "\r" not in written:
        return Block("paragraph", written, (Piece(0, len(written), start, start + len(written)),) if written else ())
    parts, pieces, length = [], [], 0
    for match in re.finditer(r"\r\n|\r|[^\r]+", written):
        value = "\n" if match.group()[0] == "\r" else match.group()
        parts.append(value)
        pieces.append(Piece(length, length + len(value), start + match.start(), start + match.end()))
        length += len(value)
    return Block("paragraph", "".join(parts), tuple(pieces))
