"""Emoji in excess: each one is read aloud by its name, every time."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.quotation import is_quotation
from smolint.dataclass import dataclass
from smolint.late_pattern import late_pattern
from smolint.prose import Stretch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from regex import Pattern

    from smolint.draft import Block
    from smolint.reading import Reading


# Each emoji has one of these (U+231A is the first that is one by itself); U+FFFC stands for code.
_MAY_BE_EMOJI = late_pattern("[\u20e3\u231a-\ufffb\ufffd-\U0010ffff]")


@cache
def _emoji_pattern() -> Pattern[str]:
    """One grapheme shown as an emoji: flags, keycaps and sequences with joiners are one; ™ and ✔ as text are none."""
    import regex

    return regex.compile(
        r"(?:\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3|(?=\p{Emoji_Presentation}|\p{Extended_Pictographic}\uFE0F)\X)"
    )


@dataclass(frozen=True, slots=True)
class Overuse:
    """`most`: how many emoji a text may hold, and one more for every `words_each` words beyond.

    `repeats`: so many of the same emoji in a row are reported. `row`: so many of any kind in a row. `bullets`: so
    many lines that begin with one are reported. 0 turns any of these off.
    """

    most: int = 5
    words_each: int = 40
    repeats: int = 3
    row: int = 5
    bullets: int = 5


def emoji_overuse(reading: Reading, options: Overuse) -> Iterator[Mark]:
    """The first place where emoji become a burden: the same one repeated, many in a row, as bullets, or too many.

    Quotations are left aside. Values: `count`, `limit`. Variants `repeated`, `row` and `bullets`; a text has at most
    one finding.
    """
    blocks = [block for block in reading.draft.prose if not block.text.isascii() and _MAY_BE_EMOJI.search(block.prose)]
    blocks = [block for block in blocks if block is not reading.draft.title]
    if not blocks:
        return
    found = [each for block in blocks if not is_quotation(block) for each in _emoji_in(block)]
    mark = next(_rows(found, options), None) or _bullets(found, options) or _too_many(reading, found, options)
    if mark:
        yield mark


def _emoji_in(block: Block) -> Iterator[Stretch]:
    for match in _emoji_pattern().finditer(block.prose):
        yield Stretch(block, *match.span())


def _rows(found: list[Stretch], options: Overuse) -> Iterator[Mark]:
    """Runs of emoji with nothing but spaces between them."""
    start = 0
    for index in range(1, len(found) + 1):
        if index < len(found) and _is_next(found[index - 1], found[index]):
            continue
        run = found[start:index]
        start = index
        same = _same_in_a_row(run)
        span = run[0].block.span(run[0].start, run[-1].end)
        if options.repeats and same >= options.repeats:
            yield Mark(span, {"count": same, "limit": options.repeats - 1}, variant="repeated")
        elif options.row and len(run) >= options.row:
            yield Mark(span, {"count": len(run), "limit": options.row - 1}, variant="row")


def _is_next(one: Stretch, other: Stretch) -> bool:
    return one.block is other.block and not one.block.text[one.end : other.start].strip(" ")


def _same_in_a_row(run: list[Stretch]) -> int:
    longest = current = 1
    for one, other in pairwise(run):
        current = current + 1 if one.text == other.text else 1
        longest = max(longest, current)
    return longest


def _bullets(found: list[Stretch], options: Overuse) -> Mark | None:
    heads = [each for each in found if not each.block.text[: each.start].rpartition("\n")[2].strip()]
    heads = [each for each in heads if each.block.text[each.end :].partition("\n")[0].strip()]
    if not options.bullets or len(heads) < options.bullets:
        return None
    first = heads[0]
    return Mark(first.block.span(first.start, first.end), {"count": len(heads)}, variant="bullets")


def _too_many(reading: Reading, found: list[Stretch], options: Overuse) -> Mark | None:
    if not options.most or len(found) <= options.most:
        return None
    words = sum(reading.fine_word_count(block) for block in reading.draft.prose)
    limit = max(options.most, words // options.words_each if options.words_each else 0)
    if len(found) <= limit:
        return None
    extra = found[limit]
    return Mark(extra.block.span(extra.start, extra.end), {"count": len(found), "limit": limit})


CHECKS: tuple[Check, ...] = (Check("emoji-overuse", emoji_overuse, Overuse),)
