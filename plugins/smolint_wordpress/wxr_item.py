"""The elements of one `<item>` of a WordPress export, with their exact places."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from xml.parsers import expat

from smolint.dataclass import dataclass, field
from smolint.late_pattern import compiled
from smolint.source import Span
from smolint_wordpress.xml_text import xml_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from smolint.source import Piece

_FORBIDDEN = compiled(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LOOSE_AMPERSAND = compiled(r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)")
_START_TAG = compiled(r"""<[^\s/>"']++(?:"[^"]*"|'[^']*'|[^'">])*+>""")


class BrokenItem(Exception):
    """An item that is not well-formed XML: expat's reason, and the place (code points from the item's start)."""

    def __init__(self, reason: str, offset: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.offset = offset


@dataclass
class Element:
    """An element with its place: `start` and `end` are the range of its content, in code points of the item."""

    name: str
    attributes: Mapping[str, str]
    source: str
    tag_start: int
    start: int
    end: int = 0
    children: list[Element] = field(default_factory=list)

    @cached_property
    def _read(self) -> tuple[str, tuple[Piece, ...]]:
        return xml_text(self.source, self.start, self.end)

    @property
    def text(self) -> str:
        """The decoded character data."""
        return self._read[0]

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The map from `text` to the item's source."""
        return self._read[1]

    @property
    def span(self) -> Span:
        """The range of the text itself, without CDATA brackets; where there is none, the place for it."""
        pieces = self.pieces
        return Span(pieces[0].source_start, pieces[-1].source_end) if pieces else Span(self.start, self.start)

    @property
    def name_span(self) -> Span:
        """The range of the element's name in its start tag."""
        return Span(self.tag_start + 1, self.tag_start + 1 + len(self.name))

    def all(self, name: str) -> Iterator[Element]:
        """The children of that name, in order."""
        return (child for child in self.children if child.name == name)

    def first(self, name: str) -> Element | None:
        """The first child of that name."""
        return next(self.all(name), None)

    def value(self, name: str) -> str:
        """The stripped text of the first child of that name, `""` without one."""
        found = self.first(name)
        return found.text.strip() if found else ""


class _Offsets:
    """Byte offsets of the UTF-8 form, which come in rising order, as code points."""

    def __init__(self, raw: bytes) -> None:
        self._raw = raw
        self._byte = 0
        self._point = 0

    def point(self, byte: int) -> int:
        if byte > self._byte:
            self._point += len(self._raw[self._byte : byte].decode("utf-8", errors="replace"))
            self._byte = byte
        return self._point


def parse_item(text: str, *, repaired: bool = False) -> Element:
    """The tree of an item's elements, three levels deep (a comment's own parts are left out).

    The item is parsed on its own, so no document type, and with it no entity of the file's own, can stand
    before it. With `repaired`, control characters and ampersands that begin no entity of XML are taken for text:
    WordPress exports what its editor let through. Raises BrokenItem.
    """
    raw = (_repair(text) if repaired else text).encode("utf-8", errors="replace")
    offsets = _Offsets(raw)
    root = Element("", {}, text, 0, 0)
    stack = [root]
    parser = expat.ParserCreate("utf-8")

    def open_element(name: str, attributes: dict[str, str]) -> None:
        start = offsets.point(parser.CurrentByteIndex)
        tag = _START_TAG.match(text, start)
        element = Element(name, attributes, text, start, tag.end() if tag else start)
        if len(stack) <= 3:
            stack[-1].children.append(element)
        stack.append(element)

    def close_element(_name: str) -> None:
        element = stack.pop()
        element.end = max(element.start, offsets.point(parser.CurrentByteIndex))

    parser.StartElementHandler = open_element
    parser.EndElementHandler = close_element
    try:
        parser.Parse(raw, True)
    except expat.ExpatError as error:
        offset = min(offsets.point(max(0, parser.ErrorByteIndex)), max(0, len(text) - 1))
        # Expat points behind an ampersand that begins no entity.
        offset -= text.startswith("&", offset - 1) if offset else 0
        raise BrokenItem(expat.ErrorString(error.code) or str(error), offset) from error
    return root.children[0]


def _repair(text: str) -> str:
    """The item with what XML forbids replaced one for one, so that places stay the same."""
    return _LOOSE_AMPERSAND.sub("+", _FORBIDDEN.sub(" ", text))


def is_well_formed(text: str) -> bool:
    """Whether an item is well-formed XML."""
    try:
        expat.ParserCreate("utf-8").Parse(text.encode("utf-8", errors="replace"), True)
    except expat.ExpatError:
        return False
    return True
