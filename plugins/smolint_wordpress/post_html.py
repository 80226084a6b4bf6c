"""The body of a post as WordPress stores it: HTML with blocks, shortcodes and addresses that become embeds."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from smolint.dataclass import replace
from smolint.draft import Content, Embed, Image, Link
from smolint.late_pattern import compiled
from smolint.parsers.html import read_html
from smolint.parsers.remap import remap
from smolint.source import Span
from smolint_wordpress.blocks import IMAGE_BLOCKS, PlacedBlock, block_embeds, block_images, find_blocks, is_marker
from smolint_wordpress.ranges import Ranges
from smolint_wordpress.rewriting import Replacement, rewrite
from smolint_wordpress.shortcode_names import CAPTION, CODE, EMBEDDED
from smolint_wordpress.shortcodes import Shortcode, find_shortcodes, gallery_images, shortcode_embed, visible_mask

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LONE_URL = r"[ \t]*+(?:<p(?:\s[^<>]*)?>[ \t]*+)?(https?://[^\s<>\"\[\]]++)[ \t]*+(?:</p>[ \t]*+)?\r?$"
_AT_START = compiled(_LONE_URL, re.M | re.I)
_ON_LINE = compiled("^" + _LONE_URL, re.M | re.I)
_CAPTION_ATTRIBUTE = compiled(r"\scaption\s*=\s*\"([^\"]+)\"")
"""Where a caption stood before WordPress 3.4 (2012)."""
_LAST_IMAGE = compiled(r"<img\b[^>]*>(?:\s*</a>)?", re.I)


def read_post(text: str, start: int = 0, end: int | None = None) -> Content:
    """What a post's body in `text[start:end]` holds, with offsets into `text`; never raises, whatever the markup.

    Blocks that are no text, shortcodes and lone addresses become embeds (a lone address stays a bare link
    too); `<!--more-->`, `<!--nextpage-->` and the blocks' own comments are neither text nor comments.
    """
    stop = len(text) if end is None else end
    blocks = find_blocks(text, start, stop)
    lines = _address_lines(text, start, stop)
    visible = visible_mask(text, start, stop) if lines or text.find("[", start, stop) >= 0 else ""
    shortcodes = find_shortcodes(visible, [block.span for block in blocks if block.name == "core/shortcode"])
    addresses = list(_lone_addresses(lines, visible, shortcodes))
    changes = [*_shortcode_changes(shortcodes, text), *(Replacement(*span, "") for span in addresses)]
    if changes:
        changed, pieces = rewrite(text, changes, start, stop)
        content = remap(read_html(changed), pieces)
    else:
        content = read_html(text, start, stop)
    return _completed(content, text, blocks, shortcodes, addresses)


def _address_lines(text: str, start: int, stop: int) -> list[Span]:
    """The addresses that have a line, or a paragraph on one line, to themselves."""
    first = _AT_START.match(text, start, stop)
    rest = _ON_LINE.finditer(text, first.end() if first else start, stop)
    return [Span(*match.span(1)) for match in ([first] if first else []) + list(rest)]


def _lone_addresses(lines: list[Span], visible: str, shortcodes: list[Shortcode]) -> Iterator[Span]:
    """Those that WordPress turns into embeds: not in code, nor what a shortcode encloses."""
    opaque = Ranges(code.span for code in shortcodes if code.name in EMBEDDED | CODE)
    for place in lines:
        if visible[place.start : place.start + 4].lower() == "http" and place not in opaque:
            yield place


def _shortcode_changes(shortcodes: list[Shortcode], text: str) -> Iterator[Replacement]:
    """What stands for a shortcode's tags in HTML: nothing, a figure for a caption, preformatted text for code."""
    for code in shortcodes:
        if code.name in CAPTION and code.encloses:
            yield from _caption_changes(code, text)
        elif code.name in CODE and code.encloses:
            yield Replacement(*code.opening, "<pre>")
            yield Replacement(*code.closing, "</pre>")
        elif code.name in EMBEDDED or not code.encloses:
            yield Replacement(*code.span, "")
        else:
            yield Replacement(*code.opening, "")
            yield Replacement(*code.closing, "")


def _caption_changes(code: Shortcode, text: str) -> Iterator[Replacement]:
    attribute = _CAPTION_ATTRIBUTE.search(text, *code.opening)
    if attribute:
        yield Replacement(code.opening.start, attribute.start(1), "<figure><figcaption>")
        yield Replacement(attribute.end(1), code.opening.end, "</figcaption>")
        yield Replacement(*code.closing, "</figure>")
        return
    images = list(_LAST_IMAGE.finditer(text, code.opening.end, code.closing.start))
    yield Replacement(*code.opening, "<figure>")
    if images:
        yield Replacement(images[-1].end(), images[-1].end(), "<figcaption>")
        yield Replacement(*code.closing, "</figcaption></figure>")
    else:
        yield Replacement(*code.closing, "</figure>")


def _completed(
    content: Content, text: str, blocks: list[PlacedBlock], shortcodes: list[Shortcode], addresses: list[Span]
) -> Content:
    """The content that the HTML gave, with what only WordPress knows."""
    links = [
        Link(text[span.start : span.end], unescape(text[span.start : span.end]), span, span, "bare")
        for span in addresses
    ]
    embed_blocks = Ranges(block.span for block in blocks if block.name.startswith(("core/embed", "core-embed/")))
    embeds = [
        *block_embeds(blocks),
        *(shortcode_embed(code, text) for code in shortcodes if code.name not in CAPTION | CODE),
        *(Embed("embed", "embed", link.span, link.url) for link in links if link.span not in embed_blocks),
    ]
    images = [
        *_images_in_blocks(content.images, blocks),
        *block_images(blocks, content.images),
        *(image for code in shortcodes for image in gallery_images(code, text)),
    ]
    return replace(
        content,
        links=tuple(sorted([*content.links, *links], key=lambda link: link.span)),
        images=tuple(sorted(images, key=lambda image: image.span)),
        embeds=tuple(sorted([*content.embeds, *embeds], key=lambda embed: embed.span)),
        comments=tuple(comment for comment in content.comments if not is_marker(comment)),
    )


def _images_in_blocks(images: Iterable[Image], blocks: list[PlacedBlock]) -> Iterator[Image]:
    spans = Ranges(block.span for block in blocks if block.name in IMAGE_BLOCKS)
    for image in images:
        yield replace(image, kind="block") if image.span in spans else image
