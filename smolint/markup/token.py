"""A stream of tags and texts: the form in which Markdown, HTML and plain text are walked for passages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from smolint.named_tuple import NamedTuple
from smolint.source import cut_pieces

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smolint.source import Piece


class Mapped(NamedTuple):
    """A text and its map back to the source."""

    text: str
    pieces: tuple[Piece, ...]

    def cut(self, start: int, end: int) -> Mapped:
        """The part `[start, end)` of the text."""
        if (start, end) == (0, len(self.text)):
            return self
        return Mapped(self.text[start:end], tuple(cut_pieces(list(self.pieces), start, end)))

    def stripped(self) -> Mapped:
        """The text without the white space around it."""
        bare = self.text.strip()
        start = self.text.find(bare) if bare else 0
        return self.cut(start, start + len(bare))


class Mark(NamedTuple):
    """A start tag, an end tag, a self-closing tag, a comment or a text.

    `name` is the tag's; `attributes` are decoded; `text` is a text's or a comment's, or the alternative text of an
    image. `place` is the source offset at which it begins.
    """

    kind: Literal["start", "end", "empty", "text", "comment"]
    name: str = ""
    attributes: Mapping[str, str] = {}
    text: Mapped = Mapped("", ())
    place: int = 0
