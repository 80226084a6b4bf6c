"""Sharing modules in the HTML of a draft: classes, ids, elements, scripts and the plugins' own comments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smolint.dataclass import replace
from smolint.late_pattern import compiled
from smolint.source import Cover, Span, map_span
from smolint_wordpress.sharing_table import Service, sharing_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4 import BeautifulSoup, Tag

    from smolint.draft import Draft
    from smolint.reading import Reading
    from smolint.source import Piece
    from smolint_wordpress.sharing import Hit

_FOLLOW_KITS = frozenset(("a2a_follow",))
_THEME_CLASS = compiled(
    r"(?:.*[-_])?(?:share|sharing|partage|partager)(?:[-_].*|s|bar|box|buttons?|icons?|links?|this)?", re.I
)
_THEME_LABEL = compiled(r"\s*(?:share|partager|partagez)\b", re.I)
# Comments and scripts whole; else all up to the last `>` before the next `<`, so a sign in an attribute does no harm.
_MARKUP = compiled(r"<(?:!--.*?(?:-->|\Z)|script\b.*?(?:</script|\Z)|[^<]*>|[^<]*)", re.I | re.S)
_THEME_SCRIPT = ("navigator.share", "navigator.canShare")


def html_hits(reading: Reading) -> list[Hit]:
    """The modules that the draft's HTML shows, each at its start tag (or comment). Code samples do not count.

    A tree is built only where the text holds a literal of the table, or is a whole page.
    """
    from smolint_wordpress.sharing import Hit

    draft = reading.draft
    if draft.format not in ("markdown", "html", "wxr"):
        return []
    text, pieces = _html(draft)
    if not draft.page and not _may_show(text):
        return []
    tree = _tree(reading, text)
    code = Cover(_code_spans(draft))
    found = list(_tag_hits(tree)) + (list(_page_hits(tree)) if draft.page else [])
    tagged = {service.key for service, _ in found}
    found += [(service, span) for service, span in _comment_hits(tree) if service.key not in tagged]
    moved = [Hit(service, map_span(pieces, *span) if pieces else span) for service, span in found]
    return [hit for hit in moved if not code.holds(hit.span.start)]


def _may_show(text: str) -> bool:
    """A quick look: all that a module is known by stands in a tag, a comment or a script."""
    markup = "".join(_MARKUP.findall(text))
    return bool(markup) and sharing_table().may_show(markup)


def _html(draft: Draft) -> tuple[str, tuple[Piece, ...]]:
    """The HTML of a draft: the source itself, or an export's body without its XML."""
    if draft.format != "wxr":
        return draft.source.text, ()
    from smolint_wordpress.xml_text import xml_text

    # The span of a body begins behind its CDATA bracket: the element's whole content is read.
    text = draft.source.text
    start = text.rfind("<content:encoded", 0, draft.body_span.start + 1)
    start = text.find(">", start) + 1 if start >= 0 else draft.body_span.start
    end = text.find("</content:encoded", draft.body_span.end)
    return xml_text(text, start, end if end >= 0 else draft.body_span.end)


def _tree(reading: Reading, text: str) -> BeautifulSoup:
    if reading.draft.format != "wxr":
        return reading.dom
    from smolint.parsers.soup import soup

    return soup(text)


def _code_spans(draft: Draft) -> list[Span]:
    whole = [block.span() for block in draft.blocks if block.kind == "code"]
    return whole + [block.span(*part) for block in draft.blocks for part in block.code]


def _tag_hits(tree: BeautifulSoup) -> Iterator[tuple[Service, Span]]:
    """A hit for each outermost tag of a module."""
    from smolint.parsers.soup import tag_span

    hit_tags: dict[int, str] = {}
    for tag in tree.find_all(True):
        service = _service_of(tag)
        if service is None:
            continue
        if any(_FOLLOW_KITS & set(_classes(around)) for around in [tag, *tag.parents]):
            service = replace(service, kind="follow")
        if not any(hit_tags.get(id(parent)) == service.key for parent in tag.parents):
            yield service, tag_span(tag)
        hit_tags[id(tag)] = service.key


def _service_of(tag: Tag) -> Service | None:
    table = sharing_table()
    source = _value(tag, "src") or (_value(tag, "href") if tag.name == "link" else "")
    return (
        table.elements.get(tag.name)
        or table.by_class(_classes(tag))
        or table.ids.get(_value(tag, "id"))
        or (table.by_source(source) if source else None)
        or (table.meta_names.get(_value(tag, "name")) if tag.name == "meta" else None)
        or (_script_service(tag) if tag.name == "script" and not source else None)
    )


def _script_service(tag: Tag) -> Service | None:
    text = "".join(str(child) for child in tag.contents)
    return next((service for part, service in sharing_table().scripts if part in text), None)


def _classes(tag: Tag) -> list[str]:
    return _value(tag, "class").split()


def _value(tag: Tag, name: str) -> str:
    value = tag.attrs.get(name) if tag.attrs else None
    return " ".join(value) if isinstance(value, list) else str(value or "")


def _comment_hits(tree: BeautifulSoup) -> Iterator[tuple[Service, Span]]:
    from bs4 import Comment

    from smolint.parsers.soup import string_pieces

    for comment in tree.find_all(string=lambda string: isinstance(string, Comment)):
        service = next((service for part, service in sharing_table().comments if part in comment), None)
        pieces = string_pieces(comment) if service else ()
        if service and pieces:
            yield service, Span(pieces[0].source_start - len("<!--"), pieces[-1].source_end + len("-->"))


def _page_hits(tree: BeautifulSoup) -> Iterator[tuple[Service, Span]]:
    """What only a rendered page shows: share links outside its main part, and buttons of the theme's own."""
    from smolint.parsers.soup import attribute_span, tag_span
    from smolint_wordpress.sharing import PROFILES, THEME

    for tag in tree.find_all(True):
        intent = sharing_table().intent(_value(tag, "href")) if tag.name == "a" else None
        if intent:
            yield intent, attribute_span(tag, "href") or tag_span(tag)
        elif any(_THEME_CLASS.fullmatch(name) for name in _classes(tag)):
            yield (PROFILES if _only_profiles(tag) else THEME), tag_span(tag)
        elif tag.name in ("a", "button") and _is_button(tag):
            yield THEME, tag_span(tag)


def _is_button(tag: Tag) -> bool:
    """Whether a link or button says that it shares, to people or in its script."""
    labelled = any(_THEME_LABEL.match(_value(tag, name)) for name in ("aria-label", "title"))
    return labelled or any(name in _value(tag, "onclick") for name in _THEME_SCRIPT)


def _only_profiles(tag: Tag) -> bool:
    from smolint_wordpress.sharing import is_profile

    addresses = [_value(link, "href") for link in tag.find_all("a")]
    return bool(addresses) and all(is_profile(address) for address in addresses)
