"""Template expressions inside of values: `{{ "/a" | url }}`, `{{ site.baseurl }}/a`."""

from __future__ import annotations

import re

from smolint.late_pattern import compiled
from smolint.source import Span

_QUOTED = compiled(
    r"""\{\{-?\s*(?:(?:relref|ref|url_for|static|asset)\s+)?["']([^"'{}]*)["'][^{}]*\}\}|"""
    r"""\{\{[<%]\s*(?:relref|ref)\s+["']([^"'{}]*)["']\s*[>%]\}\}|"""
    r"""\{%-?\s*(?:link|post_url|static|url)\s+["']?([^"'{}%\s]+)["']?[^{}%]*%\}"""
)
_SITE_ADDRESS = compiled(r"\{\{-?\s*(?:site\.|\.?Site\.|page\.)?(?:base_?url|url|root|base_?path)\s*-?\}\}(?=/)", re.I)


def resolve(value: str, text: str, span: Span) -> tuple[str, Span]:
    """The address that a value with template expressions stands for, and its place.

    `{{ "/a" | url }}` gives `/a`, `{{ site.baseurl }}/a` gives `/a`; any other expression stays as written.
    """
    if "{" not in value:
        return value, span
    written = text[span.start : span.end]
    whole = _QUOTED.search(written)
    if whole and whole.group().strip() == written.strip():
        first, last = whole.span(whole.lastindex or 1)
        return whole.group(whole.lastindex or 1), Span(span.start + first, span.start + last)
    return _SITE_ADDRESS.sub("", _QUOTED.sub(lambda match: match.group(match.lastindex or 1), value)), span
