"""Passages: texts with the sections they lie in, as scopes name them."""

from __future__ import annotations

from smolint.dataclass import dataclass
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from smolint.draft import Block


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and the sections it lies in (`text`, `heading`, `h2`, `md`).

    `apart` is true for texts that only a scope that names them means. `split` tells what may be cut from it:
    `paragraphs` and sentences, `sentences` alone, or nothing.
    """

    block: Block
    sections: frozenset[str]
    apart: bool = False
    split: str = ""
