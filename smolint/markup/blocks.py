"""Passages of a draft's own blocks: what smolint's rules read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.markup.passage import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Block, Draft


def block_passages(draft: Draft, extension: str) -> Iterator[Passage]:
    """The visible blocks of a draft, each with its sections."""
    for block in draft.prose:
        yield Passage(block, frozenset(["text", extension, *_sections(block)]), split=_split(block))


def _split(block: Block) -> str:
    return "paragraphs" if block.kind == "paragraph" else "sentences"


def _sections(block: Block) -> tuple[str, ...]:
    if block.kind == "heading":
        return ("heading", f"h{block.level}")
    if block.kind == "quote" or "quote" in block.within:
        return ("blockquote",)
    if block.kind == "item":
        return ("list",)
    if block.kind == "cell":
        return ("table", "cell")
    if block.kind == "caption":
        return ("figure", "caption") if "figure" in block.within else ("table", "caption")
    return ()
