"""Texts, headings above all, in the case that a house wants."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.action import Acting, check_action, fix_of
from smolint.checks.pack_rule import Excepting, check_patterns, with_patterns
from smolint.checks.title_case import WORD, Casing, sentence_case, title_case
from smolint.dataclass import dataclass
from smolint.errors import phrase
from smolint.late_pattern import late_pattern
from smolint.options import OptionError, did_you_mean, nearest
from smolint.patterns import Pattern, pattern
from smolint.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.reading import Reading

THRESHOLD = 0.8
"""The share of words that must be right for a text to be (Vale's own default)."""
_CASES = ("$title", "$sentence", "$lower", "$upper")
_STYLES = ("AP", "Chicago")
_NUMBERED = late_pattern(r"\d\.")


@dataclass(frozen=True)
class Capitalization(Acting, Excepting):
    """Options: `match` is `$title`, `$sentence`, `$lower`, `$upper` or a pattern that the text must match.

    `style` (AP or Chicago) is for titles. After a word that ends with one of `indicators` a sentence begins; `prefix`
    is a pattern of what may stand before; `threshold` is the share of words, 0 to 1, that must be right.
    """

    match: str = ""
    style: str = "AP"
    threshold: float = THRESHOLD
    indicators: tuple[str, ...] = ()
    prefix: str = ""

    def __post_init__(self) -> None:
        super().__post_init__()
        check_patterns("prefix", [self.prefix])
        check_action(self)
        if self.style not in _STYLES:
            problem = phrase("'{name}' is no style of titles", name=self.style)
            raise OptionError("style", problem, did_you_mean(nearest(self.style, _STYLES)))
        if re.fullmatch(r"\$\w+", self.match):
            if self.match not in _CASES:
                problem = phrase("'{name}' is no case", name=self.match)
                raise OptionError("match", problem, did_you_mean(nearest(self.match, _CASES)))
        else:
            check_patterns("match", [self.match])

    @cached_property
    def casing(self) -> Casing:
        """How the words are cased."""
        words = (*self.exceptions, *(self.accepted if self.vocab else ()))
        return Casing(words, self.prefix, self.style == "Chicago", self._begins)

    def _begins(self, word: str, number: int) -> bool:
        return word.endswith(self.indicators) or (number == 0 and _NUMBERED.search(word) is not None)

    @cached_property
    def _words(self) -> Pattern:
        allowed = self.allowed.words
        return pattern(f"{allowed.body}|{WORD}" if allowed else WORD)

    def expected(self, text: str) -> str:
        """The text as it should be; the pattern where one is wanted."""
        made = {"$title": title_case, "$sentence": sentence_case}.get(self.match)
        if made:
            return made(text, self.casing)
        return {"$lower": text.lower(), "$upper": text.upper()}.get(self.match, self.match)

    def is_right(self, text: str, expected: str) -> bool:
        """Whether a text is as it should be, or nearly so."""
        if self.match in ("$title", "$sentence"):
            return self._share(text, expected) >= self.threshold
        if self.match in _CASES:
            return text == expected or self.allowed.holds(text)
        return pattern(self.match).search(text) is not None or self.allowed.holds(text)

    def _share(self, text: str, expected: str) -> float:
        """The share of words that are right, 0 to 1; 0 where a sentence does not begin with a capital."""
        words = [found.group() for found in self._words.finditer(text)]
        wanted = [found.group() for found in self._words.finditer(expected)]
        right = 0
        for number, word in enumerate(words):
            shouted = self.match == "$title" and word == word.upper()
            if number >= len(wanted) or word == wanted[number] or shouted or self.allowed.holds(word):
                right += 1
            elif self.match == "$sentence" and number == 0 and word != word.lower().title():
                return 0
        return right / len(words) if words else 1


@with_patterns("match")
def capitalization(reading: Reading, options: Capitalization) -> Iterator[Mark]:
    """Each text of the scope that is not in the case that is wanted.

    Values: `match` (also `0`), the text; `expected` (also `1`), the text as it should be, or the pattern.
    """
    laid = texts(reading, options.scope)
    for block, prose in zip(laid.blocks, laid.prose, strict=True):
        expected = options.expected(prose)
        if options.is_right(prose, expected):
            continue
        suggestions = options.suggestions(prose)
        if options.act == "replace" and not options.params and options.match in ("$title", "$sentence"):
            suggestions = [expected]
        values = {"0": block.text, "1": expected, "match": block.text, "expected": expected}
        fix = fix_of(reading, block, 0, len(prose), suggestions, safe=options.safe)
        yield Mark(block.span(), values, fix)


CHECKS: tuple[Check, ...] = (Check("capitalization", capitalization, Capitalization),)
