"""HTML read into blocks, links, images, embeds and comments, with exact places; and what a page's head says."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from smolint.dataclass import dataclass
from smolint.draft import Block, Content, Field
from smolint.late_pattern import compiled
from smolint.parsers.flow import Context, Flow
from smolint.parsers.html_flow import HtmlFlow
from smolint.parsers.html_tokens import Token, attribute_value, attributes, tokens
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAGE = compiled(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_MAIN = compiled(r"<(?:main|article)[\s>]|<[a-z]+\s[^<>]*role=[\"']?main\b", re.I)


@dataclass(frozen=True, slots=True)
class PageHead:
    """What the head of a web page says: title, language, and its named fields (`description`, `og:image` …)."""

    title: Block | None = None
    language: str = ""
    is_page: bool = False
    fields: tuple[tuple[str, Field], ...] = ()


def read_html(text: str, start: int = 0, end: int | None = None, *, masked: str | None = None) -> Content:
    """What the HTML in `text[start:end]` holds, with offsets into `text`; never raises, whatever the markup.

    Reads fragments (text without `<p>`: a blank line parts paragraphs) and whole pages (only the main part is
    text). `masked` is the same text with its template tags blotted out (`template_tags.mask`), if it has any.
    """
    stop = len(text) if end is None else end
    page = is_page(text, start)
    outside = page and bool(_MAIN.search(text, start, stop))
    flow = HtmlFlow(text, masked=masked, context=Context(outside=outside), page=page)
    flow.feed(tokens(masked if masked is not None else text, start, stop))
    flow.finish(stop)
    return flow.content()


def is_page(text: str, start: int = 0) -> bool:
    """Whether the text begins as a whole web page does."""
    return bool(_PAGE.match(text, start))


def page_head(text: str, start: int = 0) -> PageHead:
    """What the head of the page that begins at `start` says; of a fragment, an empty head."""
    if not is_page(text, start):
        return PageHead()
    title, language = None, ""
    fields: list[tuple[str, Field]] = []
    for token in _head_tokens(text, start):
        if token.kind == "raw":
            title = title or _title(token)
        elif token.value == "html":
            values = _values(text, token)
            language = attribute_value(text, values.get("lang") or values.get("xml:lang"))
        elif token.value == "meta":
            fields += _meta(text, token)
        elif token.value == "link":
            fields += _canonical(text, token)
    return PageHead(title, language.replace("_", "-").split("-")[0].lower(), True, tuple(fields))


def _head_tokens(text: str, start: int) -> Iterator[Token]:
    """The start tags of the head, and the raw text of its title."""
    last = ""
    for token in tokens(text, start):
        if token.kind == "start":
            if token.value == "body":
                return
            last = token.value
            yield token
        elif token.kind == "raw" and last == "title":
            yield token
        elif token.kind == "end" and token.value == "head":
            return


def _values(text: str, token: Token) -> dict[str, Span | None]:
    return {attribute.name: attribute.span for attribute in attributes(text, token.start, token.end)}


def _title(token: Token) -> Block | None:
    flow = Flow(Context(kind="heading", level=1))
    for part in re.finditer(r"[^&]+|&[#\w]*;?", token.value):
        decoded = unescape(part.group())
        at = token.start + part.start()
        if decoded == part.group():
            flow.add_collapsed(decoded, at)
        else:
            flow.add(decoded, at, token.start + part.end())
    flow.flush()
    return flow.blocks[0] if flow.blocks else None


def _meta(text: str, token: Token) -> list[tuple[str, Field]]:
    values = _values(text, token)
    key = values.get("name") or values.get("property") or values.get("itemprop")
    content = values.get("content")
    if key is None or content is None:
        return []
    return [(attribute_value(text, key).strip().lower(), Field(attribute_value(text, content), content, key))]


def _canonical(text: str, token: Token) -> list[tuple[str, Field]]:
    values = _values(text, token)
    relation, href = values.get("rel"), values.get("href")
    if relation is None or href is None or attribute_value(text, relation).strip().lower() != "canonical":
        return []
    return [("canonical", Field(attribute_value(text, href), href, relation))]
