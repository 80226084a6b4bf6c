"""The slug, the last part of a post's address: what makes it hard to read, to type or to share."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote

from smolint.check import Check, Mark, Trace
from smolint.checks.depth import is_standing_page
from smolint.checks.house_way import house_of, unusual
from smolint.checks.search_fields import slug_field
from smolint.dataclass import dataclass
from smolint.finding import Level
from smolint.late_pattern import late_pattern
from smolint.parsers.front_matter import field_block

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from smolint.check import Gathered
    from smolint.draft import Block, Draft
    from smolint.reading import Reading

_TEMPLATE = ("{{", "{%", "<%", "${", "*", "[")
_PLACEHOLDER = late_pattern(
    r"(?:untitled|sans-titre|(?:auto-)?draft|brouillon(?:-auto)?|(?:my-)?new-(?:blog-)?post|nouvel(?:-article|le-page)"
    r"|hello-world|bonjour-tout-le-monde|(?:copy|copie)-(?:of|de)-.+|post|article|page|p)(?:-?\d+)?|\d{1,7}",
    re.I,
)
_SCHEME = late_pattern(r"[a-z][a-z0-9+.-]*:|//", re.I)
_FILE = late_pattern(r"\.(?:md|mdx|markdown|txt|docx?|odt|rtf|pages|php|aspx?|jsp)$", re.I)
_CAPITALS = late_pattern("[A-ZÀ-ÖØ-Þ]+")
_LATIN = late_pattern(r"[^\x00-\x7f]")
_ESCAPE = late_pattern(r"(?:%[0-9a-f]{2})+", re.I)
_OTHER_SCRIPT = late_pattern(r"[\u0370-\u1dff\u2c00-\ud7ff\uf900-\ufdff\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Slug:
    """`max_characters`: a longer slug is reported.

    Capitals that so many posts of a folder (`min_posts`), and more than `min_share` percent of
    them, have are the house's way.
    """

    max_characters: int = 75
    min_posts: int = 5
    min_share: int = 50


def seo_slug(reading: Reading, options: Slug) -> Iterator[Mark]:
    """The first thing that is wrong with the slug that a post sets.

    The value `text` is what is marked. Variants: `placeholder`, `space`, `escape`, `accent`, `underscore`, `ending`,
    `long` (with `length` and `limit`, in characters). Letters of other alphabets than ours are fine.
    """
    found = _slug(reading.draft)
    if found is None:
        return
    block, start, slug = found
    for variant, first, last in _faults(slug, options):
        values = {"text": slug[first:last], "length": len(slug), "limit": options.max_characters}
        yield Mark(block.span(start + first, start + last), values, variant=variant, at_most=_at_most(variant))
        return


def slug_capitals(reading: Reading, _options: Slug) -> Trace | None:
    """The first capitals of a slug; kept are the values of the finding, or nothing where there are none."""
    found = _slug(reading.draft)
    if found is None:
        return None
    block, start, slug = found
    match = _CAPITALS.search(slug)
    if match is None:
        return Trace(Mark(block.span()), (house_of(reading.draft), None))
    values = {"text": match.group(), "variant": "capital"}
    place = block.span(start + match.start(), start + match.end())
    return Trace(Mark(place, values, variant="capital", at_most=Level.SUGGESTION), (house_of(reading.draft), values))


def unusual_capitals(traces: Sequence[Gathered], options: Slug) -> Iterator[tuple[int, Mapping[str, object]]]:
    """The slugs with capitals, unless these are the house's way."""
    return unusual(traces, options.min_posts, options.min_share)


def _slug(draft: Draft) -> tuple[Block, int, str] | None:
    """The field that sets a post's slug, where in its text the slug begins, and the slug."""
    field = slug_field(draft)
    block = field_block(draft.source.text, field) if field else None
    if block is None or is_standing_page(draft):
        return None
    path = block.text
    if _SCHEME.match(path) or "/:" in path or any(sign in path for sign in _TEMPLATE):
        return None
    start, end = _last_part(path)
    slug = path[start:end]
    return (block, start, slug) if slug and not slug.startswith(":") else None


def _at_most(variant: str) -> Level | None:
    return None if variant in {"placeholder", "space", "escape"} else Level.SUGGESTION


def _last_part(path: str) -> tuple[int, int]:
    end = len(path.split("?")[0].split("#")[0].rstrip("/"))
    return path.rfind("/", 0, end) + 1, end


def _faults(slug: str, options: Slug) -> Iterator[tuple[str, int, int]]:
    """What is wrong with a slug and where, the worst first."""
    if _PLACEHOLDER.fullmatch(slug):
        yield "placeholder", 0, len(slug)
    for match in re.finditer(r"\s+", slug):
        yield "space", *match.span()
    other = _OTHER_SCRIPT.search(unquote(slug))
    for match in _ESCAPE.finditer(slug):
        if not other:
            yield "escape", *match.span()
    for match in _LATIN.finditer(slug):
        if not other:
            yield "accent", *match.span()
    if _FILE.search(slug):
        yield "ending", slug.rindex("."), len(slug)
    for match in re.finditer("_+", slug):
        yield "underscore", *match.span()
    if len(slug) > options.max_characters:
        yield "long", options.max_characters, len(slug)


CHECKS: tuple[Check, ...] = (Check("seo-slug", seo_slug, Slug, gather=slug_capitals, conclude=unusual_capitals),)
