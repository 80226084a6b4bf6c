"""The description that results pages show under a title: whether there is one, and its length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.check import Check, Mark, NoOptions
from smolint.checks.depth import is_post
from smolint.checks.opening import opening
from smolint.checks.search_fields import search_description
from smolint.dataclass import dataclass
from smolint.finding import Level
from smolint.parsers.front_matter import field_block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Draft
    from smolint.reading import Reading

_SUMMARIES = ("excerpt", "summary", "subtitle", "_yoast_wpseo_metadesc", "rank_math_description", "og:description")
_TEMPLATE = ("{{", "{%", "<%", "%%", "${")


def seo_description_missing(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """The opening of a post that has neither a description nor an excerpt that could stand in for one."""
    draft = reading.draft
    if search_description(draft) or draft.field(*_SUMMARIES) or not is_post(reading) or not _has_fields(draft):
        return
    place = opening(reading)
    if place:
        yield Mark(place)


def _has_fields(draft: Draft) -> bool:
    """Whether the file is where a description would be written: front matter, an export, a whole page."""
    return bool(draft.fields) or draft.page


@dataclass(frozen=True, slots=True)
class DescriptionLength:
    """`min_characters` and `max_characters`: what is fine, both included."""

    min_characters: int = 121
    max_characters: int = 156


def seo_description_length(reading: Reading, options: DescriptionLength) -> Iterator[Mark]:
    """The part of a description that is over the limit; all of one that is too short (variant `short`, a suggestion).

    Values: `length`, `limit`, `surplus` or `missing`, in code points.
    """
    field = search_description(reading.draft)
    block = field_block(reading.draft.source.text, field) if field else None
    if field is None or block is None or any(sign in block.text for sign in _TEMPLATE):
        return
    length, most = len(block.text), options.max_characters
    if length > most:
        kept = most + len(block.text[most:]) - len(block.text[most:].lstrip())
        yield Mark(block.span(kept), {"length": length, "limit": most, "surplus": length - most})
    elif length < options.min_characters:
        values = {"length": length, "limit": options.min_characters, "missing": options.min_characters - length}
        yield Mark(field.span, values, variant="short", at_most=Level.SUGGESTION)


CHECKS: tuple[Check, ...] = (
    Check("seo-description-missing", seo_description_missing),
    Check("seo-description-length", seo_description_length, DescriptionLength),
)
