"""The texts of a draft that a rule's `scope` names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.draft import Block
from smolint.source import Piece

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from smolint.reading import Reading


def scoped(reading: Reading, scopes: tuple[str, ...]) -> Iterator[Block]:
    """The texts that any of the scopes names, each once; inline code stands in their `prose` as U+FFFC."""
    if scopes == ("text",):
        yield from reading.draft.prose
        return
    seen: dict[int, Block] = {}
    for scope in scopes:
        for block in _blocks(reading, scope):
            if id(block) not in seen:
                seen[id(block)] = block
                yield block


def _blocks(reading: Reading, scope: str) -> Iterable[Block]:
    if scope.startswith("heading.h"):
        level = scope.removeprefix("heading.h")
        return (one for one in reading.draft.prose if one.kind == "heading" and str(one.level) == level)
    find = _SCOPES.get(scope)
    return find(reading) if find else ()


def _title(reading: Reading) -> Iterator[Block]:
    if reading.draft.title:
        yield reading.draft.title


def _sentences(reading: Reading) -> Iterator[Block]:
    for block in reading.draft.prose:
        for sentence in reading.sentences(block):
            yield _cut(block, sentence.start, sentence.end)


def _cut(block: Block, start: int, end: int) -> Block:
    code = tuple((max(first, start) - start, min(last, end) - start) for first, last in block.code)
    pieces = tuple(
        Piece(
            max(one.start, start) - start,
            min(one.end, end) - start,
            *block.span(max(one.start, start), min(one.end, end)),
        )
        for one in block.pieces
        if one.start < end and one.end > start
    )
    inside = tuple((first, last) for first, last in code if first < last)
    return Block(block.kind, block.text[start:end], pieces, block.level, block.within, inside, block.language)


def _summary(reading: Reading) -> Iterator[Block]:
    paragraphs = [one for one in reading.draft.prose if one.kind == "paragraph"]
    pieces: list[Piece] = []
    code: list[tuple[int, int]] = []
    at = 0
    for one in paragraphs:
        pieces += [
            Piece(piece.start + at, piece.end + at, piece.source_start, piece.source_end) for piece in one.pieces
        ]
        code += [(start + at, end + at) for start, end in one.code]
        at += len(one.text) + 2
    if paragraphs:
        yield Block("paragraph", "\n\n".join(one.text for one in paragraphs), tuple(pieces), code=tuple(code))


def _raw(reading: Reading) -> Iterator[Block]:
    text = reading.draft.source.text
    yield Block("paragraph", text, (Piece(0, len(text), 0, len(text)),))


_SCOPES: Mapping[str, Callable[[Reading], Iterable[Block]]] = {
    "text": lambda reading: reading.draft.prose,
    "heading": lambda reading: (one for one in reading.draft.prose if one.kind == "heading"),
    "list": lambda reading: (one for one in reading.draft.prose if one.kind == "item"),
    "blockquote": lambda reading: (one for one in reading.draft.prose if one.kind == "quote"),
    "paragraph": lambda reading: (one for one in reading.draft.prose if one.kind == "paragraph"),
    "sentence": _sentences,
    "summary": _summary,
    "raw": _raw,
    "title": _title,
}
