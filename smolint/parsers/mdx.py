"""What MDX adds to Markdown: `import` and `export`, components, expressions in braces."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from smolint.late_pattern import compiled
from smolint.parsers.inner_bodies import FENCE
from smolint.parsers.template_tags import TemplateTag
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDEST = 4096
_SCRIPT = compiled(
    r"^(?:import\s+(?:[\w*{\"'])|export\s+(?:const|let|var|default|function|async|\{|\*))"
    r"[^\n]*(?:\n(?![ \t\r]*\n)[^\n]*)*",
    re.M,
)
_COMPONENT = compiled(r"<(/?)([A-Z][\w.]*)(?=[\s/>])|</?>")
_EXPRESSION = compiled(r"\{(?:[^{}\n]|\{[^{}\n]*\})*\}|\{/\*(?:(?!\*/).)*\*/\}", re.S)
_INSIDE = compiled(r"""[^"'{}>]++|"[^"]*+"|'[^']*+'|(>)|(\{)|(\})|["']""")


def mdx_tags(text: str, start: int, stop: int) -> Iterator[TemplateTag]:
    """The components, scripts and expressions of an MDX text, in no particular order; they may overlap."""
    fences = [match.span() for match in FENCE.finditer(text, start, stop)]
    for tag in _all(text, start, stop):
        index = bisect_right(fences, (tag.span.start, stop)) - 1
        if index < 0 or fences[index][1] <= tag.span.start:
            yield tag


def _all(text: str, start: int, stop: int) -> Iterator[TemplateTag]:
    for match in _SCRIPT.finditer(text, start, stop):
        yield TemplateTag("script", match.group()[:6], Span(*match.span()), Span(match.end(), match.end()))
    for match in _EXPRESSION.finditer(text, start, stop):
        span = Span(*match.span())
        if match.group().startswith("{/*"):
            yield TemplateTag("comment", "", span, span, inner=Span(span.start + 3, max(span.start + 3, span.end - 3)))
        elif text[span.start - 1 : span.start] != "\\":
            yield TemplateTag("script", "", span, span)
    for match in _COMPONENT.finditer(text, start, stop):
        end = _tag_end(text, match.end(), stop) if match.group(2) else match.end()
        if end is not None:
            name = match.group(2) or ""
            yield TemplateTag("component", name, Span(match.start(), end), Span(match.end(), end), bool(match.group(1)))


def _tag_end(text: str, position: int, stop: int) -> int | None:
    """The end of the component tag whose name ends at `position`, braces and quotes in it respected."""
    depth = 0
    last = min(stop, position + _WIDEST)
    if text.find(">", position, last) < 0:
        return None
    for match in _INSIDE.finditer(text, position, last):
        if match.group(1) and depth <= 0:
            return match.end()
        depth += bool(match.group(2)) - bool(match.group(3))
    return None
