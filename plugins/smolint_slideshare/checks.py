"""The checks on decks: how many slides, how much text on each, and where the last one leads."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from smolint.check import Check, Mark, NoOptions
from smolint.dataclass import dataclass
from smolint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Block, Draft
    from smolint.reading import Reading
    from smolint.source import Span

_DESCRIPTION = ("description", "description")
_ASKED = (
    (("title", "name", "titre"), ("title", "titre")),
    (("description", "summary", "excerpt", "abstract", "résumé"), _DESCRIPTION),
    (("tags", "keywords", "categories", "category", "mots-clés"), ("tags", "mots-clés")),
)
"""The fields of a sidecar, and what they are called in English and in French."""


class _Slide(NamedTuple):
    """A slide: its number from 1, its name (`slide`, `hidden`, `page`), its place and its texts."""

    number: int
    name: str
    span: Span
    blocks: tuple[Block, ...]


def _slides(reading: Reading) -> list[_Slide]:
    places = [embed for embed in reading.draft.content.embeds if embed.kind == "slide"]
    blocks: dict[int, list[Block]] = {}
    for block in reading.draft.blocks:
        if block.text.strip():
            blocks.setdefault(block.level, []).append(block)
    return [
        _Slide(number, place.name, place.span, tuple(blocks.get(number, ()))) for number, place in enumerate(places, 1)
    ]


@dataclass(frozen=True, slots=True)
class Count:
    """`min_slides`, `max_slides`: how many are fine; a single one is a poster and never reported."""

    min_slides: int = 3
    max_slides: int = 100


def slide_count(reading: Reading, options: Count) -> Iterator[Mark]:
    """The first slide of a deck that has too few, or the first slide beyond the limit (variant `few`, or none).

    Values: `count`, `limit`. Documents (pages higher than wide) are left alone.
    """
    slides = [slide for slide in _slides(reading) if slide.name == "slide"]
    if len(slides) > options.max_slides:
        place = slides[options.max_slides]
        yield Mark(_first_text(place), {"count": len(slides), "limit": options.max_slides})
    elif 1 < len(slides) < options.min_slides:
        yield Mark(_first_text(slides[0]), {"count": len(slides), "limit": options.min_slides}, variant="few")


@dataclass(frozen=True, slots=True)
class Wordy:
    """`max_words`: how many a slide may have."""

    max_words: int = 75


def wordy_slide(reading: Reading, options: Wordy) -> Iterator[Mark]:
    """Each slide with more words than `max_words`, code and footers left out. Values: `words`, `limit`, `slide`."""
    for slide in _slides(reading):
        blocks = [block for block in slide.blocks if block.kind != "code" and "footer" not in block.within]
        if slide.name != "slide" or not blocks or _is_references(slide):
            continue
        words = sum(len(reading.words(block)) for block in blocks)
        if words > options.max_words:
            values = {"words": words, "limit": options.max_words, "slide": slide.number}
            yield Mark(_first_text(slide), values)


def no_next_step(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """The last slide with text when it names nothing to do next: no address, number, link, question or invitation.

    Slides of references at the end are passed over; a last slide that is a picture may show anything, so it is
    left alone. Values: `slide`.
    """
    from smolint_slideshare.endings import leads_on

    slides = [slide for slide in _slides(reading) if slide.name == "slide"]
    while len(slides) > 1 and _is_references(slides[-1]):
        slides.pop()
    if len(slides) < 2 or not slides[-1].blocks:
        return
    last = slides[-1]
    text = "\n".join(block.text for block in last.blocks)
    if leads_on(text) or _has_link(reading, last):
        return
    yield Mark(_first_text(last), {"slide": last.number})


def undescribed(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """The front matter of a deck's sidecar without title, description or tags. Values: `missing_en`, `missing_fr`.

    Text below the front matter is a description. Marked is the first field, or the text where there is none.
    """
    from smolint_slideshare.sidecar import is_sidecar

    draft = reading.draft
    if draft.format == "deck" or not draft.fields:
        return
    if not draft.field("deck") and not is_sidecar(Path(draft.source.path)):
        return
    missing = [names for keys, names in _ASKED if not _filled(draft, keys)]
    if any(block.text.strip() for block in draft.blocks):
        missing = [names for names in missing if names != _DESCRIPTION]
    if missing:
        values = {"missing_en": _listed(missing, 0, "and"), "missing_fr": _listed(missing, 1, "et")}
        yield Mark(draft.fields[0][1].key_span, values)


def _filled(draft: Draft, keys: tuple[str, ...]) -> bool:
    field = draft.field(*keys)
    return field is not None and bool(field.value)


def _listed(missing: list[tuple[str, str]], language: int, last: str) -> str:
    words = [names[language] for names in missing]
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _has_link(reading: Reading, slide: _Slide) -> bool:
    return any(slide.span.start <= link.span.start <= slide.span.end for link in reading.draft.content.links)


def _is_references(slide: _Slide) -> bool:
    from smolint_slideshare.endings import is_references

    return bool(slide.blocks) and is_references(slide.blocks[0].text)


def _first_text(slide: _Slide) -> Span:
    """The first text of a slide (its title, as a rule), the whole slide where it has none."""
    return slide.blocks[0].span() if slide.blocks else slide.span


CHECKS: tuple[Check, ...] = (
    Check("deck-slide-count", slide_count, Count),
    Check("deck-wordy-slide", wordy_slide, Wordy),
    Check("deck-no-next-step", no_next_step),
    Check("deck-undescribed", undescribed),
)
