"""What links say: nothing, or nothing that tells where they lead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smolint.check import Check, Mark, NoOptions
from smolint.dataclass import dataclass
from smolint.late_pattern import late_pattern
from smolint.source import Span, any_within

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Draft, Link
    from smolint.reading import Reading

_EDGES = late_pattern(r"^[\W_]+|[\W_]+$")
_GAPS = late_pattern(r"\s+")
_NAMED = late_pattern(r"aria-label(?:ledby)?\s*=|<title\b|aria-hidden\s*=\s*[\"']?true", re.I)
_TEMPLATE = late_pattern(r"\{\{|\{%|\{[^}]|<%|\$\{")
_ACTING = late_pattern(
    r"\bon[a-z]+\s*=|role\s*=\s*[\"']?(?:button|tab|menuitem)|\sdata-[\w-]+\s*=|javascript:|@click", re.I
)
_ANCHOR = late_pattern(r"\s(?:id|name)\s*=", re.I)
_TO_TOP = late_pattern(r"\b(?:top|haut|retour|back|début)\b|[↑▲⬆]", re.I)
_PICTURE = late_pattern(
    r"<(?:img|svg|picture|video|iframe|object|input|button)\b|<\w[^<>]*\sclass\s*=|<[\w]+-|!\[|:\w+:|\stitle\s*=", re.I
)
"""What may be seen though it is no text: images, and elements that a style sheet dresses (icons)."""


@dataclass(frozen=True, slots=True)
class Vague:
    """`texts`: link texts in lower case that say nothing of the page they lead to."""

    texts: tuple[str, ...] = ("click here", "here", "read more", "cliquez ici", "ici", "lire la suite")


def link_vague_text(reading: Reading, options: Vague) -> Iterator[Mark]:
    """The text of each link that says no more than “here”. Values: `text`."""
    vague = frozenset(options.texts)
    longest = 2 * max(map(len, vague), default=0)
    for link in reading.draft.content.links:
        if link.kind not in ("inline", "reference") or len(link.text) > longest or plain(link.text) not in vague:
            continue
        if not _NAMED.search(reading.draft.source[link.span]):
            yield Mark(_text_span(reading.draft, link), {"text": link.text})


def plain(text: str) -> str:
    """A link's text in lower case, without what is around its words (arrows, dots), with straight apostrophes."""
    return _GAPS.sub(" ", _EDGES.sub("", text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))).lower()


def _text_span(draft: Draft, link: Link) -> Span:
    """Where a link's text is written, the whole link where markup stands within the text."""
    text, (start, end) = draft.source.text, link.span
    words = re.compile(r"\s+".join(map(re.escape, link.text.split())))
    inside = start <= link.url_span.start < end
    if text[start] == "<":
        places = list(words.finditer(text, link.url_span.end if inside else start, end))[-1:]
    else:
        places = list(words.finditer(text, start, link.url_span.start if inside else end))[:1]
    return Span(*places[0].span()) if places else link.span


def link_empty(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """Each link that shows nothing to click on, and each one that leads nowhere (variant `nowhere`). Values: `text`.

    Anchors, buttons made of links, and what a template has yet to fill in stay silent; so do links around an image,
    whose missing alternative text is the matter of another rule.
    """
    draft = reading.draft
    images = sorted(image.span.start for image in draft.content.images)
    for link in draft.content.links:
        if link.kind not in ("inline", "reference") or (link.text.strip() and link.url.strip() not in ("", "#")):
            continue
        written = draft.source[link.span]
        unfilled = draft.source[link.url_span] if link.text.strip() else written
        if _TEMPLATE.search(unfilled) or _ANCHOR.search(written) or _ACTING.search(written):
            continue
        # On a rendered page `#` is how scripts and generators write a button, or the way back to the top.
        if link.text.strip() and not (link.url and (draft.page or _TO_TOP.search(link.text))):
            yield Mark(link.span, {"text": link.text}, variant="nowhere")
        elif not link.text.strip() and not _shows_something(images, link, written):
            yield Mark(link.span, {"text": ""})


def _shows_something(images: list[int], link: Link, written: str) -> bool:
    if _NAMED.search(written) or _PICTURE.search(written):
        return True
    return any_within(images, *link.span)


CHECKS: tuple[Check, ...] = (
    Check("link-vague-text", link_vague_text, Vague),
    Check("link-empty", link_empty),
)
