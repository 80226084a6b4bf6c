"""Words in one language that are the author's own: what lists of words for French or for English speak of."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from smolint.checks.quotation import is_borrowed, is_quotation
from smolint.language.plain import plain_text
from smolint.late_pattern import late_pattern
from smolint.scopes import scoped
from smolint.texts import Texts, joined_prose, running_texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smolint.draft import Block
    from smolint.reading import Reading

_AROUND = 2
_OPENING = late_pattern(r"[\"“«‘]\s?\Z|(?<!\w)['’]\Z")
_CLOSING = late_pattern(r"[,.!?…]?\s?[\"”»’']")


class PlainTexts(Texts):
    """Texts in which every white space is a plain space and every apostrophe a straight one, at the same offsets."""

    @cached_property
    def joined(self) -> str:
        """The prose of all blocks, plain."""
        return plain_text(joined_prose(self.blocks))


_NONE = PlainTexts(())


def plain_texts(reading: Reading, scopes: tuple[str, ...], language: str) -> PlainTexts:
    """The texts of the scopes that are in that language and do not quote as a whole, laid together once."""
    known: dict[tuple[str, ...], dict[str, PlainTexts]] = reading.laid_plain
    if scopes not in known:
        around = running_texts(reading) if scopes == ("text",) else None
        blocks = _by_language(reading, scopes)
        known[scopes] = {each: PlainTexts(tuple(blocks[each]), around) for each in blocks}
    return known[scopes].get(language, _NONE)


def _by_language(reading: Reading, scopes: tuple[str, ...]) -> dict[str, list[Block]]:
    blocks: dict[str, list[Block]] = {}
    for block in scoped(reading, scopes):
        if not is_quotation(block):
            blocks.setdefault(reading.language_of(block), []).append(block)
    return blocks


def is_own(reading: Reading, block: Block, start: int, end: int) -> bool:
    """Whether a range of a block's text is not quoted: neither someone else's nor spoken of."""
    text = block.text
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND + 1]
    if _OPENING.search(before) and _CLOSING.match(after):
        return False
    return not is_borrowed(reading, block, start, end)


def with_own_apostrophes(replacements: list[str], observed: str) -> list[str]:
    """Replacements with the apostrophe of the text that they replace; a curly one where that has none."""
    written, meant = ("’", "'") if "'" in observed else ("'", "’")
    return [one.replace(written, meant) for one in replacements]


def plain(swap: Mapping[str, str]) -> dict[str, str]:
    """A map of patterns with plain apostrophes."""
    return {plain_text(written): better for written, better in swap.items()}
