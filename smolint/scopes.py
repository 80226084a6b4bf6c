"""The texts of a draft that a rule's `scope` names.

A scope is a section (`text`, `heading`, `heading.h2`, `list`, `blockquote`, `paragraph`, `sentence`, `table.cell`,
`table.header`, `table.caption`, `figure.caption`, `summary`, `raw`, `link`, `strong`, `emphasis`, `code`,
`text.attr.alt`, `text.frontmatter.<key>`, `title`, `hashtag`, `platform.<name>`), or several joined by `&`, each of
which `~` negates. A scope that begins with `vale:` is read as Vale reads it: its texts are those of Vale's own reader,
and `text` means alternative texts and the front matter too.
"""

from __future__ import annotations

from pathlib import PurePath

from smolint.draft import Block
from smolint.markup.passage import Passage
from smolint.source import cut_pieces
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smolint.markup.selector import Selector
    from smolint.reading import Reading

VALE = "vale:"
"""What marks a scope to be read as Vale reads it."""

_FROM_MARKUP = frozenset(["link", "strong", "emphasis", "code", "attr", "frontmatter", "header", "class"])


def scoped(reading: Reading, scopes: tuple[str, ...]) -> tuple[Block, ...]:
    """The texts that any of the scopes names, each once; inline code stands in their `prose` as U+FFFC or asterisks."""
    if scopes == ("text",):
        return reading.draft.prose
    known = reading.scoped
    if scopes not in known:
        found = {id(block): block for scope in scopes for block in _named(reading, scope)}
        known[scopes] = tuple(found.values())
    return known[scopes]


def _named(reading: Reading, scope: str) -> Iterator[Block]:
    from smolint.markup.selector import selector

    if scope.startswith(VALE):
        wanted = selector(scope.removeprefix(VALE))
        return _matching(reading, _cut(reading, reading.view.passages, wanted, ("paragraphs",)), wanted)
    wanted = selector(scope)
    passages = _cut(reading, _own(reading, wanted), wanted)
    return _matching(reading, (one for one in passages if wanted.names(one)), wanted)


def _matching(reading: Reading, passages: Iterable[Passage], wanted: Selector) -> Iterator[Block]:
    platform = frozenset(["platform", reading.platform.name])
    for passage in passages:
        sections = passage.sections | platform if "text" in passage.sections else passage.sections
        if wanted.matches(sections):
            yield passage.block


def _own(reading: Reading, wanted: Selector) -> Iterable[Passage]:
    """The passages from which a scope of smolint's own chooses."""
    if not wanted.wanted.isdisjoint(_FROM_MARKUP) or {"table", "caption"} <= wanted.wanted:
        return (one for one in reading.own_view.passages if one.apart or one.sections & {"table", "class"})
    if "title" in wanted.wanted:
        title = reading.draft.title
        return [Passage(title, frozenset(["text", "title"]))] if title else []
    if "hashtag" in wanted.wanted:
        return _hashtags(reading)
    if not wanted.wanted.isdisjoint({"summary", "raw"}):
        return _sized(reading)
    from smolint.markup.blocks import block_passages

    return block_passages(reading.draft, _extension(reading))


def _extension(reading: Reading) -> str:
    return PurePath(reading.draft.source.path).suffix.lower().removeprefix(".")


def _hashtags(reading: Reading) -> Iterator[Passage]:
    for tag in reading.hashtags:
        yield Passage(cut_block(reading.post, *tag.span), frozenset(["text", "hashtag"]), apart=True)


def _sized(reading: Reading) -> Iterator[Passage]:
    """All paragraphs as one text, and the whole source."""
    from smolint.markup.buffer import Buffer
    from smolint.source import Piece

    extension = _extension(reading)
    whole = Buffer()
    for block in reading.draft.prose:
        if block.kind in ("paragraph", "item", "quote"):
            whole.add(block.prose, block.pieces)
            whole.add("\n\n", ())
    source = reading.draft.source.text
    raw = Block("paragraph", source, (Piece(0, len(source), 0, len(source)),))
    yield Passage(Block("paragraph", *whole.taken()), frozenset(["summary", extension]), apart=True)
    yield Passage(raw, frozenset(["raw", extension]), apart=True)


def _cut(
    reading: Reading, passages: Iterable[Passage], wanted: Selector, of: tuple[str, ...] = ("paragraphs", "sentences")
) -> Iterable[Passage]:
    """The passages, or their paragraphs or sentences where the scope names those; sentences of such passages alone."""
    if "sentence" in wanted.wanted:
        return (part for one in passages if one.split in of for part in _sentences(reading, one))
    if "paragraph" in wanted.wanted:
        return (part for one in passages if one.split == "paragraphs" for part in _paragraphs(one))
    return passages


def _sentences(reading: Reading, passage: Passage) -> Iterator[Passage]:
    sections = passage.sections | {"sentence"}
    for sentence in reading.sentences(passage.block):
        text = sentence.text
        start = sentence.start + len(text) - len(text.lstrip())
        end = sentence.end - len(text) + len(text.rstrip())
        if start < end:
            yield Passage(cut_block(passage.block, start, end), sections)


def _paragraphs(passage: Passage) -> Iterator[Passage]:
    sections, at = passage.sections | {"paragraph"}, 0
    for part in passage.block.text.split("\n\n"):
        if part.strip():
            yield Passage(cut_block(passage.block, at, at + len(part)), sections)
        at += len(part) + 2


def cut_block(block: Block, start: int, end: int) -> Block:
    """The part `[start, end)` of a block's text, as a block."""
    if (start, end) == (0, len(block.text)):
        return block
    code = ((max(first, start) - start, min(last, end) - start) for first, last in block.code)
    inside = tuple((first, last) for first, last in code if first < last)
    pieces = tuple(cut_pieces(block.pieces, start, end))
    return Block(block.kind, block.text[start:end], pieces, block.level, block.within, inside, block.language)
