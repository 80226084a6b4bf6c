"""What an export says about a post, as fields with their places: like front matter, but in XML."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from smolint.draft import Field
from smolint.late_pattern import compiled
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from smolint_wordpress.wxr_item import Element

_PLAIN = (
    ("title", ("title",)),
    ("slug", ("wp:post_name",)),
    ("status", ("wp:status",)),
    ("post-type", ("wp:post_type",)),
    ("excerpt", ("excerpt:encoded",)),
    ("comment-status", ("wp:comment_status",)),
    ("link", ("link",)),
    ("author", ("dc:creator",)),
)
_LISTS = (("categories", "category"), ("tags", "post_tag"))
_SEO = {
    "_yoast_wpseo_title": "seo-title",
    "_yoast_wpseo_metadesc": "description",
    "_yoast_wpseo_focuskw": "keyphrase",
    "rank_math_title": "seo-title",
    "rank_math_description": "description",
    "rank_math_focus_keyword": "keyphrase",
}
"""What the two large SEO plugins keep with a post, and the front-matter name for it."""

_PHRASES = {
    "_yoast_wpseo_keywordsynonyms": "keyphrase-synonyms",
    "_yoast_wpseo_focuskeywords": "related-keyphrases",
}
"""Lists that Yoast SEO Premium keeps as JSON."""

_TEMPLATE = compiled(r"%%?\w+(?:\([^)]*\))?%%?")
"""A variable of an SEO plugin (`%%sitename%%`, `%title%`): the text that readers see is not in the export."""

_DATE = compiled(r"(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)")

Media = dict[str, tuple[str, str | None]]
"""Attachments seen so far: id to address and alternative text."""


def item_fields(item: Element, media: Mapping[str, tuple[str, str | None]]) -> Iterator[tuple[str, Field]]:
    """The fields of a post, empty ones left out, in a fixed order."""
    for name, elements in _PLAIN:
        found = next((child for element in elements for child in item.all(element) if child.text.strip()), None)
        if found:
            yield name, _field(found, found.text.strip())
    date = _date(item)
    if date:
        yield "date", date
    for name, domain in _LISTS:
        terms = [child for child in item.all("category") if child.attributes.get("domain") == domain]
        if terms:
            yield name, _list_field(terms)
    yield from _meta_fields(item, media)


def post_meta(item: Element) -> Iterator[tuple[str, Element]]:
    """The post's own data: key and the element with the value."""
    for entry in item.all("wp:postmeta"):
        value = entry.first("wp:meta_value")
        if value is not None:
            yield entry.value("wp:meta_key"), value


def _field(element: Element, value: object) -> Field:
    return Field(value, _stripped(element), element.name_span)


def _stripped(element: Element) -> Span:
    """The element's text without the white space around it."""
    start, end = element.span
    raw = element.source[start:end]
    start += len(raw) - len(raw.lstrip())
    return Span(start, max(start, end - (len(raw) - len(raw.rstrip()))))


def _list_field(elements: list[Element]) -> Field:
    children = tuple((index, _field(element, element.text.strip())) for index, element in enumerate(elements))
    span = Span(children[0][1].span.start, children[-1][1].span.end)
    return Field([child.value for _, child in children], span, elements[0].name_span, children)


def _date(item: Element) -> Field | None:
    """The day and time of publication (site's own time), as an ISO string; WordPress writes zeros for no date."""
    for element in item.all("wp:post_date"):
        match = _DATE.search(element.text)
        if match and not match[1].startswith("0000"):
            return _field(element, f"{match[1]}T{match[2]}")
    for element in item.all("pubDate"):
        from email.utils import parsedate_to_datetime

        try:
            return _field(element, parsedate_to_datetime(element.text.strip()).isoformat())
        except ValueError:
            return None
    return None


def _meta_fields(item: Element, media: Mapping[str, tuple[str, str | None]]) -> Iterator[tuple[str, Field]]:
    for key, element in post_meta(item):
        text = element.text.strip()
        if not text:
            continue
        if key == "_thumbnail_id":
            yield "featured-image", _field(element, media.get(text, (f"attachment:{text}", None))[0])
        elif key.startswith(("_yoast_wpseo_", "rank_math_")):
            field = _field(element, text)
            yield key, field
            if key in _SEO and not _TEMPLATE.search(text):
                yield _SEO[key], field
            elif key in _PHRASES:
                yield _PHRASES[key], _phrases_field(element, _phrases_of(text))


def _phrases_of(written: str) -> list[str]:
    """The phrases in a value of Yoast SEO Premium: none where it is not the JSON that it should be.

    Related keyphrases are objects with a `keyword`; synonyms a text for each keyphrase, the focus one's first, with
    commas between them.
    """
    try:
        entries = json.loads(written)
    except (ValueError, RecursionError):
        return []
    if not isinstance(entries, list):
        return []
    related = [entry["keyword"] for entry in entries if isinstance(entry, dict) and "keyword" in entry]
    synonyms = entries[0].split(",") if entries and isinstance(entries[0], str) else []
    return [phrase.strip() for phrase in (related or synonyms) if isinstance(phrase, str) and phrase.strip()]


def _phrases_field(element: Element, phrases: list[str]) -> Field:
    """A list of phrases, each at its place where it is written without escapes, else at the whole value."""
    whole = _stripped(element)
    children = []
    for number, phrase in enumerate(phrases):
        place = element.source.find(phrase, *whole)
        span = Span(place, place + len(phrase)) if place >= 0 else whole
        children.append((number, Field(phrase, span, element.name_span)))
    return Field(phrases, whole, element.name_span, tuple(children))
