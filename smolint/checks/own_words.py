"""Words in one language that are the author's own: what lists of words for French or for English speak of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smolint.checks.quotation import is_borrowed, is_quotation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smolint.draft import Block
    from smolint.reading import Reading

_AROUND = 2
_OPENING = re.compile(r"[\"“«‘]\s?\Z|(?<!\w)['’]\Z")
_CLOSING = re.compile(r"[,.!?…]?\s?[\"”»’']")


def as_pattern(written: str) -> str:
    """The pattern of a phrase as people write it: an apostrophe is either of both, a space any white space."""
    return written.replace("'", "['’]").replace(" ", r"\s")


def as_patterns(swap: Mapping[str, str]) -> dict[str, str]:
    """As `as_pattern`, for each key."""
    return {as_pattern(written): better for written, better in swap.items()}


def is_own(reading: Reading, block: Block, start: int, end: int, language: str) -> bool:
    """Whether a range of a block's text is in that language and not quoted: neither someone else's nor spoken of."""
    if reading.language_of(block) != language or is_quotation(block):
        return False
    text = block.text
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND + 1]
    if _OPENING.search(before) and _CLOSING.match(after):
        return False
    return not is_borrowed(reading, block, start, end)
