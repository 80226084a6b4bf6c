"""Markdown read into blocks, links and images with exact places; and Markdown files into drafts."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, Any

from smolint.draft import Content, Draft
from smolint.late_pattern import compiled
from smolint.parsers.byte_offsets import inner_bytes
from smolint.parsers.front_matter import read_front_matter
from smolint.parsers.front_matter_content import declared_language, front_matter_content, title_block
from smolint.parsers.inner_bodies import dedented, inner_bodies, outside
from smolint.parsers.markdown_flow import MarkdownFlow, defined_at
from smolint.parsers.markdown_markers import mask_markers, may_have_markers
from smolint.parsers.merge import merged
from smolint.parsers.remap import remap
from smolint.parsers.template_content import template_content
from smolint.parsers.template_tags import mask, template_tags
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pyromark

    from smolint.parsers.template_tags import TemplateTag
    from smolint.source import Source

_DEEPEST = 8
"""How deep bodies that are read on their own may stand in one another."""
_IN_LINE = compiled(r"[^\r\n]")
_LONE_RETURN = compiled(r"\r(?!\n)")
_SURROGATES = compiled("[\ud800-\udfff]")


def parse_markdown(source: Source) -> Iterator[Draft]:
    """The one draft of a Markdown file (`.md`, `.markdown`, `.mdx`), front matter included."""
    text = source.text
    front = read_front_matter(text)
    content = read_markdown(text, front.body_start, mdx=source.path.lower().endswith(".mdx"))
    yield Draft(
        source=source,
        content=merged(front_matter_content(front), content),
        format="markdown",
        title=title_block(text, front),
        fields=front.fields,
        body_span=Span(front.body_start, len(text)),
        declared_language=declared_language(front),
        problems=front.problems,
    )


def read_markdown(text: str, start: int = 0, end: int | None = None, *, mdx: bool = False) -> Content:
    """What the Markdown in `text[start:end]` holds, with offsets into `text`; never raises.

    CommonMark with tables, strikethrough, footnotes, task and definition lists; HTML in it is read as HTML,
    template tags become images and embeds.
    """
    return _read(text, start, len(text) if end is None else end, mdx=mdx, depth=0)


def _read(text: str, start: int, stop: int, *, mdx: bool, depth: int) -> Content:
    tags = template_tags(text, start, stop, mdx=mdx)
    marked = may_have_markers(text)
    bodies = inner_bodies(text, tags, start, stop, mdx=mdx) if (marked or mdx) and depth < _DEEPEST else []
    if bodies:
        tags = outside(tags, bodies)
    masked = _without(mask(text[:stop], tags), bodies)
    if marked:
        masked = mask_markers(masked, start)
    # For CommonMark a lone carriage return ends a line; pyromark takes it for text.
    masked = _LONE_RETURN.sub("\n", masked) if "\r" in masked else masked
    if not masked.isascii():
        masked = _SURROGATES.sub("\ufffd", masked)
    flow = _flow(text, masked, start)
    flow.finish(stop)
    inner = [_read_inner(text, span, prefix, mdx=mdx, depth=depth + 1) for span, prefix in bodies]
    if tags:
        inner.append(template_content(text, _outside_code(tags, flow.code_ranges)))
    return merged(flow.content(), *inner) if inner else flow.content()


def _read_inner(text: str, span: Span, prefix: str, *, mdx: bool, depth: int) -> Content:
    body, pieces = dedented(text, span, prefix)
    return remap(_read(body, 0, len(body), mdx=mdx, depth=depth), pieces)


def _without(text: str, bodies: list[tuple[Span, str]]) -> str:
    """The text with what is read on its own blotted out, line by line."""
    parts, done = [], 0
    for (start, end), _ in bodies:
        parts += [text[done:start], _IN_LINE.sub(" ", text[start:end])]
        done = end
    return "".join([*parts, text[done:]])


def _flow(text: str, masked: str, start: int) -> MarkdownFlow:
    body = masked[start:]
    inner = inner_bytes(body)
    flow = MarkdownFlow(text, masked, start, _Definitions(body, start, inner))
    flow.take(_commonmark().events_with_range(body), inner)
    return flow


@cache
def _commonmark() -> pyromark.Markdown:
    import pyromark

    options = pyromark.Options
    return pyromark.Markdown(
        options=options.ENABLE_TABLES
        | options.ENABLE_FOOTNOTES
        | options.ENABLE_STRIKETHROUGH
        | options.ENABLE_TASKLISTS
        | options.ENABLE_HEADING_ATTRIBUTES
        | options.ENABLE_GFM
        | options.ENABLE_DEFINITION_LIST
    )


class _Definitions:
    """The link reference definitions of a text, looked up only when the first reference asks."""

    def __init__(self, body: str, base: int, inner: Sequence[int]) -> None:
        self._body = body
        self._base = base
        self._inner = inner
        self._spans: dict[str, Span] | None = None

    def __call__(self, label: str) -> Span | None:
        """Where the address of a label is written; None when the label is not defined."""
        if self._spans is None:
            self._spans = self._read()
        return self._spans.get(_label(label))

    def _read(self) -> dict[str, Span]:
        import pyromark

        spans: dict[str, Span] = {}
        found: Any = pyromark.reference_definitions(self._body)
        for label, definition in found.items():
            place = definition["span"]
            start, end = (place[side] - bisect_left(self._inner, place[side]) for side in ("start", "end"))
            span = defined_at(self._body[start:end], self._base + start)
            if span:
                spans[_label(label)] = span
        return spans


def _label(label: str) -> str:
    return " ".join(label.casefold().split())


def _outside_code(tags: tuple[TemplateTag, ...], code: list[Span]) -> list[TemplateTag]:
    """The tags that are not merely shown in code."""
    ranges = sorted(code)
    kept, index = [], 0
    for tag in tags:
        while index < len(ranges) and ranges[index].end <= tag.span.start:
            index += 1
        if index == len(ranges) or ranges[index].start > tag.span.start:
            kept.append(tag)
    return kept
