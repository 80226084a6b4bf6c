"""The text that a Markdown or HTML draft becomes on a social platform, which shows neither markup nor link texts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from smolint.draft import Block
from smolint.source import Piece, Span
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smolint.draft import Draft, Link

_LEFT_OUT = frozenset({"caption"})


class _Writer:
    """A text being put together, with its map back to the source."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self.length = 0

    def add(self, text: str) -> None:
        """Characters that stand nowhere in the source."""
        self.parts.append(text)
        self.length += len(text)

    def add_from(self, text: str, source_start: int, source_end: int) -> None:
        """Characters that stand for a range of the source."""
        self.pieces.append(Piece(self.length, self.length + len(text), source_start, source_end))
        self.add(text)

    def add_block(self, block: Block, start: int, end: int) -> None:
        """The characters `[start, end)` of a block; a piece that is not plain text is taken whole."""
        begins = bisect_right(block.pieces, start, key=lambda piece: piece.end)
        ends = bisect_left(block.pieces, end, key=lambda piece: piece.start)
        for piece in block.pieces[begins:ends]:
            first, last = max(piece.start, start), min(piece.end, end)
            if first < last:
                shift = self.length - start
                self.pieces.append(Piece(first + shift, last + shift, piece.source_from(first), piece.source_to(last)))
        self.add(block.text[start:end])


def posted_text(draft: Draft) -> Block:
    """The text to be posted: blocks with a blank line between them (items without), each link's address after its text.

    Images, their captions, embeds and the front matter stay out. A link whose text is its own address is
    written once, and one that leads nowhere outside (`#anchor`, `page.html`, `mailto:`) leaves its text only.
    """
    writer = _Writer()
    links = sorted(
        (link for link in draft.content.links if link.kind in ("inline", "reference")), key=lambda link: link.span
    )
    previous = None
    for block in draft.blocks:
        if block.kind in _LEFT_OUT or not block.text.strip():
            continue
        if previous:
            writer.add("\n" if previous.kind == block.kind in ("item", "cell") else "\n\n")
        _add_with_links(writer, block, links)
        previous = block
    return Block("paragraph", "".join(writer.parts), tuple(writer.pieces))


def _add_with_links(writer: _Writer, block: Block, links: Sequence[Link]) -> None:
    done = 0
    for offset, link in sorted(_addresses(block, links), key=lambda pair: pair[0]):
        writer.add_block(block, done, offset)
        writer.add(" ")
        writer.add_from(link.url, *_address_place(link, writer))
        if block.text[offset : offset + 1].isalnum():
            # Without a space the next word would belong to the address.
            writer.add(" ")
        done = offset
    # A code block ends with a line end, which nobody posts.
    writer.add_block(block, done, max(done, len(block.text.rstrip())))


def _address_place(link: Link, writer: _Writer) -> Span:
    """Where a link's address is written; of a reference, whose definition is far away, what follows its text."""
    if link.span.start <= link.url_span.start and link.url_span.end <= link.span.end:
        return link.url_span
    text_end = writer.pieces[-1].source_end if writer.pieces else link.span.start
    return Span(min(max(text_end, link.span.start), link.span.end), link.span.end)


def _addresses(block: Block, links: Sequence[Link]) -> Iterator[tuple[int, Link]]:
    """The links of a block whose address must be written, each with the place in the block's text to put it."""
    if not block.pieces or block.kind == "code":
        return
    first, last = block.pieces[0].source_start, block.pieces[-1].source_end
    begins = max(0, bisect_left(links, first, key=_start) - 1)
    for link in links[begins : bisect_left(links, last, key=_start)]:
        if link.span.end > first:
            offset = _end_in(block, link)
            if offset and link.url.lower().startswith(("http://", "https://")) and not _shows_address(link):
                yield offset, link


def _start(link: Link) -> int:
    return link.span.start


def _shows_address(link: Link) -> bool:
    address = link.url.partition("://")[2].rstrip("/")
    shown = link.text.strip().rstrip("/")
    return shown in (link.url.rstrip("/"), address, address.removeprefix("www."))


def _end_in(block: Block, link: Link) -> int:
    """Where the visible text of a link ends in the block's text; 0 when it shows none (an image)."""
    before = bisect_left(block.pieces, link.span.end, key=lambda piece: piece.source_start) - 1
    if before < 0 or block.pieces[before].source_end <= link.span.start:
        return 0
    piece = block.pieces[before]
    linear = piece.end - piece.start == piece.source_end - piece.source_start
    return (
        piece.start + link.span.end - piece.source_start if linear and piece.source_end > link.span.end else piece.end
    )
