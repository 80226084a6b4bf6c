"""Indented text that is read on its own: the body of an admonition (MkDocs) or of a component (MDX).

Markdown would take it, or what is further in, for code.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from smolint.source import Piece, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smolint.parsers.template_tags import TemplateTag

FENCE = re.compile(r"^[ \t]*(`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]*\1[`~]*[ \t]*$|\Z)", re.M | re.S)
_ADMONITION = re.compile(r"^([ \t>]*+)(?:!!!|\?\?\?\+?|===[!+]?)[ \t]+[\"\w][^\n]*\n", re.M)
_NEEDS_READING = re.compile(r"^[ \t>]*+(?:```|~~~|(?:!!!|\?\?\?\+?|===[!+]?)[ \t])", re.M)
_DEEP = re.compile(r"^(?: {4}| {0,3}\t)[ \t]*\S", re.M)
_LINE = re.compile(r"[^\n]*\n|[^\n]+\Z")


def inner_bodies(text: str, tags: Sequence[TemplateTag], start: int, stop: int, *, mdx: bool) -> list[tuple[Span, str]]:
    """The bodies in `text[start:stop]` that must be read on their own, each with the indentation of its lines.

    They are in order and do not overlap: what is inside of one is found when that one is read. An admonition without
    code and without another one in it needs no reading of its own.
    """
    found = [*_components(text, tags)] if mdx else []
    found += _admonitions(text, start, stop)
    if not found:
        return []
    taken = sorted([*(Span(*match.span()) for match in FENCE.finditer(text, start, stop)), *(tag.span for tag in tags)])
    starts = [span.start for span in taken]
    ends = list(accumulate((span.end for span in taken), max))
    kept: list[tuple[Span, str]] = []
    for span, prefix in sorted(found):
        before = bisect_left(starts, span.start)
        if (not before or ends[before - 1] <= span.start) and (not kept or span.start >= kept[-1][0].end):
            kept.append((span, prefix))
    return kept


def outside(tags: Sequence[TemplateTag], bodies: Sequence[tuple[Span, str]]) -> tuple[TemplateTag, ...]:
    """The tags that do not stand in one of the bodies."""
    starts = [span.start for span, _ in bodies]
    numbered = ((tag, bisect_right(starts, tag.span.start) - 1) for tag in tags)
    return tuple(tag for tag, number in numbered if number < 0 or bodies[number][0].end <= tag.span.start)


def dedented(text: str, span: Span, prefix: str) -> tuple[str, tuple[Piece, ...]]:
    """The lines at a span without their common indentation, and the map from there to `text`."""
    parts: list[str] = []
    pieces: list[Piece] = []
    length = 0
    for line in _LINE.finditer(text, *span):
        start = line.start() + (len(prefix) if line.group().startswith(prefix) else 0)
        part = text[start : line.end()]
        parts.append(part)
        pieces.append(Piece(length, length + len(part), start, line.end()))
        length += len(part)
    return "".join(parts), tuple(pieces)


def _admonitions(text: str, start: int, stop: int) -> Iterator[tuple[Span, str]]:
    for match in _ADMONITION.finditer(text, start, stop):
        prefix = f"{match.group(1)}    "
        end = first = match.end()
        for line in _LINE.finditer(text, first, stop):
            if line.group().startswith(prefix):
                end = line.end()
            elif line.group().strip():
                break
        if _NEEDS_READING.search(text, first, end):
            yield Span(first, end), prefix


def _components(text: str, tags: Sequence[TemplateTag]) -> Iterator[tuple[Span, str]]:
    """What stands on lines of its own between a component's two tags, where a line of it would be code."""
    opened: list[TemplateTag] = []
    for tag in tags:
        if tag.kind != "component" or text.endswith("/>", tag.span.start, tag.span.end):
            continue
        if not tag.closing:
            opened.append(tag)
        elif any(one.name == tag.name for one in opened[-50:]):
            while opened[-1].name != tag.name:
                opened.pop()
            span = Span(opened.pop().span.end, tag.span.start)
            first, last = text.find("\n", *span) + 1, text.rfind("\n", *span) + 1
            if 0 < first < last and not (text[span.start : first] + text[last : span.end]).strip():
                yield from _component_body(text, Span(first, last))


def _component_body(text: str, span: Span) -> Iterator[tuple[Span, str]]:
    body = text[span.start : span.end]
    lines = [line for line in body.split("\n") if line.strip()]
    prefix = min((line[: len(line) - len(line.lstrip(" \t"))] for line in lines), key=len, default="")
    if prefix and all(line.startswith(prefix) for line in lines) and _DEEP.search(body):
        yield span, prefix
