"""The title that results pages show: whether there is one, and whether it fits."""

from __future__ import annotations

import re
from html import unescape
from pathlib import PurePath
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.depth import is_standing_page, post_words
from smolint.checks.opening import opening
from smolint.checks.search_fields import search_title
from smolint.dataclass import dataclass
from smolint.language.pixels import fitting, pixel_width
from smolint.late_pattern import late_pattern
from smolint.parsers.front_matter import field_block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Block, Draft
    from smolint.reading import Reading

_TITLES = ("title", "post_title", "name", "headline", "linkTitle")
_REDIRECTS = ("redirect_to", "redirect", "redirectTo", "redirect-to", "external_url")
_TEMPLATE = ("{{", "{%", "<%", "%%", "${")
_PARTS = late_pattern(r"&#?\w{2,8};|.", re.S)
_NO_POSTS = ("readme", "changelog", "contributing", "license", "licence", "authors", "index", "404", "code_of_conduct")


def title_on_results(draft: Draft) -> Block | None:
    """The title that a results page would show, with its place: the field made for it, else the page's own.

    A text without either has the title with which it begins. None where a template makes the title.
    """
    field = search_title(draft)
    block = (field_block(draft.source.text, field, "heading", 1) if field else None) or draft.title or _heading(draft)
    return None if block and any(sign in block.text for sign in _TEMPLATE) else block


def _heading(draft: Draft) -> Block | None:
    first = next(iter(draft.blocks), None)
    return first if first and first.kind == "heading" and first.level == 1 else None


@dataclass(frozen=True, slots=True)
class TitleMissing:
    """`min_words`: a shorter page, or text without front matter, may be a part of something else."""

    min_words: int = 100


def seo_title_missing(reading: Reading, options: TitleMissing) -> Iterator[Mark]:
    """The opening of a post without a title: none in the front matter or export, no `<title>`, no heading of level 1.

    An empty field is marked itself (variant `empty`). A fragment whose title is kept elsewhere is left alone: block
    markup or HTML without front matter, a part of a page, a README; so is one whose front matter cannot be read.
    """
    draft = reading.draft
    if draft.title is not None or draft.problems or is_standing_page(draft) or _is_part(draft):
        return
    if any(block.kind == "heading" and block.level == 1 for block in draft.blocks):
        return
    fields = dict(draft.fields)
    empty = next((fields[name] for name in _TITLES if name in fields), None)
    if empty is not None:
        if not str(empty.value or "").strip():
            yield Mark(empty.key_span, variant="empty")
        return
    place = opening(reading) if _is_whole(reading, options) else None
    if place:
        yield Mark(place)


def _is_part(draft: Draft) -> bool:
    """Whether a file only redirects, is included by others as its place says, or stands for itself without a title."""
    if draft.field(*_REDIRECTS):
        return True
    path = PurePath(draft.source.path)
    stem = path.stem.lower()
    folders = [folder for folder in path.parts[:-1] if folder not in {"_posts", "_drafts", "_articles"}]
    return stem.startswith(("_", *_NO_POSTS)) or any(folder.startswith("_") for folder in folders)


def _is_whole(reading: Reading, options: TitleMissing) -> bool:
    draft = reading.draft
    if draft.format == "wxr":
        return True
    if draft.fields and not draft.page:
        return bool(post_words(reading))
    if draft.page:
        return post_words(reading) >= options.min_words or draft.field("article:published_time") is not None
    first = next(iter(draft.blocks), None)
    begins_with_heading = first is not None and first.kind == "heading"
    return draft.format == "markdown" and not begins_with_heading and post_words(reading) >= options.min_words


@dataclass(frozen=True, slots=True)
class TitleWidth:
    """`max_pixels`: what results pages show. `site_suffix`: what the theme adds to each title (` – The Bakery`)."""

    max_pixels: int = 600
    site_suffix: str = ""


def seo_title_width(reading: Reading, options: TitleWidth) -> Iterator[Mark]:
    """The end of a title that results pages cut off, from the first character that no longer fits.

    With a suffix, the title has to leave room for it. Values: `px`, `limit` (both in pixels), `shown` (what
    is left of the title).
    """
    title = title_on_results(reading.draft)
    if title is None:
        return
    suffix = "" if reading.draft.page else options.site_suffix
    text, places = _decoded(title.text)
    width = pixel_width(text + suffix)
    if width > options.max_pixels:
        kept = min(fitting(text, max(0.0, options.max_pixels - pixel_width(suffix))), len(text) - 1)
        kept += len(text[kept:]) - len(text[kept:].lstrip())
        values = {"px": round(width), "limit": options.max_pixels, "shown": text[:kept].rstrip()}
        yield Mark(title.span(places[kept]), values)


def _decoded(text: str) -> tuple[str, list[int]]:
    """A title with its character references (`&rdquo;`) read, and the place of each character in it as written."""
    if "&" not in text:
        return text, list(range(len(text)))
    parts = [(unescape(match.group()), match.start()) for match in _PARTS.finditer(text)]
    places = [place for part, place in parts for _ in part]
    return "".join(part for part, _ in parts), places


CHECKS: tuple[Check, ...] = (
    Check("seo-title-missing", seo_title_missing, TitleMissing),
    Check("seo-title-width", seo_title_width, TitleWidth),
)
