"""WordPress exports (WXR): one draft per post or page, streamed, with the places of the XML file."""

from __future__ import annotations

import re
from typing import IO, TYPE_CHECKING

from smolint.dataclass import replace
from smolint.draft import Block, Content, Draft, Image, Problem
from smolint.late_pattern import compiled
from smolint.parsers.remap import remap
from smolint.source import Source, Span
from smolint_wordpress.post_html import read_post
from smolint_wordpress.wxr_fields import Media, item_fields, post_meta
from smolint_wordpress.wxr_item import BrokenItem, Element, is_well_formed, parse_item
from smolint_wordpress.wxr_stream import LIMIT, LOST, Item, ItemCutter, read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Field

_LANGUAGE = compiled(r"<language>\s*+(?:<!\[CDATA\[\s*+)?([A-Za-z]{2,3})\b")
_POST_TYPES = frozenset(("post", "page"))
_NO_DRAFT = frozenset(("trash", "auto-draft", "inherit"))
_TROUBLE = {
    "unclosed": "the item is never closed",
    "too-large": "the item is too long to be a post",
}
_LOST = compiled(f"[{chr(LOST)}-{chr(LOST + 0xFF)}]")
_ENTITY = compiled(r"&[A-Za-z]\w*;")
_MEDIA_LIMIT = 200_000
"""How many attachments are remembered for featured images: some 30 MB of addresses."""


def stream_export(fileobj: IO[bytes], path: str, *, item_limit: int = LIMIT) -> Iterator[Draft]:
    """The posts and pages of an export, in file order, each with a source that is a window on the file.

    Only one item is in memory at a time, up to `item_limit` code points. An item that is not well-formed is a
    problem with its place and reason; the post is read all the same where only characters are wrong. One whose
    tags do not match, that is not closed or too large gives an unreadable draft. Reading goes on with the next.
    Raises SourceError where the file declares entities.
    """
    cutter = ItemCutter(read_text(fileobj), is_well_formed, item_limit)
    media: Media = {}
    index, trouble = 0, "none yet"
    for item in cutter:
        trouble = item.trouble
        draft = _draft(item, path, index, _language(cutter.prolog), media)
        if draft:
            yield draft
            index += 1
    if not (trouble or cutter.closed):
        cut = _problem(Span(0, 0), "the end of the export is missing", "cut")
        yield Draft(Source(path, "", *cutter.end), Content(), "unreadable", index=index, problems=(cut,))


def _language(prolog: str) -> str:
    found = _LANGUAGE.search(prolog)
    return found[1].lower() if found else ""


def _draft(item: Item, path: str, index: int, language: str, media: Media) -> Draft | None:
    lost = _LOST.search(item.text)
    text = _LOST.sub("\ufffd", item.text) if lost else item.text
    source = Source(path, text, item.place.line, item.place.column)
    if item.trouble:
        problem = _problem(Span(0, min(len("<item>"), len(text))), _TROUBLE[item.trouble], item.trouble)
        return Draft(source, Content(), "unreadable", index=index, problems=(problem,))
    problems: tuple[Problem, ...] = (_undecoded(lost),) if lost else ()
    try:
        element = parse_item(text)
    except BrokenItem as error:
        problems += (_malformed(text, error),)
        try:
            element = parse_item(text, repaired=True)
        except BrokenItem as beyond:
            return Draft(source, Content(), "unreadable", index=index, problems=(_malformed(text, beyond),))
    if element.value("wp:post_type") == "attachment":
        _remember(element, media)
    if _is_draft(element):
        return replace(_post(source, element, language, media), index=index, problems=problems)
    return Draft(source, Content(), "unreadable", index=index, problems=problems) if problems else None


def _problem(span: Span, reason: str, case: str = "", **values: str) -> Problem:
    code = f"xml-{case}" if case else "xml"
    return Problem("source/unreadable", span, {"code": code, "reason": reason, **values})


def _undecoded(lost: re.Match[str]) -> Problem:
    values = {"code": "xml-encoding", "byte": f"0x{ord(lost.group()) - LOST:02X}"}
    return Problem("source/unreadable", Span(*lost.span()), values)


def _malformed(text: str, error: BrokenItem) -> Problem:
    """What is wrong with an item, named by what stands at the place where XML ends for expat."""
    entity = _ENTITY.match(text, error.offset)
    if entity:
        return _problem(Span(*entity.span()), error.reason, "unknown-entity", entity=entity.group())
    span = Span(error.offset, min(error.offset + 1, len(text)))
    written = text[span.start : span.end]
    if written == "&":
        return _problem(span, error.reason, "ampersand")
    if written and written < " ":
        return _problem(span, error.reason, "control", character=f"U+{ord(written):04X}")
    return _problem(span, error.reason, "tag" if error.reason == "mismatched tag" else "")


def _is_draft(item: Element) -> bool:
    return (
        item.value("wp:post_type") in _POST_TYPES
        and item.value("wp:status") not in _NO_DRAFT
        and bool(item.value("content:encoded"))
    )


def _remember(item: Element, media: Media) -> None:
    """Keep an attachment's address: posts name their featured image by its number only."""
    number = item.value("wp:post_id")
    address = item.value("wp:attachment_url")
    if number and address and len(media) < _MEDIA_LIMIT:
        alt = next((value.text.strip() for key, value in post_meta(item) if key == "_wp_attachment_image_alt"), None)
        media[number] = (address, alt)


def _post(source: Source, item: Element, language: str, media: Media) -> Draft:
    body = item.first("content:encoded")
    fields = tuple(item_fields(item, media))
    content = _read(body) if body else Content()
    featured = _featured_image(dict(fields), item, media)
    return Draft(
        source,
        Content(content.blocks, content.links, (*featured, *content.images), content.embeds, content.comments),
        "wxr",
        title=_title(item),
        fields=fields,
        body_span=body.span if body else Span(0, 0),
        declared_language=language,
    )


def _read(element: Element) -> Content:
    """The content of an element. Text that stands in the file as it is (one CDATA section) needs no map."""
    pieces = element.pieces
    if len(pieces) == 1 and pieces[0].end - pieces[0].start == pieces[0].source_end - pieces[0].source_start:
        return read_post(element.source, pieces[0].source_start, pieces[0].source_end)
    return remap(read_post(element.text), pieces)


def _featured_image(fields: dict[str, Field], item: Element, media: Media) -> tuple[Image, ...]:
    field = fields.get("featured-image")
    if field is None:
        return ()
    number = next(value.text.strip() for key, value in post_meta(item) if key == "_thumbnail_id")
    alt = media[number][1] if number in media else None
    return (Image(field.value, alt, field.span, field.span, kind="front-matter", role="featured"),)


def _title(item: Element) -> Block | None:
    """The title as readers see it: WordPress keeps HTML entities, and at times tags, in it."""
    element = item.first("title")
    if element is None or not element.text.strip():
        return None
    blocks = _read(element).blocks
    if not blocks:
        return None
    return Block("heading", blocks[0].text, blocks[0].pieces, level=1, code=blocks[0].code)
