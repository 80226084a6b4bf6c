"""A file's text as read, and the one place that turns offsets into lines and columns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cached_property
from itertools import accumulate

from smolint.dataclass import dataclass
from smolint.late_pattern import compiled
from smolint.named_tuple import NamedTuple
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_LINE_END = compiled(r"\r\n|\n|\r")


class Span(NamedTuple):
    """A half-open range `[start, end)` of code points in a source's text."""

    start: int
    end: int


class Position(NamedTuple):
    """A place as people count it: line and column from 1, the column in code points."""

    line: int
    column: int


@dataclass(frozen=True)
class Source:
    """A path and the text read from it, without byte order mark, line ends as they are in the file.

    A source may be a window on a larger file (one item of a WordPress export): `first_line` and
    `first_column` then say where its first character stands in that file, so that positions are the file's.
    """

    path: str
    text: str
    first_line: int = 1
    first_column: int = 1

    @cached_property
    def line_starts(self) -> list[int]:
        """The offset of each line's first character; LF, CRLF and lone CR end a line."""
        if "\r" in self.text:
            return [0, *(match.end() for match in _LINE_END.finditer(self.text))]
        # Nearly all files have one kind of line end: without a regular expression this takes half the time.
        return [*accumulate([len(line) + 1 for line in self.text.split("\n")[:-1]], initial=0)]

    def position(self, offset: int) -> Position:
        """The line and column of an offset (0 to the length of the text, which is the place after its end)."""
        index = bisect_right(self.line_starts, offset) - 1
        column = offset - self.line_starts[index] + (self.first_column if index == 0 else 1)
        return Position(self.first_line + index, column)

    def line_start(self, offset: int) -> int:
        """The offset of the first character of the line that holds an offset."""
        return self.line_starts[bisect_right(self.line_starts, offset) - 1]

    def line_text(self, offset: int) -> str:
        """The whole line that holds an offset, without its line end."""
        index = bisect_right(self.line_starts, offset) - 1
        start = self.line_starts[index]
        end = self.line_starts[index + 1] if index + 1 < len(self.line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    def __getitem__(self, span: tuple[int, int]) -> str:
        return self.text[span[0] : span[1]]


class Cover:
    """Ranges of a text, those that overlap merged: tells in a few steps whether an offset stands in one of them."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, ranges: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(ranges):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            elif end > start:
                self._starts.append(start)
                self._ends.append(end)

    def holds(self, offset: int) -> bool:
        """Whether one of the half-open ranges holds an offset."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]


def any_within(places: Sequence[int], start: int, end: int) -> bool:
    """Whether one of some sorted offsets stands in the range `[start, end)`."""
    return bisect_left(places, start) < bisect_left(places, end)


class Piece(NamedTuple):
    """A run of visible text and the source range it came from.

    When both are equally long they match character by character (plain text); otherwise the run as a
    whole stands for the range (an entity, an escape, a folded line end).
    """

    start: int
    end: int
    source_start: int
    source_end: int

    def source_from(self, offset: int) -> int:
        """The source offset at which the character at `offset` (of the visible text) begins."""
        linear = self.end - self.start == self.source_end - self.source_start
        return self.source_start + offset - self.start if linear else self.source_start

    def source_to(self, offset: int) -> int:
        """The source offset at which the character before `offset` (of the visible text) ends."""
        linear = self.end - self.start == self.source_end - self.source_start
        return self.source_start + offset - self.start if linear else self.source_end


def cut_pieces(pieces: Iterable[Piece], start: int, end: int) -> list[Piece]:
    """The pieces of the part `[start, end)` of a text, counted from its new beginning."""
    kept = []
    for piece in pieces:
        first, last = max(piece.start, start), min(piece.end, end)
        if first < last:
            source_start, source_end = piece.source_from(first), piece.source_to(last)
            kept.append(Piece(first - start, last - start, source_start, source_end))
    return kept


def map_span(pieces: tuple[Piece, ...], start: int, end: int) -> Span:
    """The source span of the visible characters `[start, end)`; pieces are in order and do not overlap.

    Characters that no piece covers (a blank line put between two paragraphs) belong to no source text: the
    span is drawn in to the covered ones. A range without any, and an empty one, give an empty span at that place.
    """
    if not pieces:
        return Span(0, 0)
    # Pieces are in order of where they begin, which is the first that they are compared by.
    first = max(0, bisect_left(pieces, (start + 1,)) - 1)
    if pieces[first].end <= start and first + 1 < len(pieces):
        first += 1
    last = max(first, bisect_left(pieces, (max(start + 1, end),)) - 1)
    head, tail = pieces[first], pieces[last]
    if end <= head.start or start >= head.end:
        place = head.source_start if end <= head.start else head.source_end
        return Span(place, place)
    source_start = head.source_from(max(start, head.start))
    if end <= start:
        return Span(source_start, source_start)
    return Span(source_start, max(source_start, tail.source_to(max(min(end, tail.end), tail.start))))


def compose(inner: Iterable[Piece], outer: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Pieces that lead from a text through an intermediate text (`inner`) to the source (`outer`)."""
    result: list[Piece] = []
    for piece in inner:
        linear = piece.end - piece.start == piece.source_end - piece.source_start
        parts = _cut(piece, outer) if linear else [piece]
        result += [Piece(part.start, part.end, *map_span(outer, part.source_start, part.source_end)) for part in parts]
    return tuple(result)


def _cut(piece: Piece, outer: tuple[Piece, ...]) -> list[Piece]:
    """A linear piece cut where the outer map changes pieces, so that each part stays linear."""
    index = max(0, bisect_right(outer, piece.source_start, key=lambda part: part.start) - 1)
    parts = []
    position = piece.source_start
    while position < piece.source_end and index < len(outer):
        position = max(position, outer[index].start)
        stop = min(piece.source_end, outer[index].end)
        if stop > position:
            shift = piece.start - piece.source_start
            parts.append(Piece(position + shift, stop + shift, position, stop))
            position = stop
        index += 1
    return parts or [piece]
