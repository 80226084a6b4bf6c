"""Paragraphs that are too long to be read on a screen."""

from __future__ import annotations

from smolint.check import Check, Mark
from smolint.checks.quotation import is_quotation
from smolint.dataclass import dataclass
from smolint.finding import Level
from smolint.late_pattern import late_pattern
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Block
    from smolint.reading import Reading

_LINE = late_pattern(r"(?<![^\n])[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True)
class TooLong:
    """`max_words`: the longest paragraph that is still fine; up to `far_words` a finding is a suggestion at most."""

    max_words: int = 150
    far_words: int = 200


def paragraph_too_long(reading: Reading, options: TooLong) -> Iterator[Mark]:
    """Each paragraph with more words than `max_words`. Values: `words`, `limit`.

    A list's items are no paragraphs, and quotations are not the author's to break. On a social platform line breaks
    are shown, so what counts there is the text between two of them.
    """
    for block in reading.draft.prose:
        if block.kind != "paragraph" or is_quotation(block) or "table" in block.within:
            continue
        if reading.fine_word_count(block) <= options.max_words:
            continue
        for start, end in _paragraphs(reading, block):
            words = reading.words_between(block, start, end)
            if words > options.max_words:
                at_most = Level.SUGGESTION if words <= options.far_words else None
                yield Mark(block.span(start, end), {"words": words, "limit": options.max_words}, at_most=at_most)


def _paragraphs(reading: Reading, block: Block) -> Iterator[tuple[int, int]]:
    if reading.platform.kind != "social":
        yield 0, len(block.text)
        return
    for line in _LINE.finditer(block.text):
        yield line.start() + len(line.group()) - len(line.group().lstrip()), line.start() + len(line.group().rstrip())


CHECKS: tuple[Check, ...] = (Check("paragraph-too-long", paragraph_too_long, TooLong),)
