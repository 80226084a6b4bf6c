"""HTML files read into drafts: web pages, fragments, and either with front matter and template tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.draft import Content, Draft, Image
from smolint.parsers.front_matter import read_front_matter
from smolint.parsers.front_matter_content import declared_language, front_matter_content, title_block
from smolint.parsers.html import page_head, read_html
from smolint.parsers.merge import merged
from smolint.parsers.template_content import template_content
from smolint.parsers.template_tags import mask, template_tags
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.parsers.html import PageHead
    from smolint.source import Source


def parse_html(source: Source) -> Iterator[Draft]:
    """The one draft of an HTML file: a whole page or a fragment, front matter and template tags included."""
    text = source.text
    front = read_front_matter(text)
    tags = template_tags(text, front.body_start)
    content = read_html(text, front.body_start, masked=mask(text, tags))
    head = page_head(text, front.body_start)
    named = front_matter_content(front)
    yield Draft(
        source=source,
        content=merged(named, content, template_content(text, tags), Content() if named.images else _lead(head)),
        format="html",
        title=title_block(text, front) or head.title,
        fields=(*front.fields, *head.fields),
        body_span=Span(front.body_start, len(text)),
        page=head.is_page,
        declared_language=declared_language(front) or head.language,
        problems=front.problems,
    )


def _lead(head: PageHead) -> Content:
    """The image that a page's head gives to social networks."""
    fields = dict(reversed(head.fields))
    image = next((fields[name] for name in ("og:image", "twitter:image") if name in fields), None)
    if image is None or not image.value:
        return Content()
    alt = next((fields[name] for name in ("og:image:alt", "twitter:image:alt") if name in fields), None)
    lead = Image(image.value, alt.value if alt else None, image.span, image.span, alt.span if alt else None)
    return Content(images=(_featured(lead),))


def _featured(image: Image) -> Image:
    from dataclasses import replace

    return replace(image, kind="html", role="featured")
