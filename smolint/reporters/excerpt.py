"""The source line of a finding with a line of carets under exactly the marked text, cropped to a width."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from smolint.named_tuple import NamedTuple
from smolint.reporters.cells import row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smolint.finding import Finding
    from smolint.reporters.cells import Row

ELLIPSIS = "…"


class Underlined(NamedTuple):
    """A line fit for a terminal, the cells before the marked text and the cells under it."""

    line: str
    before: int
    marked: int


class Parted(NamedTuple):
    """A line fit to be shown in three parts: before the marked text, the marked text, and after it."""

    before: str
    marked: str
    after: str


class _Cut(NamedTuple):
    """A line's clusters; `[left, right)` are shown, `[first, last)` of them marked, `…` stands for what is left out."""

    found: Row
    left: int
    first: int
    last: int
    right: int
    head: str
    tail: str


def underline(finding: Finding, columns: int) -> Underlined:
    """The first line of what a finding marks, cropped around the mark to at most so many cells.

    Of a span over several lines the part on the first one is marked; an empty span is a single caret at its place.
    """
    cut = _cut(finding, columns)
    shown, cells = cut.found.shown, cut.found.cells
    line = cut.head + "".join(shown[cut.left : cut.right]) + cut.tail
    before = len(cut.head) + sum(cells[cut.left : cut.first])
    return Underlined(line, before, max(1, sum(cells[cut.first : cut.last])))


def parted(finding: Finding, columns: int) -> Parted:
    """The same line as of `underline` in its three parts; of an empty span the marked one is empty."""
    cut = _cut(finding, columns)
    cuts = ((cut.left, cut.first), (cut.first, cut.last), (cut.last, cut.right))
    before, marked, after = ("".join(cut.found.shown[start:end]) for start, end in cuts)
    return Parted(cut.head + before, marked, after + cut.tail)


def _cut(finding: Finding, columns: int) -> _Cut:
    excerpt = finding.excerpt
    found = row(excerpt.text)
    start = max(0, finding.column - excerpt.column)
    end = finding.end_column - excerpt.column if finding.end_line == finding.line else len(excerpt.text)
    first, last = _marked_clusters(found.starts, start, end, len(excerpt.text))
    left, right = _crop(found.cells, first, last, columns, cut=excerpt.cut_before or excerpt.cut_after)
    head = ELLIPSIS if left > 0 or excerpt.cut_before else ""
    tail = ELLIPSIS if right < len(found.starts) or excerpt.cut_after else ""
    return _Cut(found, left, first, max(first, min(last, right)), right, head, tail)


def _marked_clusters(starts: Sequence[int], start: int, end: int, length: int) -> tuple[int, int]:
    """The range of clusters that hold any of the characters `[start, end)` of a text of that length."""
    first = bisect_right(starts, start) - 1 if start < length else len(starts)
    return first, max(first, bisect_left(starts, end))


def _crop(cells: Sequence[int], first: int, last: int, columns: int, *, cut: bool) -> tuple[int, int]:
    """The range of clusters to show: the mark, then as much on either side as there is room for."""
    if not cut and sum(cells) + (first == len(cells)) <= columns:
        return 0, len(cells)
    room = columns - 2 * len(ELLIPSIS)
    right = first
    while right < last and room >= cells[right]:
        room -= cells[right]
        right += 1
    left, room = _grow_left(cells, first, room - room // 2, room)
    while right < len(cells) and room >= cells[right]:
        room -= cells[right]
        right += 1
    left, _ = _grow_left(cells, left, room, room)
    return left, right


def _grow_left(cells: Sequence[int], left: int, share: int, room: int) -> tuple[int, int]:
    while left > 0 and share >= cells[left - 1]:
        left -= 1
        share -= cells[left]
        room -= cells[left]
    return left, room
