"""A single post in a file: block markup or classic HTML with shortcodes, with or without front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.draft import Draft
from smolint.parsers.front_matter import field_block, read_front_matter
from smolint.source import Span
from smolint_wordpress.post_html import read_post

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Field
    from smolint.source import Source


def parse_post(source: Source) -> Iterator[Draft]:
    """The one draft of a post's file."""
    matter = read_front_matter(source.text)
    fields = dict(matter.fields)
    title = next((fields[name] for name in ("title", "Title") if name in fields), None)
    yield Draft(
        source,
        read_post(source.text, matter.body_start),
        "html",
        title=field_block(source.text, title, "heading", 1) if title else None,
        fields=matter.fields,
        body_span=Span(matter.body_start, len(source.text)),
        declared_language=_language(fields),
        problems=matter.problems,
    )


def _language(fields: dict[str, Field]) -> str:
    for name in ("lang", "language", "locale"):
        value = fields[name].value if name in fields else None
        if isinstance(value, str) and value.strip():
            return value.strip().replace("_", "-").split("-")[0].lower()
    return ""
