"""Blocks put together from runs of visible text: what the HTML and the Markdown reader have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.dataclass import dataclass
from smolint.draft import Block, Comment, Content, Embed, Image, Link, Problem
from smolint.late_pattern import late_pattern
from smolint.named_tuple import NamedTuple
from smolint.source import Piece, Span, cut_pieces

if TYPE_CHECKING:
    from smolint.draft import BlockKind

# White space to be collapsed; and template tags that were blotted out (U+FDD0), which leave nothing.
_GAP = late_pattern("[ \t\n\r\f]{2,}|[\t\n\r\f]|\ufdd0+")
_SPACE = " \t\n\r\f"
_MOST_WITHIN = 16


class Context(NamedTuple):
    """What the open elements make of the text in them; `outside` is text beside a page's main part."""

    kind: BlockKind = "paragraph"
    level: int = 0
    within: tuple[str, ...] = ()
    language: str = ""
    hidden: bool = False
    outside: bool = False
    preformatted: bool = False
    code: bool = False
    loose: bool = True
    """Whether text stands here without an element of its own, so that a blank line parts paragraphs."""

    @property
    def silent(self) -> bool:
        """Whether readers of the draft do not see this text."""
        return self.hidden or self.outside

    def inside(self, structure: str) -> Context:
        """The same context within one more structure."""
        if len(self.within) >= _MOST_WITHIN or self.within[-1:] == (structure,):
            return self
        return self._replace(within=(*self.within, structure))


@dataclass(slots=True)
class _OpenLink:
    url: str
    span_start: int
    url_span: Span
    kind: str
    nofollow: bool
    parts: list[str]
    alts: list[str]


class Flow:
    """Takes text runs, breaks, links, images and embeds in source order; gives their `Content`.

    Positions are code points of the source. The reader says where blocks begin and end (`flush`) and in which
    context text stands (`context`).
    """

    def __init__(self, context: Context | None = None) -> None:
        self.context = context or Context()
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.images: list[Image] = []
        self.embeds: list[Embed] = []
        self.comments: list[Comment] = []
        self.problems: list[Problem] = []
        self._link: _OpenLink | None = None
        self._begin()

    def _begin(self) -> None:
        self._parts: list[str] = []
        # Where each run begins in the text and in the source, and where it ends there; a run of plain text, which
        # matches the source character by character, has no end and goes on as long as both do (until `_next`).
        self._runs: list[tuple[int, int, int]] = []
        self._next = -1
        self._code: list[tuple[int, int]] = []
        self._linked: list[tuple[int, int]] = []
        self._length = 0
        self._block_context: Context | None = None

    @property
    def _spaced(self) -> bool:
        """Whether a space here would follow another, or begin the block."""
        return not self._parts or self._parts[-1][-1] in " \n"

    def add(self, value: str, start: int, end: int, *, code: bool = False) -> None:
        """Visible text as it is, from the source range `[start, end)`."""
        context = self.context
        if not value or context.hidden or context.outside:
            return
        if self._block_context is None:
            self._block_context = context
        begin = self._length
        stop = self._length = begin + len(value)
        self._parts.append(value)
        if code or context.code:
            self._code.append((begin, stop))
        if self._link is not None:
            self._link.parts.append(value)
            self._linked.append((begin, stop))
        if end - start != stop - begin:
            self._runs.append((begin, start, end))
            self._next = -1
            return
        if start != self._next:
            self._runs.append((begin, start, -1))
        self._next = end

    def add_collapsed(self, value: str, start: int) -> None:
        """A literal run of source text at `start`, its white space collapsed as browsers do."""
        if self.context.preformatted:
            self.add(value, start, start + len(value))
            return
        position = 0
        for gap in _GAP.finditer(value):
            self._add_word(value[position : gap.start()], start + position)
            if gap.group()[0] == "\ufdd0":
                self.blotted(start + gap.start(), start + gap.end())
            else:
                self.add_space(start + gap.start(), start + gap.end())
            position = gap.end()
        self._add_word(value[position:], start + position)

    def blotted(self, start: int, end: int) -> None:
        """Called where template tags were blotted out of the text; they may leave something there."""

    def _add_word(self, value: str, start: int) -> None:
        if not value:
            return
        if value[0] == " " and self._spaced:
            value, start = value[1:], start + 1
        if value:
            self.add(value, start, start + len(value))

    def add_space(self, start: int, end: int) -> None:
        """A space that stands for the source range, unless one is there already."""
        if not self._spaced:
            self.add(" ", start, end)

    def line_break(self, start: int, end: int) -> None:
        """A forced line break (`<br>`, a hard break): `\\n` in the text."""
        self.add("\n", start, end)

    def flush(self) -> None:
        """End the current block, if there is one, and keep it unless it is blank."""
        context = self._block_context
        if context is None:
            return
        text = "".join(self._parts)
        pieces = _pieces(self._runs, self._length)
        code, linked = self._code, self._linked
        self._begin()
        if text.isspace():
            return
        if context.kind == "code":
            code = []
        elif text[0] in _SPACE or text[-1] in _SPACE:
            start, end = len(text) - len(text.lstrip(_SPACE)), len(text.rstrip(_SPACE))
            text, pieces = text[start:end], cut_pieces(pieces, start, end)
            code, linked = _cut_ranges(code, start, end), _cut_ranges(linked, start, end)
        if linked and context.kind == "item" and _only_links(text, linked):
            context = context.inside("link-list")
        ranges = _joined(code) if code else ()
        block = Block(context.kind, text, tuple(pieces), context.level, context.within, ranges, context.language)
        self.blocks.append(block)
        self.finished(block, linked)

    def finished(self, block: Block, linked: list[tuple[int, int]]) -> None:
        """Called with each block and the ranges of its text that are links; readers may look for more in it."""

    def open_link(self, url: str, start: int, url_span: Span, kind: str, nofollow: bool = False) -> None:
        """Begin a link at `start`; an open one is closed first, as links cannot nest."""
        self.close_link(start)
        self._link = _OpenLink(url, start, url_span, kind, nofollow, [], [])

    def retarget(self, url: str, kind: str) -> None:
        """Give the open link, if there is one, another address and kind."""
        if self._link is not None:
            self._link.url, self._link.kind = url, kind

    def stand_in(self, text: str) -> None:
        """What to give as the open link's text should it have no other."""
        if self._link is not None and text:
            self._link.alts.append(text)

    def close_link(self, end: int, url_span: Span | None = None) -> None:
        """End the open link, if there is one, at `end`; `url_span` where only its end tells it."""
        link, self._link = self._link, None
        if link is None or self.context.silent:
            return
        text = " ".join("".join(link.parts).split()) or " ".join(link.alts)
        span = Span(link.span_start, max(end, link.span_start))
        self.links.append(Link(text, link.url, span, url_span or link.url_span, link.kind, link.nofollow))

    def add_image(self, image: Image) -> None:
        """An image that readers see; its alternative text stands for a link's text where that has no other."""
        if self.context.silent:
            return
        self.images.append(image)
        self.stand_in(image.alt or "")

    def content(self) -> Content:
        """All that was taken in, in source order."""
        self.flush()
        self.links.sort(key=lambda link: link.span)
        self.images.sort(key=lambda image: image.span)
        self.embeds.sort(key=lambda embed: embed.span)
        self.comments.sort(key=lambda comment: comment.span)
        return Content(
            tuple(self.blocks),
            tuple(self.links),
            tuple(self.images),
            tuple(self.embeds),
            tuple(self.comments),
            tuple(self.problems),
        )


def _pieces(runs: list[tuple[int, int, int]], length: int) -> list[Piece]:
    """The map to the source of a text of that length."""
    pieces, stop = [], length
    for begin, start, end in reversed(runs):
        pieces.append(Piece(begin, stop, start, start + stop - begin if end < 0 else end))
        stop = begin
    return pieces[::-1]


def _cut_ranges(ranges: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    cut = ((max(first, start) - start, min(last, end) - start) for first, last in ranges)
    return [(first, last) for first, last in cut if first < last]


def _joined(ranges: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for start, end in ranges:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _only_links(text: str, linked: list[tuple[int, int]]) -> bool:
    rest, done = "", 0
    for start, end in linked:
        rest += text[done:start]
        done = end
    return not any(character.isalnum() for character in rest + text[done:])
