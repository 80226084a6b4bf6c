"""The source line of a finding with a line of carets under exactly the marked text, cropped to a width."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from smolint.reporters.cells import Cluster, clusters

if TYPE_CHECKING:
    from smolint.finding import Finding

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

    found: list[Cluster]
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
    line = cut.head + _shown(cut.found[cut.left : cut.right]) + cut.tail
    before = len(cut.head) + _cells(cut.found[cut.left : cut.first])
    return Underlined(line, before, max(1, _cells(cut.found[cut.first : cut.last])))


def parted(finding: Finding, columns: int) -> Parted:
    """The same line as of `underline` in its three parts; of an empty span the marked one is empty."""
    cut = _cut(finding, columns)
    before, marked = _shown(cut.found[cut.left : cut.first]), _shown(cut.found[cut.first : cut.last])
    return Parted(cut.head + before, marked, _shown(cut.found[cut.last : cut.right]) + cut.tail)


def _cut(finding: Finding, columns: int) -> _Cut:
    excerpt = finding.excerpt
    found = clusters(excerpt.text)
    start = max(0, finding.column - excerpt.column)
    end = finding.end_column - excerpt.column if finding.end_line == finding.line else len(excerpt.text)
    first, last = _marked_clusters(found, start, end)
    left, right = _crop(found, first, last, columns, cut=excerpt.cut_before or excerpt.cut_after)
    head = ELLIPSIS if left > 0 or excerpt.cut_before else ""
    tail = ELLIPSIS if right < len(found) or excerpt.cut_after else ""
    return _Cut(found, left, first, max(first, min(last, right)), right, head, tail)


def _shown(found: list[Cluster]) -> str:
    return "".join(cluster.shown for cluster in found)


def _marked_clusters(found: list[Cluster], start: int, end: int) -> tuple[int, int]:
    """The range of clusters that hold any of the characters `[start, end)`."""
    first = next((index for index, cluster in enumerate(found) if cluster.end > start), len(found))
    last = next((index for index, cluster in enumerate(found) if cluster.start >= end), len(found))
    return first, max(first, last)


def _crop(found: list[Cluster], first: int, last: int, columns: int, *, cut: bool) -> tuple[int, int]:
    """The range of clusters to show: the mark, then as much on either side as there is room for."""
    if not cut and _cells(found) + (first == len(found)) <= columns:
        return 0, len(found)
    room = columns - 2 * len(ELLIPSIS)
    right = first
    while right < last and room >= found[right].cells:
        room -= found[right].cells
        right += 1
    left, room = _grow_left(found, first, room - room // 2, room)
    while right < len(found) and room >= found[right].cells:
        room -= found[right].cells
        right += 1
    left, _ = _grow_left(found, left, room, room)
    return left, right


def _grow_left(found: list[Cluster], left: int, share: int, room: int) -> tuple[int, int]:
    while left > 0 and share >= found[left - 1].cells:
        left -= 1
        share -= found[left].cells
        room -= found[left].cells
    return left, room


def _cells(found: list[Cluster]) -> int:
    return sum(cluster.cells for cluster in found)
