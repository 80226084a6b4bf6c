"""Words that stand twice in a row."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.action import Acting, check_action, fix_of
from smolint.checks.pack_rule import Excepting, check_patterns, with_patterns
from smolint.dataclass import dataclass
from smolint.language.sentences import sentence_spans
from smolint.patterns import Pattern, pattern
from smolint.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.reading import Reading


@dataclass(frozen=True)
class Repetition(Acting, Excepting):
    """Options: what `tokens` match may follow itself `max` times; with `alpha` only letters count."""

    tokens: tuple[str, ...] = ()
    max: int = 0
    ignorecase: bool = False
    alpha: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        check_patterns("tokens", self.tokens)
        check_action(self)

    @cached_property
    def pattern(self) -> Pattern:
        """What is looked at, one match after the other."""
        return pattern(f"{'(?i)' if self.ignorecase else ''}({'|'.join(self.tokens)})")


@with_patterns("tokens")
def repetition(reading: Reading, options: Repetition) -> Iterator[Mark]:
    """What follows itself too often, within a sentence: from the match before to the last one.

    Values: `match` (also `0`), the repeated text alone.
    """
    laid = texts(reading, options.scope)
    for block, prose in zip(laid.blocks, laid.prose, strict=True):
        for start, end, word in _repeats(prose, options):
            text = prose[start:end]
            one_sentence = len(list(sentence_spans(text, reading.language_of(block)))) == 1
            if one_sentence and not options.allowed.covers(prose, start, end):
                fix = fix_of(reading, block, start, end, options.suggestions(text), safe=options.safe)
                yield Mark(block.span(start, end), {"0": word, "match": word}, fix)


def _repeats(prose: str, options: Repetition) -> Iterator[tuple[int, int, str]]:
    before, before_start, count = "", 0, 0
    for found in options.pattern.finditer(prose):
        word = found.group().strip()
        same = word.lower() == before.lower() if options.ignorecase else word == before
        if same and word and (not options.alpha or word.isalpha()):
            count += 1
            if count > options.max:
                yield before_start, found.end(), word
                count = 0
        before, before_start = word, found.start()


CHECKS: tuple[Check, ...] = (Check("repetition", repetition, Repetition),)
