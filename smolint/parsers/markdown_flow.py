"""Markdown events fed into a flow: blocks, links and images with exact places."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from smolint.draft import Block, Image, Link
from smolint.late_pattern import compiled
from smolint.parsers.flow import Context
from smolint.parsers.html_flow import HtmlFlow, kind_context
from smolint.parsers.template_tags import MASK
from smolint.parsers.template_values import resolve
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from smolint.draft import BlockKind

_DESTINATION = compiled(r"\][ \t]*\(\s*(?:<([^<>\n]*)>|(\S*))")
# CommonMark: a label has no bracket of its own and at most 999 characters.
_DEFINED = compiled(r"\[(?:[^\[\]\\]|\\.){1,999}+\]:\s*+(?:<([^<>\n]*)>|(\S+))", re.DOTALL)
_BARE = compiled(r"(?<![\w/@.])(?:https?://|www\.)[^\s<>\ufffc]+", re.I)
_TRAILING = ".,;:!?…'\"’”»*_~"
# Lists as social posts write them, with signs that Markdown does not know. A dash may also open a wrapped line of
# running text, so the line before must have come to a stop, and not with an abbreviation (“etc.”).
_LIST_LINE = compiled(
    r"[ \t]*(?:[•‣▪●\u2190-\u21ff\u25a0-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]\ufe0f?|([–—]))[ \t]+(?=\S)"
)
_STOP = compiled(r"(?:[:;!?…]|\w{4}\.)\Z")
_BLOCK_EVENT_NAMES = """
Paragraph Heading Item List BlockQuote CodeBlock HtmlBlock FootnoteDefinition Table TableHead TableRow TableCell
DefinitionList DefinitionListTitle DefinitionListDefinition
"""
_BLOCK_EVENTS = frozenset(_BLOCK_EVENT_NAMES.split())
# Those that say nothing of themselves, and whose places are those of what is in them.
_PLAIN_BLOCKS = _BLOCK_EVENTS - {"BlockQuote", "CodeBlock", "HtmlBlock"}
_MARKDOWN = {name: f"md:{name}" for name in _BLOCK_EVENTS}
_KINDS: dict[str, BlockKind] = {
    "Paragraph": "paragraph",
    "CodeBlock": "code",
    "TableCell": "cell",
    "DefinitionListTitle": "term",
}
_STRUCTURES = {"Table": "table", "FootnoteDefinition": "footnote"}


class MarkdownFlow(HtmlFlow):
    """A flow that understands pyromark's events, whose first byte is the character at `base`.

    `definitions` gives the place of the address of a reference's label.
    """

    def __init__(self, text: str, masked: str, base: int, definitions: Callable[[str], Span | None]) -> None:
        super().__init__(text, masked=masked, context=Context(loose=False))
        self._definitions = definitions
        self._code_ranges: list[Span] = []
        self._depths: list[int] = []
        self._images: list[tuple[int, dict[str, Any], list[str]]] = []
        self._link_data: list[dict[str, Any]] = []
        self._html: list[Span] | None = None
        self._base = self._last_end = base

    @property
    def code_ranges(self) -> list[Span]:
        """The places of all code, in which template tags are only shown."""
        return self._code_ranges

    def take(self, events: Iterable[tuple[Any, Any]], inner: Sequence[int]) -> None:
        """Take in all events; `inner` are the inner bytes of what they were read from (see `byte_offsets`)."""
        takers = {
            "Text": self._run,
            "Start": self._begin_event,
            "SoftBreak": self._soft_break,
            "HardBreak": self._hard_break,
            "Code": self._inline_code,
            "Html": self._block_html,
            "InlineHtml": self._inline_html,
        }
        base = self._base
        for event, place in events:
            kind, value = (event, "") if event.__class__ is str else event.popitem()
            if kind == "End":
                name = value if value.__class__ is str else next(iter(value))
                if name in _BLOCK_EVENTS:
                    self._close_block(name)
                    continue
            elif kind == "Start" and value.__class__ is str and value in _PLAIN_BLOCKS:
                self._depths.append(self.open_element(_MARKDOWN[value], _inside(self.context, value, 0)))
                continue
            start, end = place["start"], place["end"]
            if inner:
                start -= bisect_left(inner, start)
                end -= bisect_left(inner, end)
            start += base
            end += base
            if kind == "End":
                self._end_event(name, start, end)
            elif taker := takers.get(kind):
                taker(value, start, end)
            if kind != "Start" and end > self._last_end:
                self._last_end = end

    def _soft_break(self, _: str, start: int, end: int) -> None:
        if self._images:
            self._images[-1][2].append(" ")
        elif self._begins_item(start, end):
            self.line_break(start, end)
        else:
            self.add_space(start, end)

    def _hard_break(self, _: str, start: int, end: int) -> None:
        if self._images:
            self._images[-1][2].append(" ")
        else:
            self.line_break(start, end)

    def _block_html(self, _: str, start: int, end: int) -> None:
        if self._html is not None:
            self._html.append(Span(start, end))

    def _inline_html(self, _: str, start: int, end: int) -> None:
        if not self._images:
            self.feed_markup(self._markup(start, end), start)

    def _begins_item(self, start: int, end: int) -> bool:
        item = _LIST_LINE.match(self.text, end)
        return item is not None and (item[1] is None or _STOP.search(self.text[max(0, start - 5) : start]) is not None)

    def _run(self, value: str, start: int, end: int) -> None:
        if self._images:
            self._images[-1][2].append(value)
        elif self.context.kind == "code":
            self.add(self.text[start:end], start, end)
        elif MASK in value and len(value) == end - start:
            self.add_collapsed(value, start)
        else:
            self.add(value, start, end)

    def _inline_code(self, value: str, start: int, end: int) -> None:
        self._code_ranges.append(Span(start, end))
        if self._images:
            self._images[-1][2].append(value)
            return
        written = self.text[start:end]
        ticks = len(written) - len(written.lstrip("`"))
        first, last = start + ticks, end - ticks
        if last - first == len(value) + 2:
            first, last = first + 1, last - 1
        if last - first == len(value):
            value = self.text[first:last].replace("\r", " ").replace("\n", " ")
        self.add(value, first, last, code=True)

    def _begin_event(self, value: Any, start: int, end: int) -> None:
        name: str
        details: Any
        name, details = (value, None) if value.__class__ is str else value.popitem()
        if name in _BLOCK_EVENTS:
            self._depths.append(self.open_element(_MARKDOWN[name], self._block(name, details, start, end)))
        elif name == "Link":
            self._last_end = start + 1
            self._link_data.append(details)
            if not self._images:
                self.open_link(details["dest_url"], start, Span(start, end), "inline")
        elif name == "Image":
            self._last_end = start + 2
            self._images.append((start, details, []))

    def _end_event(self, name: str, start: int, end: int) -> None:
        if name == "Link":
            details = self._link_data.pop()
            if not self._images:
                self._finish_link(details, start, end)
        elif name == "Image":
            self._finish_image(start, end)

    def _close_block(self, name: str) -> None:
        if name == "HtmlBlock":
            self._feed_block()
        self.close_to(self._depths.pop())

    def _block(self, name: str, details: Any, start: int, end: int) -> Context:
        if name == "HtmlBlock":
            self._html = []
            return self.context
        if name == "BlockQuote" and (details is not None or self.text[start] != ">"):
            return self.context
        if name == "CodeBlock":
            self._code_ranges.append(Span(start, end))
        return _inside(self.context, name, int(details["level"][1:]) if name == "Heading" else 0)

    def _markup(self, start: int, end: int) -> str:
        """A stretch of HTML, its template tags blotted out; what was made a quotation's sign is a blank again."""
        masked, written = self.masked[start:end], self.text[start:end]
        if masked == written or ">" not in masked:
            return masked
        pairs = zip(masked, written, strict=True)
        return "".join(old if new == ">" and old in " \t" else new for new, old in pairs)

    def _feed_block(self) -> None:
        """Take in a block of HTML: its lines joined, what stands between them (`> `) blank."""
        spans, self._html = self._html, None
        if not spans:
            return
        parts, done = [], spans[0].start
        for start, end in spans:
            parts += [" " * (start - done), self._markup(start, end)]
            done = max(end, done)
        self.feed_markup("".join(parts), spans[0].start)

    def _finish_link(self, details: dict[str, Any], start: int, end: int) -> None:
        kind, url = details["link_type"], details["dest_url"]
        if kind in ("Autolink", "Email"):
            url_span = Span(start + 1, end - 1)
            url = f"mailto:{url}" if kind == "Email" and not url.startswith("mailto:") else url
            name = "auto"
        else:
            url_span = self._destination(details, end)
            name = "inline" if kind == "Inline" else "reference"
        url, url_span = self._resolved(url, url_span)
        self.retarget(url, name)
        self.close_link(end, url_span)

    def _destination(self, details: dict[str, Any], end: int) -> Span:
        """Where the address of a link or image is written: behind its text, or in the definition it refers to."""
        if details["link_type"] != "Inline":
            return self._definitions(details["id"]) or Span(end, end)
        match = _DESTINATION.match(self.masked, self._last_end, end) or _DESTINATION.search(
            self.masked, self._last_end, end
        )
        if match is None:
            return Span(end - 1, end - 1)
        first, last = match.span(match.lastindex or 0)
        return Span(first, max(first, min(last, end - 1)))

    def _resolved(self, url: str, span: Span) -> tuple[str, Span]:
        """The address without template expressions: they are masked in the event, and read from the source."""
        if MASK not in url and "%EF%B7%90" not in url:
            return url, span
        return resolve(self.text[span.start : span.end], self.text, span)

    def _finish_image(self, start: int, end: int) -> None:
        _, details, parts = self._images.pop()
        alt_start = start + 2
        alt_end = max(alt_start, self._last_end)
        match = _DESTINATION.search(self.masked, alt_end, end)
        if match and details["link_type"] == "Inline":
            alt_end = match.start()
        elif details["link_type"] != "Inline":
            alt_end = max(alt_start, self.masked.find("]", alt_end, end))
        target, target_span = self._resolved(details["dest_url"], self._destination(details, end))
        alt = " ".join("".join(parts).replace(MASK, "").split())
        if self._images:
            self._images[-1][2].append(alt)
        self.add_image(Image(target, alt, Span(start, end), target_span, Span(alt_start, alt_end), "markdown"))

    def blotted(self, start: int, end: int) -> None:
        """Open the elements whose content is Markdown (`<aside markdown="1">`); note template tags."""
        if self.text[start] == "<" and self.text[start + 1 : start + 2].islower():
            self.feed_markup(self.text[start:end], start)
        else:
            super().blotted(start, end)

    def finished(self, block: Block, linked: list[tuple[int, int]]) -> None:
        """Look for URLs in running text, which many renderers make links."""
        if block.kind == "code" or ("://" not in block.text and "www." not in block.text.lower()):
            return
        taken = sorted((*linked, *block.code))
        for start, end in bare_urls(block.text):
            index = bisect_right(taken, (start, len(block.text))) - 1
            if index < 0 or taken[index][1] <= start:
                url, place = block.text[start:end], block.span(start, end)
                self.links.append(Link(url, url if "://" in url else f"https://{url}", place, place, "bare"))


# Few contexts come again and again, and a named tuple takes long to copy.
@lru_cache(maxsize=1024)
def _inside(context: Context, name: str, level: int) -> Context:
    """The context inside of a block of Markdown; `level` is a heading's."""
    if name in _KINDS:
        return kind_context(context, _KINDS[name])
    if name == "Heading":
        return kind_context(context, "heading")._replace(level=level if "quote" not in context.within else 0)
    if name == "List":
        return context.inside("list")._replace(level=(context.level if context.kind == "item" else 0) + 1)
    if name == "Item":
        return kind_context(context._replace(kind="quote" if "quote" in context.within else "paragraph"), "item")
    if name == "BlockQuote":
        return context.inside("quote")._replace(kind="quote", level=0)
    return context.inside(_STRUCTURES[name]) if name in _STRUCTURES else context


def trimmed_url(url: str) -> str:
    """A URL of running text without the punctuation after it, and without a closing bracket that none opens."""
    surplus = {")": url.count(")") - url.count("("), "]": url.count("]") - url.count("[")}
    end = len(url)
    while end and (url[end - 1] in _TRAILING or surplus.get(url[end - 1], 0) > 0):
        end -= 1
        if url[end] in surplus:
            surplus[url[end]] -= 1
    return url[:end]


def bare_urls(text: str) -> Iterator[tuple[int, int]]:
    """The ranges of the URLs in a running text."""
    for match in _BARE.finditer(text):
        url = trimmed_url(match.group())
        if len(url) > len("https://"):
            yield match.start(), match.start() + len(url)


def defined_at(definition: str, start: int) -> Span | None:
    """Where the address of a link reference definition that begins at `start` stands."""
    match = _DEFINED.search(definition)
    if match is None:
        return None
    first, last = match.span(match.lastindex or 0)
    return Span(start + first, start + last)
