"""A text with some ranges replaced, and the map back: how markup that HTML does not know is made readable."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.named_tuple import NamedTuple
from smolint.source import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable


class Replacement(NamedTuple):
    """Put `content` in the place of the code points `[start, end)`."""

    start: int
    end: int
    content: str


def rewrite(text: str, replacements: Iterable[Replacement], start: int, end: int) -> tuple[str, tuple[Piece, ...]]:
    """`text[start:end]` with the replacements made, and the pieces that lead back to `text`.

    Where replacements overlap, the first (by start, then the longer) holds and the others are left out.
    """
    parts: list[str] = []
    pieces: list[Piece] = []
    length, done = 0, start

    def add(content: str, source_start: int, source_end: int) -> None:
        nonlocal length
        if content:
            parts.append(content)
            pieces.append(Piece(length, length + len(content), source_start, source_end))
            length += len(content)

    for item in sorted(replacements, key=lambda item: (item.start, -item.end)):
        if item.start < done or item.end > end:
            continue
        add(text[done : item.start], done, item.start)
        add(item.content, item.start, item.end)
        done = item.end
    add(text[done:end], done, end)
    return "".join(parts), tuple(pieces)
