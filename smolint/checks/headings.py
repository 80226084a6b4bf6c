"""Headings: one of level 1, no level left out on the way down, none of them empty."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from smolint.check import Check, Mark, NoOptions, Trace
from smolint.checks.depth import is_standing_page
from smolint.checks.house_way import house_of, unusual
from smolint.dataclass import dataclass
from smolint.late_pattern import late_pattern
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from smolint.check import Gathered
    from smolint.draft import Block, Draft
    from smolint.reading import Reading

_ASIDE = frozenset({"quote", "table", "footnote", "list"})
_EMPTY_TAG = late_pattern(
    r"<h([1-6])\b[^<>]*>(?:\s|&nbsp;|\u00a0|<br\s*/?>|</?(?:strong|em|b|i|span)\b[^<>]*>)*</h\1\s*>", re.I
)
_MAIN = late_pattern(r"<(?:main|article)[\s>]", re.I)
_EMPTY_LINE = late_pattern(r"##{0,5}[ \t]*(?=[\r\n]|\Z)")


def headings(draft: Draft) -> list[Block]:
    """The headings of a draft's own text: none of quotations, tables or lists."""
    return [
        block
        for block in draft.blocks
        if block.kind == "heading" and not _ASIDE.intersection(block.within) and block.text.strip()
    ]


@dataclass(frozen=True, slots=True)
class HouseWay:
    """What `min_posts` posts of a folder do, and more than `min_share` percent of them, is the house’s way."""

    min_posts: int = 5
    min_share: int = 50


def second_h1(reading: Reading, _options: HouseWay) -> Iterator[Mark]:
    """The second heading of level 1 of a text with no other title. Values: `count`, `first` (what the title says)."""
    draft = reading.draft
    found = _level_one(draft)
    if draft.page and draft.title:
        found = _from_title(found, _plain(draft.title.text))
    if len(found) > 1 and (draft.page or draft.title is None or _is_the_title(draft, found[0])):
        yield Mark(found[1].span(), {"count": len(found), "first": found[0].text})


def h1_beside_title(reading: Reading, _options: HouseWay) -> Trace | None:
    """The first heading of level 1 of a text whose title is in its front matter, and whether it stands beside that.

    A heading that opens the text, or repeats the title, is where the house writes titles.
    """
    draft = reading.draft
    if draft.page or draft.title is None or is_standing_page(draft):
        return None
    found = _level_one(draft)
    if not found or _is_the_title(draft, found[0]):
        return Trace(Mark(draft.title.span()), (house_of(draft), None))
    values = {"count": len(found) + 1, "first": draft.title.text, "variant": "titled"}
    return Trace(Mark(found[0].span(), values, variant="titled"), (house_of(draft), values))


def _from_title(found: list[Block], title: str) -> list[Block]:
    """The headings of a page from the one that its title names: one before it is the site's own."""
    named = (index for index, block in enumerate(found) if title.startswith(_plain(block.text)))
    return found[next(named, 0) :]


def _level_one(draft: Draft) -> list[Block]:
    return [block for block in headings(draft) if block.level == 1]


def _is_the_title(draft: Draft, heading: Block) -> bool:
    first = next((block for block in draft.blocks if block.text.strip()), None)
    return first is heading or (draft.title is not None and _plain(draft.title.text) == _plain(heading.text))


def _plain(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def unusual_h1(traces: Sequence[Gathered], options: HouseWay) -> Iterator[tuple[int, Mapping[str, object]]]:
    """The headings that stand beside a title, unless that is the house's way."""
    return unusual(traces, options.min_posts, options.min_share)


def seo_heading_order(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """Each heading that is more than one level below the heading before it, and each empty one (variant `empty`).

    A page that does not say where its text begins (`<main>`, `<article>`) is left alone: its menus have headings too.
    Values: `level`, `before`, `missing` (all three are levels).
    """
    draft = reading.draft
    if draft.page and not _MAIN.search(draft.source.text):
        return
    for before, block in pairwise(headings(draft)):
        above = _rank(draft, before)
        if block.level > above + 1:
            yield Mark(block.span(), {"level": block.level, "before": before.level, "missing": above + 1})
    for span in _empty_headings(draft):
        yield Mark(span, variant="empty")


def _rank(draft: Draft, heading: Block) -> int:
    """A heading's level; 2 for one of level 1 that is a section's, which is the fault of that heading alone."""
    return 2 if heading.level == 1 and not draft.page and not _is_the_title(draft, heading) else heading.level


def _empty_headings(draft: Draft) -> Iterator[Span]:
    text, (start, end) = draft.source.text, draft.body_span
    found = list(_EMPTY_TAG.finditer(text, start, end)) if "</h" in text or "</H" in text else []
    if draft.format == "markdown":
        lines = _EMPTY_LINE.finditer(text, start, end)
        found += [line for line in lines if line.start() == 0 or text[line.start() - 1] in "\r\n"]
    if found:
        hidden = _hidden(draft)
        for match in found:
            if not any(span.start < match.end() and match.start() < span.end for span in hidden):
                yield Span(match.start(), match.start() + len(match.group().rstrip()))


def _hidden(draft: Draft) -> list[Span]:
    """What is shown as code, and what readers never see."""
    shown = [block.span() for block in draft.blocks if block.kind == "code"]
    inline = [block.span(*code) for block in draft.blocks for code in block.code]
    return [*shown, *inline, *(comment.span for comment in draft.content.comments)]


CHECKS: tuple[Check, ...] = (
    Check("seo-several-h1", second_h1, HouseWay, gather=h1_beside_title, conclude=unusual_h1),
    Check("seo-heading-order", seo_heading_order),
)
