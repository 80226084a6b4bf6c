"""A single post in a file: block markup or classic HTML with shortcodes, with or without front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.draft import Draft
from smolint.parsers.front_matter import read_front_matter
from smolint.parsers.front_matter_content import declared_language, front_matter_content, title_block
from smolint.parsers.merge import merged
from smolint.source import Span
from smolint_wordpress.post_html import read_post

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.source import Source


def parse_post(source: Source) -> Iterator[Draft]:
    """The one draft of a post's file."""
    text = source.text
    front = read_front_matter(text)
    yield Draft(
        source,
        merged(front_matter_content(front), read_post(text, front.body_start)),
        "html",
        title=title_block(text, front),
        fields=front.fields,
        body_span=Span(front.body_start, len(text)),
        declared_language=declared_language(front),
        problems=front.problems,
    )
