"""Indented text that is read on its own: the body of an admonition (MkDocs) or of a component (MDX).

Markdown would take it, or what is further in, for code.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from operator import itemgetter
from typing import TYPE_CHECKING

from smolint.late_pattern import compiled
from smolint.source import Piece, Span, any_within

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smolint.parsers.template_tags import TemplateTag

FENCE = compiled(r"^[ \t]*(`{3,}|~{3,})[^\n]*\n.*?(?:^[ \t]*\1[`~]*[ \t]*$|\Z)", re.M | re.S)
_ADMONITION = compiled(r"^([ \t>]*+)(?:!!!|\?\?\?\+?|===[!+]?)[ \t]+[\"\w][^\n]*\n", re.M)
_NEEDS_READING = compiled(r"^[ \t>]*+(?:```|~~~|(?:!!!|\?\?\?\+?|===[!+]?)[ \t])", re.M)
_DEEP = compiled(r"^(?: {4}| {0,3}\t)[ \t]*\S", re.M)
_FLUSH = compiled(r"^(?![ \t])[^\S\n]*+\S", re.M)
_LINE = compiled(r"[^\n]*\n|[^\n]+\Z")


def inner_bodies(text: str, tags: Sequence[TemplateTag], start: int, stop: int, *, mdx: bool) -> list[tuple[Span, str]]:
    """The bodies in `text[start:stop]` that must be read on their own, each with the indentation of its lines.

    They are in order and do not overlap: what is inside of one is found when that one is read. An admonition without
    code and without another one in it needs no reading of its own.
    """
    found: list[tuple[Span, str | None]] = [*_components(text, tags)] if mdx else []
    found += _admonitions(text, start, stop)
    if not found:
        return []
    indented = _Indented(text) if mdx else None
    taken = sorted([*(Span(*match.span()) for match in FENCE.finditer(text, start, stop)), *(tag.span for tag in tags)])
    starts = [span.start for span in taken]
    ends = list(accumulate((span.end for span in taken), max))
    kept: list[tuple[Span, str]] = []
    for span, known in sorted(found, key=itemgetter(0)):
        before = bisect_left(starts, span.start)
        if (not before or ends[before - 1] <= span.start) and (not kept or span.start >= kept[-1][0].end):
            prefix = indented.prefix(span) if indented and known is None else known
            if prefix:
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


def _components(text: str, tags: Sequence[TemplateTag]) -> Iterator[tuple[Span, None]]:
    """What stands on lines of its own between a component's two tags."""
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
                yield Span(first, last), None


class _Indented:
    """Tells of the lines between two tags whether they are indented, and one of them would be code."""

    def __init__(self, text: str) -> None:
        self._text = text
        # Components may stand deep in one another: their lines are looked at once.
        self._flush = [line.start() for line in _FLUSH.finditer(text)]
        self._deep = [line.start() for line in _DEEP.finditer(text)]

    def prefix(self, span: Span) -> str:
        """The indentation of all lines; empty where they need no reading of their own."""
        if any_within(self._flush, *span) or not any_within(self._deep, *span):
            return ""
        lines = [line for line in self._text[span.start : span.end].split("\n") if line.strip()]
        prefix = min((line[: len(line) - len(line.lstrip(" \t"))] for line in lines), key=len, default="")
        return prefix if all(line.startswith(prefix) for line in lines) else ""
