"""Markdown turned into the marks of the HTML that Vale's reader makes of it (CommonMark and GFM with footnotes)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from smolint.late_pattern import compiled
from smolint.markup.html_marks import html_marks
from smolint.markup.token import Mapped, Mark
from smolint.parsers.byte_offsets import code_points
from smolint.source import Piece

if TYPE_CHECKING:
    from collections.abc import Callable

# The addresses that goldmark links without being told to (extension/linkify.go).
_LINKED = compiled(
    r"""(?<![^\s*_~(])(?:(?:https?|ftp)://|www\.)[-a-zA-Z0-9@:%._+~\#=]{1,256}\.[a-z]+(?::\d+)?
        (?:[/\#?][-a-zA-Z0-9@:%_+.~\#$!?&/=();,'"\^{}\[\]`]*)?""",
    re.X,
)
_TRAILING = "?!.,:*_~'\""
_BLOCKS = {"Paragraph": "p", "BlockQuote": "blockquote", "Item": "li", "TableRow": "tr"}
_INLINE = {"Emphasis": "em", "Strong": "strong", "Strikethrough": "del"}
_SURROGATES = compiled("[\ud800-\udfff]")


def markdown_marks(text: str, start: int) -> list[Mark]:
    """The marks of the Markdown in `text[start:]`, footnotes last, as they are rendered."""
    import pyromark

    options = pyromark.Options
    body = _SURROGATES.sub("\ufffd", text[start:])
    enabled = (
        options.ENABLE_TABLES
        | options.ENABLE_FOOTNOTES
        | options.ENABLE_STRIKETHROUGH
        | options.ENABLE_TASKLISTS
        | options.ENABLE_MATH
    )
    reader = _Reader(text, code_points(body, start))
    for event, place in pyromark.events_with_range(body, options=enabled):
        reader.take(event, place)
    return reader.finish()


class _Reader:
    def __init__(self, text: str, at: Callable[[int], int]) -> None:
        self.text = text
        self.at = at
        self.out: list[Mark] = []
        self.body = self.out
        self.footnotes: dict[str, list[Mark]] = {}
        self.cited: dict[str, int] = {}
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self.length = 0
        self.links = 0
        self.images: list[str] = []
        self.html: list[tuple[int, int]] | None = None
        self.code = False
        self.head = False

    def take(self, event: Any, place: Any) -> None:
        start, end = self.at(place["start"]), self.at(place["end"])
        if isinstance(event, str):
            self._sign(event, start, end)
            return
        ((kind, value),) = event.items()
        if kind == "Text":
            self._text(value, start, end)
        elif kind == "Start":
            name, details = (value, {}) if isinstance(value, str) else next(iter(value.items()))
            self._start(name, details, start, end)
        elif kind == "End":
            self._end(value if isinstance(value, str) else next(iter(value)), value, start, end)
        elif kind == "Code":
            self._code(value, start, end)
        elif kind in ("InlineMath", "DisplayMath"):
            self._math(kind, start, end)
        elif kind == "Html" and self.html is not None:
            self.html.append((start, end))
        elif kind == "InlineHtml" and not self.images:
            self._flush()
            self.out += html_marks(self.text, start, end)
        elif kind == "FootnoteReference":
            self._cite(value, start, end)

    def _sign(self, event: str, start: int, end: int) -> None:
        if event == "HardBreak" and not self.images:
            self.mark("start", "br", start)
        if event in ("HardBreak", "SoftBreak"):
            self._text("\n", start, end)
        elif event == "Rule":
            self.mark("start", "hr", start)

    def _text(self, value: str, start: int, end: int) -> None:
        if self.code or not value:
            return
        self.pieces.append(Piece(self.length, self.length + len(value), start, end))
        self.parts.append(value)
        self.length += len(value)

    def _taken(self) -> Mapped:
        taken = Mapped("".join(self.parts), tuple(self.pieces))
        self.parts, self.pieces, self.length = [], [], 0
        return taken

    def _flush(self) -> None:
        if not self.parts or self.images:
            return
        text = self._taken()
        done = 0
        for first, last in [] if self.links else _addresses(text.text):
            url = text.text[first:last]
            self._put(text.cut(done, first))
            self.out.append(Mark("start", "a", {"href": f"http://{url}" if url.startswith("www.") else url}))
            self._put(text.cut(first, last))
            self.out.append(Mark("end", "a"))
            done = last
        self._put(text.cut(done, len(text.text)))

    def _put(self, text: Mapped) -> None:
        if text.text:
            self.out.append(Mark("text", text=text, place=text.pieces[0].source_start))

    def mark(self, kind: Any, name: str, place: int, **attributes: str) -> None:
        self._flush()
        self.out.append(Mark(kind, name, attributes, place=place))

    def _start(self, name: str, details: Any, start: int, end: int) -> None:
        if name == "Image":
            if not self.images:
                self._flush()
            self.images.append(details["dest_url"])
        elif self.images:
            return
        elif name == "Link":
            self.mark("start", "a", start, href=details["dest_url"])
            self.links += 1
        elif name == "HtmlBlock":
            self._flush()
            self.html = []
        elif name == "CodeBlock":
            self.mark("start", "pre", start)
            self.code = True
        elif name == "FootnoteDefinition":
            self._flush()
            self.out = self.footnotes.setdefault(details, [])
        elif name == "TableHead":
            self.head = True
        elif tag := self._tag(name, details):
            self.mark("start", tag, start)

    def _end(self, name: str, value: Any, start: int, end: int) -> None:
        if name == "Image":
            self._finish_image(start, end)
        elif self.images:
            return
        elif name == "Link":
            self.mark("end", "a", end)
            self.links -= 1
        elif name == "HtmlBlock":
            self._finish_html()
        elif name == "CodeBlock":
            self.code = False
            self.mark("end", "pre", end)
        elif name == "FootnoteDefinition":
            self._flush()
            self.out = self.body
        elif name == "TableHead":
            self.head = False
        elif tag := self._tag(name, value[name] if isinstance(value, dict) else None):
            self.mark("end", tag, end)

    def _tag(self, name: str, details: Any) -> str:
        if name == "Heading":
            return str(details["level"] if isinstance(details, dict) else details).lower()
        if name == "List":
            return "ul" if details in (None, False) else "ol"
        if name == "TableCell":
            return "th" if self.head else "td"
        if name == "Table":
            return "table"
        return _BLOCKS.get(name) or _INLINE.get(name, "")

    def _code(self, value: str, start: int, end: int) -> None:
        if self.images:
            self._text(value, start, end)
            return
        written = self.text[start:end]
        ticks = len(written) - len(written.lstrip("`"))
        first, last = start + ticks, end - ticks
        if last - first == len(value) + 2:
            first, last = first + 1, last - 1
        self.mark("start", "code", start)
        self.links += 1
        self._text(value, first, last)
        self.mark("end", "code", end)
        self.links -= 1

    def _math(self, kind: str, start: int, end: int) -> None:
        if kind == "InlineMath" and self.text[end : end + 1].isdigit():
            self._text(self.text[start:end], start, end)
            return
        tag = "code" if kind == "InlineMath" else "pre"
        self.mark("start", tag, start)
        if tag == "code":
            self._text(self.text[start:end], start, end)
        self.mark("end", tag, end)

    def _cite(self, label: str, start: int, end: int) -> None:
        number = str(self.cited.setdefault(label, len(self.cited) + 1))
        self.mark("start", "sup", start)
        self.mark("start", "a", start, **{"class": "footnote-ref"})
        self.links += 1
        self._text(number, start, end)
        self.mark("end", "a", end)
        self.links -= 1
        self.mark("end", "sup", end)

    def _finish_image(self, start: int, end: int) -> None:
        url = self.images.pop()
        if self.images:
            return
        alt = self._taken()
        self.out.append(Mark("start", "img", {"src": url, "alt": alt.text}, alt, start))

    def _finish_html(self) -> None:
        spans, self.html = self.html or [], None
        if not spans:
            return
        base, stop = spans[0][0], spans[-1][1]
        kept = [" "] * (stop - base)
        for first, last in spans:
            kept[first - base : last - base] = self.text[first:last]
        for mark in html_marks("".join(kept)):
            pieces = tuple(
                Piece(one.start, one.end, one.source_start + base, one.source_end + base) for one in mark.text.pieces
            )
            self.out.append(mark._replace(text=Mapped(mark.text.text, pieces), place=mark.place + base))

    def finish(self) -> list[Mark]:
        self._flush()
        notes = [self.footnotes[label] for label in self.cited if label in self.footnotes]
        if notes:
            self.out += [Mark("start", "div", {"class": "footnotes"}), Mark("start", "hr"), Mark("start", "ol")]
            for note in notes:
                self.out += [Mark("start", "li"), *note, Mark("end", "li")]
            self.out += [Mark("end", "ol"), Mark("end", "div")]
        return self.out


def _addresses(text: str) -> list[tuple[int, int]]:
    if "://" not in text and "www." not in text:
        return []
    return [(match.start(), match.start() + len(_trimmed(match.group()))) for match in _LINKED.finditer(text)]


def _trimmed(url: str) -> str:
    end = len(url)
    while end:
        if url[end - 1] in _TRAILING or (url[end - 1] == ")" and url[:end].count(")") > url[:end].count("(")):
            end -= 1
        else:
            break
    return url[:end]
