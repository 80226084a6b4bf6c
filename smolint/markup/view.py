"""A draft as rules of Vale's packs read it: its passages, its prose, how often each element stands in it."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePath
from typing import TYPE_CHECKING

from smolint.dataclass import dataclass, replace
from smolint.draft import Block
from smolint.late_pattern import compiled
from smolint.markup.html_marks import html_marks
from smolint.markup.ignores import with_ignores
from smolint.markup.markdown_marks import markdown_marks
from smolint.markup.passage import Passage
from smolint.markup.token import Mapped
from smolint.markup.walk import Walked, walk
from smolint.source import Piece, compose

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from smolint.draft import Draft, Field
    from smolint.markup.skips import Skips

_LONE_RETURN = compiled(r"\r(?!\n)")


@dataclass(frozen=True, slots=True)
class View:
    """The passages of a draft in their order; `prose` is its prose as one text, `counts` are its elements.

    `counts` names them as Vale does: `heading.h2`, `list`, `blockquote`, `pre`, `paragraphs`.
    """

    passages: tuple[Passage, ...]
    prose: Block
    counts: Mapping[str, int]


def view(draft: Draft, skips: Skips) -> View:
    """The view of a draft, with what the configuration leaves out."""
    extension = PurePath(draft.source.path).suffix.lower().removeprefix(".")
    walked = _walked(draft, skips, extension)
    fields = tuple(_field_passages(draft, extension)) if draft.format == "markdown" else ()
    prose = Block("paragraph", *walked.prose)
    raw = Block("paragraph", draft.source.text, (Piece(0, len(draft.source.text), 0, len(draft.source.text)),))
    sized = (
        Passage(prose, frozenset(["summary", extension]), apart=True),
        Passage(raw, frozenset(["raw", extension]), apart=True),
    )
    return View((*fields, *walked.passages, *sized), prose, walked.counts)


def _walked(draft: Draft, skips: Skips, extension: str) -> Walked:
    markup = draft.format if draft.format in ("markdown", "html") else ""
    if not markup:
        return _plain(draft, extension)
    start = draft.body_span.start if markup == "markdown" or draft.fields else 0
    text, pieces = with_ignores(_LONE_RETURN.sub("\n", draft.source.text[start:]), skips, markup)
    marks = markdown_marks(text, 0) if markup == "markdown" else html_marks(text)
    walked = walk(marks, skips, extension)
    outer = pieces or (Piece(0, len(text), 0, len(text)),)
    return _placed(walked, tuple(_moved(outer, start))) if start or pieces else walked


def _moved(pieces: tuple[Piece, ...], by: int) -> Iterator[Piece]:
    return (Piece(one.start, one.end, one.source_start + by, one.source_end + by) for one in pieces)


def _placed(walked: Walked, outer: tuple[Piece, ...]) -> Walked:
    passages = tuple(
        replace(one, block=replace(one.block, pieces=compose(one.block.pieces, outer))) for one in walked.passages
    )
    prose = Mapped(walked.prose.text, compose(walked.prose.pieces, outer))
    return Walked(passages, walked.counts, prose)


def _plain(draft: Draft, extension: str) -> Walked:
    """A text without markup, one passage; the blocks of any other format, one each."""
    if draft.format in ("text", "tweet"):
        start, end = draft.body_span if draft.parts > 1 else (0, len(draft.source.text))
        text = Mapped(draft.source.text[start:end], (Piece(0, end - start, start, end),))
        whole = Passage(Block("paragraph", *text), frozenset(["text", extension]), split="paragraphs")
        return Walked((whole,), Counter(paragraphs=1), text)
    from smolint.markup.blocks import block_passages

    passages = tuple(one for one in block_passages(draft, extension) if "text" in one.sections and not one.apart)
    return Walked(passages, Counter(), Mapped("", ()))


def _field_passages(draft: Draft, extension: str) -> Iterator[Passage]:
    for name, field in draft.fields:
        if isinstance(field.value, str) and field.value:
            sections = frozenset(["text", "frontmatter", name, extension])
            yield Passage(field_block(draft, field), sections, apart=True)


def field_block(draft: Draft, field: Field) -> Block:
    """The value of a text field: each line mapped character by character where it is written as it is."""
    pieces: list[Piece] = []
    at, (here, stop) = 0, field.span
    for line in field.value.splitlines(keepends=True):
        written = line.strip()
        found = draft.source.text.find(written, here, stop) if written else -1
        if found >= 0:
            start = at + line.index(written)
            pieces.append(Piece(start, start + len(written), found, found + len(written)))
            here = found + len(written)
        at += len(line)
    whole = (Piece(0, len(field.value), *field.span),)
    return Block("paragraph", field.value, tuple(pieces) or whole)
