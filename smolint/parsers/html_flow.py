"""HTML tokens fed into a `Flow`: the stack of open elements, and what each one brings."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from smolint.dataclass import replace
from smolint.draft import Comment, Embed, Image
from smolint.named_tuple import NamedTuple
from smolint.parsers.flow import Context, Flow
from smolint.parsers.html_elements import (
    BESIDE,
    BLOCKS,
    CODE,
    HEADINGS,
    IMPLIED_ENDS,
    KINDS,
    NEVER_SEEN,
    STRUCTURES,
)
from smolint.parsers.html_tokens import VOID, Token, attribute_value, attributes, tokens
from smolint.parsers.template_tags import MASK
from smolint.parsers.template_values import resolve
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smolint.draft import BlockKind

_FARTHEST = 256
_SOURCES = ("src", "data-src", "data-lazy-src", "data-original", "srcset", "data-srcset")
_FRAMES = {"iframe": "frame", "embed": "frame", "object": "frame", "video": "video", "audio": "audio", "form": "form"}
_EMPTY_SOURCES = ("", "about:blank")


class Element(NamedTuple):
    """An open element: its name, the context around it, whether it is a block."""

    name: str
    around: Context
    block: bool
    first_image: int
    first_block: int


class HtmlFlow(Flow):
    """A flow that understands HTML tokens. `text` is the source, in which attribute values are read.

    `page` says that the source is a whole web page: then navigation, headers, footers and asides of the site are
    left out, and where there is a main part only that is text. `masked` is the text without its template tags.
    """

    def __init__(
        self, text: str, *, masked: str | None = None, context: Context | None = None, page: bool = False
    ) -> None:
        super().__init__(context)
        self.text = text
        self.masked = text if masked is None else masked
        self.page = page
        self._stack: list[Element] = []
        self._open: dict[str, int] = defaultdict(int)
        self._pending: Embed | None = None

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._stack)

    def feed(self, cut: Iterable[Token], base: int = 0) -> None:
        """Take in tokens whose positions count from `base` of the source."""
        for kind, value, start, end in cut:
            if kind == "text":
                self._text(value, base + start)
            elif kind == "reference":
                self.add(value, base + start, base + end)
            elif kind == "start":
                self._start(value, base + start, base + end)
            elif kind == "end":
                self._end(value, base + start, base + end)
            elif kind == "comment":
                self.comments.append(Comment(self._written(value, base + start + 4), Span(base + start, base + end)))
            elif kind == "cdata":
                self.add_collapsed(value, base + start + len("<![CDATA["))

    def feed_markup(self, markup: str, base: int) -> None:
        """Take in a stretch of HTML whose first character stands at `base`."""
        self.feed(tokens(markup), base)

    def _written(self, value: str, start: int) -> str:
        """The text as the source has it, template tags included, where they are shown and not obeyed."""
        return self.text[start : start + len(value)] if MASK in value else value

    def add_collapsed(self, value: str, start: int) -> None:
        """As any flow does; preformatted text shows its template tags."""
        super().add_collapsed(self._written(value, start) if self.context.preformatted else value, start)

    def blotted(self, start: int, end: int) -> None:
        """A link around a template tag is not empty: what the tag prints is only not known."""
        self.stand_in(self.text[start:end])

    def _text(self, value: str, start: int) -> None:
        if self.page or not self.context.loose or "\n" not in value:
            self.add_collapsed(value, start)
            return
        position = 0
        for first, last in blank_lines(value):
            self.add_collapsed(value[position:first], start + position)
            self.flush()
            position = last
        self.add_collapsed(value[position:], start + position)

    def open_element(self, name: str, context: Context, *, block: bool = True) -> int:
        """Open an element with the context that is inside it; the depth before, for `close_to`."""
        depth = len(self._stack)
        if block and self._block_context is not None:
            self.flush()
        self._stack.append(Element(name, self.context, block, len(self.images), len(self.blocks)))
        self._open[name] += 1
        self.context = context
        return depth

    def close_to(self, depth: int) -> None:
        """Close the open elements above a depth."""
        while len(self._stack) > depth:
            name, around, block, _, _ = self._stack.pop()
            self._open[name] -= 1
            if block and self._block_context is not None:
                self.flush()
            self.context = around

    def _start(self, name: str, start: int, end: int) -> None:
        values = self._values(start, end)
        if name in BLOCKS:
            self._imply_ends(name)
            self.flush()
        void = name in VOID
        if name == "br":
            self.line_break(start, end)
        elif name in ("img", "source", "amp-img"):
            self._image(name, values, start, end)
        elif name in _FRAMES or (name == "script" and "src" in values):
            self._embed(name, values, start, end)
        elif name == "a" and "href" in values:
            url, url_span = self._url(values["href"])
            nofollow = "nofollow" in self._value(values, "rel").lower().split()
            self.open_link(url, start, url_span or Span(end - 1, end - 1), "inline", nofollow)
        if not void and not (self.masked[end - 2 : end - 1] == "/" and name not in BLOCKS and name != "a"):
            context = self._context(name, {key: self._value(values, key) for key in values})
            self.open_element(name, context, block=name in BLOCKS)

    def _values(self, start: int, end: int) -> dict[str, Span | None]:
        if end - start < 6:
            return {}
        return {attribute.name: attribute.span for attribute in attributes(self.masked, start, end)}

    def _value(self, values: dict[str, Span | None], name: str) -> str:
        return attribute_value(self.text, values.get(name))

    def _url(self, span: Span | None) -> tuple[str, Span | None]:
        if span is None:
            return "", None
        return resolve(attribute_value(self.text, span).strip(), self.text, span)

    def _context(self, name: str, values: dict[str, str]) -> Context:
        context = self.context
        if name in STRUCTURES:
            context = context.inside(STRUCTURES[name])
        if name in HEADINGS:
            context = context._replace(kind="heading", level=HEADINGS[name], loose=False)
        elif name in KINDS:
            context = kind_context(context, KINDS[name])
        elif name in ("ul", "ol", "menu"):
            context = context._replace(level=(context.level if context.kind == "item" else 0) + 1)
        elif name == "blockquote":
            context = context._replace(kind="quote", level=0, loose=True)
        elif name == "table":
            context = context._replace(kind="paragraph", level=0)
        if name in CODE:
            context = context._replace(code=True)
        return self._seen(name, values, context)

    def _seen(self, name: str, values: dict[str, str], context: Context) -> Context:
        language = values.get("lang") or values.get("xml:lang")
        if language:
            context = context._replace(language=language.replace("_", "-").split("-")[0].lower())
        if name in ("pre", "listing") or "white-space:pre" in values.get("style", "").replace(" ", ""):
            context = context._replace(preformatted=True)
        main = name in ("main", "article") or values.get("role") == "main"
        if main:
            context = context._replace(outside=False)
        elif self.page and name in BESIDE and not self._open["main"] and not self._open["article"]:
            context = context._replace(hidden=True)
        if name in NEVER_SEEN or _hidden(values) or values.get("role") == "navigation":
            context = context._replace(hidden=True)
        return context

    def _imply_ends(self, name: str) -> None:
        if self._open["p"]:
            self._close_nearest(frozenset(["p"]), frozenset(["td", "th", "table", "button", "object"]))
        if name in HEADINGS and self._stack and self._stack[-1].name in HEADINGS:
            self.close_to(len(self._stack) - 1)
        if name in IMPLIED_ENDS:
            self._close_nearest(*IMPLIED_ENDS[name])

    def _close_nearest(self, names: frozenset[str], barriers: frozenset[str]) -> None:
        if not any(self._open[name] for name in names):
            return
        for depth in range(len(self._stack) - 1, max(-1, len(self._stack) - _FARTHEST), -1):
            if self._stack[depth].name in names:
                self.close_to(depth)
                return
            if self._stack[depth].name in barriers or self._stack[depth].name.startswith("md:"):
                return

    def _end(self, name: str, start: int, end: int) -> None:
        if name == "a":
            self.close_link(end)
        if name in BLOCKS:
            self.flush()
        if name == "br":
            self.line_break(start, end)
        if self._open[name]:
            self._close_named(name)

    def _close_named(self, name: str) -> None:
        for depth in range(len(self._stack) - 1, max(-1, len(self._stack) - _FARTHEST), -1):
            element = self._stack[depth]
            if element.name == name:
                self.close_to(depth)
                if name == "figure":
                    self._caption_images(element)
                elif name in ("video", "audio", "picture"):
                    self._finish_media(name)
                return
            if name not in BLOCKS and element.block:
                return

    def _image(self, name: str, values: dict[str, Span | None], start: int, end: int) -> None:
        found = [self._url(values[key]) for key in _SOURCES if values.get(key)]
        usable = [
            (url.split()[0].rstrip(",") if " " in url and "{{" not in url else url, span)
            for url, span in found
            if url not in _EMPTY_SOURCES and not url.startswith("data:") and span
        ] or [(url, span) for url, span in found if span]
        if name == "source":
            self._source(usable)
            return
        target, target_span = usable[0] if usable else ("", Span(end - 1, end - 1))
        alt = self._value(values, "alt") if "alt" in values else None
        if _hidden_attributes(values) and not usable:
            return
        self.add_image(Image(target, alt, Span(start, end), target_span, values.get("alt"), "html"))

    def _source(self, usable: list[tuple[str, Span]]) -> None:
        if self._pending is not None and usable and not self._pending.url:
            self._pending = replace(self._pending, url=usable[0][0])

    def _embed(self, name: str, values: dict[str, Span | None], start: int, end: int) -> None:
        key = next((key for key in ("src", "data-src", "data", "action", "srcdoc") if values.get(key)), "")
        url = self._url(values[key])[0] if key else ""
        pairs = tuple((key, attribute_value(self.text, span)) for key, span in values.items())
        embed = Embed(_FRAMES.get(name, "script"), name, Span(start, end), url, pairs)
        if name in ("video", "audio"):
            self._finish_media(name)
            self._pending = embed
        else:
            self.embeds.append(embed)

    def _finish_media(self, name: str) -> None:
        if self._pending is not None and name != "picture":
            self.embeds.append(self._pending)
            self._pending = None

    def _caption_images(self, figure: Element) -> None:
        block = self.blocks[-1] if len(self.blocks) > figure.first_block else None
        if block is None or block.kind != "caption":
            return
        for index in range(figure.first_image, len(self.images)):
            self.images[index] = replace(self.images[index], caption=block.text)

    def finish(self, end: int) -> None:
        """Close all that is still open at the end of the source."""
        self.close_link(end)
        self.close_to(0)
        self._finish_media("video")


@lru_cache(maxsize=1024)
def kind_context(context: Context, kind: BlockKind) -> Context:
    """The context inside of an element whose text is of this kind; what a quotation holds stays a quotation."""
    if kind == "code":
        return context._replace(kind="code", level=0, preformatted=True, loose=False)
    if "quote" in context.within or (kind == "paragraph" and context.kind in ("item", "cell", "caption", "quote")):
        return context._replace(loose=False)
    level = context.level if kind == "item" else 0
    return context._replace(kind=kind, level=level, loose=False)


def _hidden(values: dict[str, str]) -> bool:
    style = values.get("style", "").replace(" ", "").lower()
    return (
        ("hidden" in values and values["hidden"].lower() != "until-found")
        or "display:none" in style
        or "visibility:hidden" in style
    )


def _hidden_attributes(values: dict[str, Span | None]) -> bool:
    return "hidden" in values


def blank_lines(text: str) -> list[tuple[int, int]]:
    """The ranges of a text's blank lines with the line ends around them."""
    ranges = []
    position = text.find("\n")
    while position >= 0:
        stop = position + 1
        last = position
        while stop < len(text) and text[stop] in " \t\r\n":
            if text[stop] == "\n":
                last = stop
            stop += 1
        if last > position:
            ranges.append((position, last + 1))
        position = text.find("\n", stop)
    return ranges
