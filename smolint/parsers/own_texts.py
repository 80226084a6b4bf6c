"""Texts that a file keeps for one platform: sections under a platform's name, and fields of the front matter."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from smolint.dataclass import replace
from smolint.draft import Block, Content, Draft, Embed, Link
from smolint.late_pattern import compiled
from smolint.parsers.front_matter import field_block
from smolint.parsers.markdown_flow import bare_urls
from smolint.source import Cover, Piece, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smolint.draft import Field

_GROUPS = ("social", "socials", "social_media", "socialMedia", "social-media", "share", "announce", "announcement")
_TEXT_KEYS = ("text", "post", "message", "status", "body", "copy", "caption", "content")
_SUFFIX = compiled(rf"(?:[_-](?:{'|'.join(_TEXT_KEYS)})|(?:{'|'.join(key.title() for key in _TEXT_KEYS)}))\Z")
_FEWEST_WORDS = 4
_ADDED = frozenset({"hashtags", "mentions"})
_HEADING_PARTS = compiled(r"[/,&()|:·–—]|\b(?:and|et|or|ou)\b", re.IGNORECASE)
_FILLER = compiled(
    r"\b(?:posts?|thread|tweet|version|texte?|caption|message|copy|draft|publication|pour|for|sur|on)\b|[^\w+ -]"
)
_GAP = compiled(r"\n[ \t]*\n\s*")


def field_texts(draft: Draft, named: Callable[[str], str]) -> Iterator[tuple[str, Draft]]:
    """The posts that a draft's front matter holds (`tweet: …`, `social: {linkedin: …}`), each with its platform's name.

    `named` gives the platform for a key, `""` for none. A text has at least four words: a handle, an address, an
    author's name or a post's number is none, nor is what only repeats another field (a share button's text that is
    the title). Each is posted with a card that leads to the draft itself.
    """
    repeated = Counter(field.value.strip() for _, field in draft.fields if isinstance(field.value, str))
    for key, field in draft.fields:
        grouped = key in _GROUPS
        for name, inner in field.children if grouped and isinstance(field.value, dict) else ((key, field),):
            platform = named(_SUFFIX.sub("", str(name)))
            for text in _texts(inner) if platform else ():
                block = field_block(draft.source.text, text)
                if block is not None and repeated[block.text] < 2:
                    yield platform, _field_draft(draft, text, block)


def _texts(field: Field) -> Iterator[Field]:
    if isinstance(field.value, dict):
        for key in _TEXT_KEYS:
            inner = field.get(key)
            if inner is not None:
                yield from _texts(inner)
    elif isinstance(field.value, list):
        for _, item in field.children:
            if isinstance(item.value, str):
                yield from _texts(item)
    elif isinstance(field.value, str) and len(field.value.split()) >= _FEWEST_WORDS:
        yield field


def _field_draft(draft: Draft, field: Field, block: Block) -> Draft:
    links = []
    for start, end in bare_urls(block.text):
        url, place = block.text[start:end], block.span(start, end)
        links.append(Link(url, url if "://" in url else f"https://{url}", place, place, "bare"))
    card = Embed("share", "link-card", Span(field.span.start, field.span.start))
    content = Content(tuple(_paragraphs(block)), tuple(links), embeds=(card,))
    return _own(draft, content, field.span, post=block)


def _own(draft: Draft, content: Content, span: Span, post: Block | None = None) -> Draft:
    added = tuple((key, field) for key, field in draft.fields if key in _ADDED)
    return replace(draft, content=content, title=None, fields=added, body_span=span, problems=(), page=False, post=post)


def _paragraphs(block: Block) -> Iterator[Block]:
    start = 0
    for gap in (*_GAP.finditer(block.text), None):
        end = gap.start() if gap else len(block.text)
        yield Block("paragraph", block.text[start:end], tuple(_cut(block.pieces, start, end)))
        start = gap.end() if gap else end


def _cut(pieces: tuple[Piece, ...], start: int, end: int) -> Iterator[Piece]:
    for piece in pieces:
        first, last = max(piece.start, start), min(piece.end, end)
        if first < last:
            yield Piece(first - start, last - start, piece.source_from(first), piece.source_to(last))


def _heading_platforms(text: str, named: Callable[[str], str]) -> tuple[str, ...]:
    """The platforms that a heading names, and nothing else: `LinkedIn`, `X (Twitter)`, `Facebook & LinkedIn`."""
    parts = [part.strip() for part in _HEADING_PARTS.split(text.lower()) if part.strip()]
    found = [named(part) or named(" ".join(_FILLER.sub(" ", part).split())) for part in parts]
    return tuple(dict.fromkeys(found)) if all(found) else ()


def section_texts(draft: Draft, named: Callable[[str], str]) -> tuple[Draft, list[tuple[tuple[str, ...], Draft]]]:
    """A draft without its sections under platforms' names, and each of these as a draft with its platforms' names.

    A section ends at the next heading of its level or a higher one. What the front matter attaches (images, links)
    goes with each.
    """
    found: list[tuple[tuple[str, ...], Draft]] = []
    taken: list[Span] = []
    headings = [block for block in draft.blocks if block.kind == "heading" and not block.within]
    for number, heading in enumerate(headings):
        platforms = _heading_platforms(heading.text, named)
        if not platforms:
            continue
        later = (one.span().start for one in headings[number + 1 :] if one.level <= heading.level)
        start, end = heading.span().end, next(later, draft.body_span.end)
        section = _within(draft, Span(start, end))
        if section.blocks or section.images:
            taken.append(Span(heading.span().start, end))
            found.append((platforms, _own(draft, section, Span(start, _line_start(draft, end)))))
    return (_without(draft, taken), found) if found else (draft, [])


def _line_start(draft: Draft, offset: int) -> int:
    """Where the line of the next heading begins, so that its `##` belongs to no section."""
    return draft.source.line_start(offset) if offset < draft.body_span.end else offset


def _within(draft: Draft, span: Span) -> Content:
    """What stands in a range of the body, and what the front matter attaches."""
    head = draft.body_span.start

    def inside(place: Span) -> bool:
        return span.start <= place.start < span.end or place.start < head

    return _filtered(draft.content, inside)


def _without(draft: Draft, taken: list[Span]) -> Draft:
    covered = Cover(taken)

    def outside(place: Span) -> bool:
        return not covered.holds(place.start)

    # What the parser found, and comments for smolint, belong to the file as a whole.
    whole = draft.content
    content = replace(_filtered(whole, outside), comments=whole.comments, problems=whole.problems)
    return replace(draft, content=content)


def _filtered(content: Content, keeps: Callable[[Span], bool]) -> Content:
    return Content(
        tuple(one for one in content.blocks if keeps(one.span())),
        tuple(one for one in content.links if keeps(one.span)),
        tuple(one for one in content.images if keeps(one.span)),
        tuple(one for one in content.embeds if keeps(one.span)),
    )
