"""A text under construction, with its map back to the source."""

from __future__ import annotations

from smolint.markup.token import Mapped
from smolint.source import Piece


class Buffer:
    """Takes texts one after the other."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._pieces: list[Piece] = []
        self.length = 0

    def add(self, written: str, pieces: tuple[Piece, ...]) -> None:
        """A text and its pieces, which count from its beginning."""
        at = self.length
        self._pieces += [Piece(one.start + at, one.end + at, one.source_start, one.source_end) for one in pieces]
        self._parts.append(written)
        self.length = at + len(written)

    @property
    def last(self) -> str:
        """The last character; none of an empty text."""
        return self._parts[-1][-1:] if self._parts else ""

    @property
    def blank(self) -> bool:
        """Whether the text holds nothing but white space."""
        return not any(part.strip() for part in self._parts)

    def taken(self) -> Mapped:
        """The text so far; the next one begins anew."""
        text = Mapped("".join(self._parts), tuple(self._pieces))
        self._parts, self._pieces, self.length = [], [], 0
        return text
