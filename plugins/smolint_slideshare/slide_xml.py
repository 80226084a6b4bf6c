"""One slide's XML, read event by event into shapes with their texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.dataclass import dataclass, field

if TYPE_CHECKING:
    from smolint.draft import BlockKind

_SHAPES = frozenset({"sp", "pic", "graphicFrame", "grpSp", "cxnSp"})
_TITLES = frozenset({"title", "ctrTitle"})
_LEFT_OUT = frozenset({"sldNum", "dt"})
_BODIES = frozenset({"body", "obj", ""})
_COUNTED_FIELDS = ("slidenum", "datetime")

Run = tuple[int, int, str]
"""A linked range of a paragraph's text, and the id of its address."""


@dataclass
class Shape:
    """A shape in the slide's order: its texts, or (with `picture`) its alternative text, None when it has none."""

    name: str = ""
    alt: str | None = None
    picture: bool | None = None
    decorative: bool = False
    placeholder: str | None = None
    paragraphs: list[tuple[BlockKind, str, list[Run]]] = field(default_factory=list)


class SlideReader:
    """Handlers for an XML parser that gives names as `namespace name`."""

    def __init__(self) -> None:
        self.hidden = False
        self.shapes: list[Shape] = []
        self.clicks: list[str] = []
        self.has_links = False
        self._open: list[Shape] = []
        self._skipped = 0
        self._tables = 0
        self._in_text = False
        self._in_properties = False
        self._written = ""
        self._runs: list[Run] = []
        self._run_link = ""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        local = name.rpartition(" ")[2]
        if self._skipped or local == "Fallback" or _is_counted(local, attributes):
            # `Fallback` repeats, for old programs, what stands before it.
            self._skipped += 1
        elif local in _SHAPES:
            self._open.append(Shape())
            self.shapes.append(self._open[-1])
        elif self._open:
            self._start_in_shape(local, attributes)
        elif local == "sld":
            self.hidden = attributes.get("show") in ("0", "false")

    def _start_in_shape(self, local: str, attributes: dict[str, str]) -> None:
        shape = self._open[-1]
        if local == "cNvPr":
            shape.name, shape.alt = attributes.get("name", ""), attributes.get("descr") or None
            self._in_properties = True
        elif local == "decorative":
            shape.decorative = attributes.get("val") in ("1", "true")
        elif local == "ph":
            shape.placeholder = attributes.get("type", "")
        elif local == "tbl":
            self._tables += 1
        elif local == "p":
            self._written, self._runs = "", []
        elif local == "r":
            self._run_link = ""
        elif local == "br":
            self._written += "\n"
        elif local == "hlinkClick":
            self._link(attributes)
        self._in_text = local == "t"

    def _link(self, attributes: dict[str, str]) -> None:
        key = next((value for name, value in attributes.items() if name.endswith("relationships id")), "")
        self.has_links = True
        if self._in_properties:
            self.clicks.append(key)
        else:
            self._run_link = key

    def text(self, characters: str) -> None:
        """Characters between tags."""
        if not self._in_text or self._skipped:
            return
        start = len(self._written)
        self._written += characters
        if self._run_link:
            self._runs.append((start, len(self._written), self._run_link))

    def end(self, name: str) -> None:
        """An element ends."""
        local = name.rpartition(" ")[2]
        if self._skipped:
            self._skipped -= 1
        elif local in _SHAPES and self._open:
            self._finish(self._open.pop(), local)
        elif local == "p" and self._open:
            self._paragraph(self._open[-1])
        elif local == "tbl":
            self._tables -= 1
        elif local == "cNvPr":
            self._in_properties = False
        elif local == "r":
            self._run_link = ""
        self._in_text = False

    def _finish(self, shape: Shape, local: str) -> None:
        if local == "pic" and not shape.decorative:
            shape.picture = True

    def _paragraph(self, shape: Shape) -> None:
        if shape.placeholder not in _LEFT_OUT and self._written.strip():
            shape.paragraphs.append((self._kind(shape), self._written, self._runs))
        self._written, self._runs = "", []

    def _kind(self, shape: Shape) -> BlockKind:
        if self._tables:
            return "cell"
        if shape.placeholder is None:
            return "paragraph"
        if shape.placeholder in _TITLES:
            return "heading"
        return "item" if shape.placeholder in _BODIES else "paragraph"


def _is_counted(local: str, attributes: dict[str, str]) -> bool:
    """Whether this is a field that PowerPoint fills in: the slide's number, the date."""
    return local == "fld" and attributes.get("type", "").startswith(_COUNTED_FIELDS)
