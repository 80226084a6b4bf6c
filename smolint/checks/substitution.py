"""Words that another word should stand for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.action import Acting, check_action, fix_of, listed
from smolint.checks.match_case import capitalized, matched_case
from smolint.checks.own_words import is_own, plain, plain_texts, with_own_apostrophes
from smolint.checks.pack_rule import Excepting, check_patterns, needed, with_patterns
from smolint.checks.reference import with_groups
from smolint.checks.term import in_case_of_term, is_phrase
from smolint.dataclass import dataclass, field, replace
from smolint.late_pattern import late_pattern
from smolint.patterns import pattern
from smolint.texts import texts
from smolint.word_list import WordList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.literals import ByWord
    from smolint.reading import Reading

_BAR = late_pattern(r"(?<!\\)\|")
_CAPTURE = late_pattern(r"(\\.|\[(?:\\.|[^\\\]])*\])|\((?!\?)|\(\?(?:P?<(?![=!])\w+>|'\w+')", re.DOTALL)


@dataclass(frozen=True)
class Substitution(Acting, Excepting):
    """Options: `swap` leads from words or patterns to what should stand there (`$1` is a group of the pattern).

    Several replacements are parted by `|`. Patterns are whole words, unless `nonword`; with `capitalize` a replacement
    begins as what it replaces. `swap-by-language` holds those for texts in each language alone (`en`, `fr`), which are
    not looked for in what those quote. Its fix is Vale's action `replace`; a rule that is `safe` has it without.
    """

    swap: Mapping[str, str] = field(default_factory=dict)
    nonword: bool = False
    ignorecase: bool = False
    capitalize: bool = False
    swap_by_language: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__post_init__()
        check_patterns("swap", self.swap)
        for swap in self.swap_by_language.values():
            check_patterns("swap-by-language", swap)
        check_action(self)

    @cached_property
    def by_language(self) -> dict[str, Substitution]:
        """The options for texts in each language, those for texts in any under `""`."""
        found = {"": self} if self.swap or not self.swap_by_language else {}
        for language, swap in self.swap_by_language.items():
            found[language] = replace(self, swap=plain(swap), swap_by_language={})
        return found

    @cached_property
    def pairs(self) -> list[tuple[str, str]]:
        """The patterns, longest first, with their replacements."""
        return sorted(self.swap.items(), key=lambda pair: len(pair[0]), reverse=True)

    @cached_property
    def listed(self) -> WordList:
        """All that the rule looks for; the part and the number of its group that matched lead to the replacement."""
        tokens = [_without_groups(key) for key, _ in self.pairs]
        return WordList(tokens, ignorecase=self.ignorecase, nonword=self.nonword, numbered=True)

    @property
    def needed(self) -> ByWord:
        """Texts of which a draft's prose must hold one; none where that is not known."""
        return needed(self.scope, [own.listed for own in self.by_language.values()])

    def replacement(self, number: int, match: re.Match[str]) -> str:
        """What the rule says should stand for what its pattern of that number has matched."""
        key, expected = self.pairs[number]
        start, observed = match.start(), match.group()
        if self.capitalize and observed == capitalized(observed):
            expected = capitalized(expected)
        if not re.search(r"\$\{?\d", expected):
            return expected
        own = pattern(f"(?i){key}" if self.ignorecase else key)
        # Where the text is at hand, what the pattern says of the words around holds.
        found = own.compiled.match(match.string, start) or own.compiled.search(observed)
        if found is None:
            return expected
        if found.string is match.string:
            return with_groups(expected, found.group(), [one or "" for one in found.groups()])
        filled = with_groups(expected, found.group(), [one or "" for one in found.groups()])
        return observed[: found.start()] + filled + observed[found.end() :]

    def choices(self, expected: str, observed: str) -> list[str]:
        """The replacements to choose from."""
        found = [one.replace(r"\|", "|") for one in _BAR.split(expected) if one]
        if self.capitalize and observed == capitalized(observed):
            found = [capitalized(one) for one in found]
        return [matched_case(one, observed) for one in found] if self.matchcase else found

    def is_right(self, expected: str, observed: str) -> bool:
        """Whether what stands there is what should."""
        if self.act == "replace":
            return observed in [one.replace(r"\|", "|") for one in _BAR.split(expected)]
        if is_phrase(expected):
            return observed == expected
        return pattern(f"^(?:{expected})$").search(observed) is not None


def _without_groups(key: str) -> str:
    if "(" not in key:
        return key
    return _CAPTURE.sub(lambda found: found[1] or "(?:", key)


@with_patterns("swap")
def substitution(reading: Reading, options: Substitution) -> Iterator[Mark]:
    """Each match of the rule's patterns that is not yet as it should be.

    Values: `match` (also `1`), `replacement` (its choices between slashes; also `0`, as Vale lists them).
    """
    for language, own in options.by_language.items():
        yield from _marks(reading, own, language)


def _marks(reading: Reading, options: Substitution, language: str) -> Iterator[Mark]:
    where = plain_texts(reading, options.scope, language) if language else texts(reading, options.scope)
    for block, part, found in where.matches(options.listed):
        start, end = found.span()
        if language and not is_own(reading, block, start, end):
            continue
        observed = found.group()
        # A list in one part has a group for each pattern, a pattern that is a part has none.
        expected = options.replacement(part + (found.lastindex or 1) - 1, found)
        if start == end or options.is_right(expected, observed) or options.allowed.covers(found.string, start, end):
            continue
        choices = options.choices(expected, observed)
        if language:
            observed = block.text[start:end]
            choices = with_own_apostrophes(choices, observed)
        shown = listed(choices) if options.act == "replace" else in_case_of_term(expected, observed)
        fix = None
        if options.act == "replace" or options.safe:
            fix = fix_of(reading, block, start, end, choices, safe=options.safe)
        elif options.act:
            fix = fix_of(reading, block, start, end, options.suggestions(observed))
        written = " / ".join(one.strip() for one in choices)
        values = {"0": shown, "1": observed, "match": observed, "replacement": written}
        yield Mark(block.span(start, end), values, fix)


CHECKS: tuple[Check, ...] = (Check("substitution", substitution, Substitution),)
