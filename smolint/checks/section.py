"""Sections: the text between two headings. One that is too long offers a reader who skims nowhere to land."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.depth import is_episode
from smolint.checks.quotation import is_quotation
from smolint.dataclass import dataclass
from smolint.finding import Level
from smolint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Block
    from smolint.reading import Reading
    from smolint.source import Span


class Section(NamedTuple):
    """A heading (None: the text begins without one), the blocks of text below it up to the next, and their words."""

    heading: Block | None
    blocks: tuple[Block, ...]
    words: int


def sections(reading: Reading) -> tuple[Section, ...]:
    """The sections of a draft in order; a heading of any level begins one.

    Only what a reader goes through word by word is text: no code, no quotation, no list of links (Yoast SEO leaves the
    same out, bar links). Text before the first heading is a section of its own; where there is none, it is left out.
    """
    found: list[Section] = []
    heading: Block | None = None
    blocks: list[Block] = []
    for block in reading.draft.prose:
        if is_quotation(block) or "link-list" in block.within:
            continue
        if block.kind != "heading":
            blocks.append(block)
            continue
        if heading or blocks:
            found.append(_section(reading, heading, blocks))
        heading, blocks = block, []
    if heading or blocks:
        found.append(_section(reading, heading, blocks))
    return tuple(found)


def _section(reading: Reading, heading: Block | None, blocks: list[Block]) -> Section:
    return Section(heading, tuple(blocks), sum(map(reading.word_count, blocks)))


@dataclass(frozen=True, slots=True)
class TooLong:
    """`max_words`: the longest section that is still fine; up to `far_words` a finding is a suggestion at most."""

    max_words: int = 300
    far_words: int = 350


def section_too_long(reading: Reading, options: TooLong) -> Iterator[Mark]:
    """The heading of each section with more words than `max_words`. Values: `words`, `limit`, `missing` headings.

    Variants: `start` for the text before the first heading and `none` for a text without any; then its first
    sentence is marked. A title in the body is no heading between parts of the text.
    """
    if is_episode(reading.draft):
        return
    found = sections(reading)
    for index, section in enumerate(found):
        if section.words <= options.max_words:
            continue
        starts = index == 0 and (section.heading is None or section.heading.level == 1)
        variant = ("none" if len(found) == 1 else "start") if starts else ""
        place = _first_words(reading, section) if starts or section.heading is None else section.heading.span()
        values = {
            "words": section.words,
            "limit": options.max_words,
            "missing": -(-section.words // options.max_words) - 1,
        }
        mild = section.words <= options.far_words
        yield Mark(place, values, variant=variant, at_most=Level.SUGGESTION if mild else None)


def _first_words(reading: Reading, section: Section) -> Span:
    block = next(block for block in section.blocks if reading.word_count(block))
    first = reading.sentences(block)[0]
    return block.span(first.start, first.end)


CHECKS: tuple[Check, ...] = (Check("section-too-long", section_too_long, TooLong),)
