"""The text of a deck, put together slide by slide: what findings mark, since a binary file has no lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.draft import Block, Content, Draft, Embed, Image, Link, Problem
from smolint.late_pattern import compiled
from smolint.named_tuple import NamedTuple
from smolint.parsers.markdown_flow import bare_urls
from smolint.source import Piece, Source, Span
from smolint_slideshare.sidecar import sidecar_fields

if TYPE_CHECKING:
    from smolint.draft import BlockKind

_BREAK = compiled("[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_GAP = " ¶ "
MAX_CHARACTERS = 5_000_000
"""The longest text that is read of a deck, in code points: some 10,000 full slides."""


class LinkedRun(NamedTuple):
    """A range of a paragraph's text that leads somewhere."""

    start: int
    end: int
    url: str


class Outline:
    """A deck's text as it grows: each slide is one line, so a finding's line is the slide's number.

    Paragraphs stand in their slide with ` ¶ ` between them, and a picture as `[its name: its alternative text]`.
    Line ends inside a paragraph are spaces in the outline and line ends in the block.
    """

    def __init__(self) -> None:
        self.length = 0
        self._parts: list[str] = []
        self._blocks: list[Block] = []
        self._images: list[Image] = []
        self._links: list[Link] = []
        self._slides: list[tuple[str, int]] = []
        self._footers: set[str] = set()

    @property
    def is_full(self) -> bool:
        """Whether no more text is taken."""
        return self.length > MAX_CHARACTERS

    def start_slide(self, name: str = "slide") -> None:
        """Begin the next slide; `name` is `slide`, `hidden` (not shown) or `page` (a document's, higher than wide)."""
        if self._slides:
            self._write("\n")
        self._slides.append((name, self.length))

    def add_text(
        self,
        text: str,
        kind: BlockKind = "paragraph",
        links: tuple[LinkedRun, ...] = (),
        within: tuple[str, ...] = ("slide",),
    ) -> None:
        """A paragraph of the current slide; blank ones are left out."""
        text = _BREAK.sub("\n", text)
        if not text.strip() or self.is_full:
            return
        start = self._begin()
        flat = text.replace("\n", " ")
        self._write(flat)
        pieces = (Piece(0, len(text), start, start + len(text)),)
        self._blocks.append(Block(kind, text, pieces, len(self._slides), within))
        for first, last in bare_urls(flat):
            place = Span(start + first, start + last)
            url = text[first:last]
            self._links.append(Link(url, url if "://" in url else f"https://{url}", place, place, "bare"))
        for run in links:
            place = Span(start + run.start, start + run.end)
            self._links.append(Link(flat[run.start : run.end], run.url, place, place, "inline"))

    def add_footer(self, text: str) -> None:
        """What stands at the foot of slides; read once, where it first appears."""
        if text not in self._footers:
            self._footers.add(text)
            self.add_text(text, within=("slide", "footer"))

    def add_link(self, url: str) -> None:
        """A link on the current slide whose text nobody knows (a click area)."""
        self._links.append(Link("", url, Span(self.length, self.length), Span(self.length, self.length), "inline"))

    def add_image(self, name: str, alt: str | None) -> None:
        """A picture of the current slide; `alt` is None when it has no alternative text."""
        name = _flat(name) or "image"
        start = self._begin()
        self._write(f"[{name}")
        alt_span = None
        if alt is not None:
            alt_span = Span(self.length + 2, self.length + 2 + len(alt))
            self._write(f": {_flat(alt)}")
        self._write("]")
        target = Span(start + 1, start + 1 + len(name))
        # The scheme says that the picture is inside the deck, not a file beside it.
        image = Image(f"slide:/{name}", alt, Span(start, self.length), target, alt_span, kind="deck")
        self._images.append(image)

    def draft(self, path: str) -> Draft:
        """The deck as a draft, with the fields of its sidecar (their places are in another file: none here)."""
        source = Source(path, "".join(self._parts))
        ends = [start - 1 for _, start in self._slides[1:]] + [self.length]
        slides = tuple(
            Embed("slide", name, Span(start, end)) for (name, start), end in zip(self._slides, ends, strict=True)
        )
        content = Content(tuple(self._blocks), tuple(self._links), tuple(self._images), slides)
        fields = sidecar_fields(path)
        language = next((str(field.value) for name, field in fields if name in ("lang", "language", "locale")), "")
        return Draft(source, content, "deck", fields=fields, body_span=Span(0, self.length), declared_language=language)

    def _begin(self) -> int:
        if self._slides and self.length > self._slides[-1][1]:
            self._write(_GAP)
        return self.length

    def _write(self, text: str) -> None:
        self._parts.append(text)
        self.length += len(text)


def _flat(text: str) -> str:
    return _BREAK.sub(" ", text)


def unread_deck(path: str) -> Draft:
    """A deck of a format that is not read: a draft that says so, and nothing else."""
    problem = Problem("deck/old-format", Span(0, 0), {"ending": path[path.rfind(".") :].lower()})
    return Draft(Source(path, ""), Content(), "deck", problems=(problem,))
