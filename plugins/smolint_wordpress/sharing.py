"""The sharing modules, share links and follow links of a draft, each with its place."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from smolint.late_pattern import compiled
from smolint.named_tuple import NamedTuple
from smolint.source import Span
from smolint.texts import running_texts
from smolint_wordpress.sharing_table import Service, sharing_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Block, Draft, Embed, Link
    from smolint.reading import Reading

_TEMPLATE_SHARE = compiled(r"(?<![a-z])(?:shar(?:e|es|ing)|partag(?:e|er|es))(?![a-z])", re.I)
# What may not stand before the bracket is looked at behind it: a pattern that begins with a sign is found faster.
_BRACKETS = compiled(r"\[(?<!\[\[)([A-Za-z][\w-]*)(?:\s[^\[\]]*)?\](?![\](:])")
_SHARE_HEADING = compiled(
    r"\W*(?:share|sharing|partagez?|partager|partage)(?:\s+(?:this|it|on|the|with|cet|cette|ce|le|la|sur|avec|l[’'])?"
    r"[^.?!]{0,30})?\W*",
    re.I,
)
_PROFILE = compiled(
    r"https?://(?:[\w-]+\.)?(?:facebook|twitter|x|linkedin|instagram|youtube|pinterest|tiktok|threads|viadeo|bsky|vimeo|"
    r"flickr|tumblr)\.(?:com|net|app|fr)/(?:(?:company|in|user|c|channel|groups|pages|profile|pg)/)?@?[\w.%-]+/?(?:\?[^#]*)?$",
    re.I,
)

THEME = Service("theme", "", "share", False, "", "low")
"""Stands for a theme's own share buttons, known by their names alone."""
PROFILES = Service("profiles", "", "follow", False, "", "medium")
"""Stands for links to profiles where share buttons are announced."""


class Hit(NamedTuple):
    """A sharing or follow module and the place (tag, shortcode, block, address) that gives it away."""

    service: Service
    span: Span


@lru_cache(maxsize=1)
def find_sharing(reading: Reading) -> tuple[Hit, ...]:
    """The modules in a draft, by place; kept for the last draft, as several checks ask in turn."""
    from smolint_wordpress.sharing_html import html_hits

    draft = reading.draft
    hits = [*html_hits(reading), *_embed_hits(reading), *_section_hits(draft)]
    tags = [(hit.service.key, hit.span) for hit in hits]
    for link in draft.content.links:
        service = _shared_by(link)
        if service and not any(key == service.key and _inside(link.url_span, span) for key, span in tags):
            hits.append(Hit(service, link.url_span))
    return tuple(sorted(set(hits), key=lambda hit: (hit.span, hit.service.key)))


def is_profile(url: str) -> bool:
    """Whether an address looks like a profile on a social network, and is no share link."""
    return bool(_PROFILE.match(url)) and sharing_table().intent(url) is None


def _inside(span: Span, around: Span) -> bool:
    return around.start <= span.start and span.end <= around.end


def _shared_by(link: Link) -> Service | None:
    """The service that a link shares to. A bare address without anything to share is an example, not a button."""
    if link.kind in ("bare", "auto") and "?" not in link.url and "#" not in link.url:
        return None
    return sharing_table().intent(link.url)


def _embed_hits(reading: Reading) -> Iterator[Hit]:
    draft, table = reading.draft, sharing_table()
    for embed in draft.content.embeds:
        if embed.kind == "shortcode":
            service = table.shortcode_services.get(embed.name)
        elif embed.kind == "block":
            service = table.block_services.get(embed.name)
        else:
            named = embed.kind == "template" and _TEMPLATE_SHARE.search(draft.source[embed.span])
            service = THEME if named or embed.kind == "share" else None
        if service:
            yield Hit(service, _opening(draft, embed))
    if draft.format in ("markdown", "html") and not draft.page:
        yield from _bracket_hits(reading)


def _opening(draft: Draft, embed: Embed) -> Span:
    """A block's opening comment, which is what names it; any other embed whole."""
    end = draft.source.text.find("-->", *embed.span) if embed.kind == "block" else -1
    return Span(embed.span.start, end + len("-->")) if end >= 0 else embed.span


def _bracket_hits(reading: Reading) -> Iterator[Hit]:
    """Sharing shortcodes in Markdown or plain HTML on its way to WordPress, whose readers take brackets for text."""
    services = sharing_table().shortcode_services
    running = running_texts(reading)
    for number in running.overlapped(_BRACKETS):
        block = running.blocks[number]
        for match in _BRACKETS.finditer(running.prose[number]) if block is not reading.draft.title else ():
            if match[1] in services:
                yield Hit(services[match[1]], block.span(*match.span()))


def _section_hits(draft: Draft) -> Iterator[Hit]:
    """Links to profiles under a heading that announces sharing: « Partagez cet article », then the site's own pages."""
    blocks = draft.blocks
    for index, block in enumerate(blocks):
        if block.kind == "heading" and _SHARE_HEADING.fullmatch(block.text) and len(block.text) < 60:
            links = _links_only(draft, blocks[index + 1 :])
            if len(links) > 1 and all(is_profile(link.url) for link in links):
                yield Hit(PROFILES, block.span())


def _links_only(draft: Draft, blocks: tuple[Block, ...]) -> list[Link]:
    """The links of the blocks up to the next heading, as long as these are nothing but links."""
    found: list[Link] = []
    for block in blocks:
        span = block.span()
        links = [link for link in draft.content.links if link.span.start < span.end and span.start < link.span.end]
        words = len(re.findall(r"\w+", block.text)) - sum(len(re.findall(r"\w+", link.text)) for link in links)
        if block.kind == "heading" or not links or words > 0:
            break
        found += links
    return found
