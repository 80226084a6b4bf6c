"""Words that are not the author's own to shorten: quotations, and rolls of names or of capitals."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter

from smolint.late_pattern import late_pattern
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smolint.draft import Block
    from smolint.reading import Reading

# English opens each paragraph of a long quotation, and closes the last one only.
_QUOTATION = late_pattern(r"“[^”]*(?:”|\Z)|«[^»]*(?:»|\Z)")
_STRAIGHT = late_pattern(r'"[^"]*"')
_DASHES = ("—", "–", "--")
_CREDIT = late_pattern(r"(?:—|–|--)\s*[@\w«“\"][^?!]{1,250}[^.?!…:;,]\s*")
_LEAST_ROLL = 12


def is_quotation(block: Block) -> bool:
    """Whether a block's markup says that it quotes someone."""
    return block.kind == "quote" or "quote" in block.within


def credited(blocks: Iterable[Block]) -> set[int]:
    """The `id` of each block above a credit (`— Ada Martin, “On Bread”`), and of the credit itself: unmarked quotes.

    At the end of a text such a line is its author's signature.
    """
    found: set[int] = set()
    for block, following in pairwise(list(blocks)[:-1]):
        if following.text.startswith(_DASHES) and following.kind == "paragraph" and _CREDIT.fullmatch(following.text):
            found |= {id(block), id(following)}
    return found


def is_borrowed(reading: Reading, block: Block, start: int, end: int) -> bool:
    """Whether more than half of the words in `[start, end)` of a block's text stand in quotation marks."""
    quoted = 0
    for ranges in _quotations(block.text):
        after = bisect_right(ranges, start, key=itemgetter(1))
        for first, last in ranges[after : bisect_left(ranges, (end,), after)]:
            quoted += reading.words_between(block, max(start, first), min(end, last))
    return 2 * quoted > reading.words_between(block, start, end)


# Asked for each sentence of a block in turn.
@lru_cache(maxsize=4)
def _quotations(text: str) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The ranges of a text in quotation marks and of those in straight ones, each in order."""
    straight = _STRAIGHT.finditer(text) if text.count('"') % 2 == 0 else ()
    return [match.span() for match in _QUOTATION.finditer(text)], [match.span() for match in straight]


def is_roll(reading: Reading, block: Block, start: int, end: int) -> bool:
    """Whether more than half of the words begin with a capital: a list of names, or a notice in capitals."""
    words = reading.words_in(block, start, end)
    return len(words) >= _LEAST_ROLL and 2 * sum(word[:1].isupper() for word in words) > len(words)
