"""Words and patterns that should not stand in a text."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.action import Acting, check_action, fix_of, listed
from smolint.checks.own_words import is_own, plain, plain_texts
from smolint.checks.pack_rule import Allowed, Excepting, check_patterns, needed, with_patterns
from smolint.dataclass import dataclass, field, replace
from smolint.patterns import pattern
from smolint.texts import texts
from smolint.word_list import WordList

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from smolint.literals import ByWord
    from smolint.reading import Reading


@dataclass(frozen=True)
class Existence(Acting, Excepting):
    """Options: `tokens` are words or patterns, of which any is found as a whole word (`nonword`: anywhere).

    `raw` holds pieces of one pattern, put before the tokens, or after them with `append`. `tokens-by-language` holds
    tokens for texts in each language alone (`en`, `fr`), which are not looked for in what those quote.
    """

    tokens: tuple[str, ...] = ()
    raw: tuple[str, ...] = ()
    append: bool = False
    nonword: bool = False
    ignorecase: bool = False
    tokens_by_language: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__post_init__()
        check_patterns("tokens", self.tokens)
        check_patterns("raw", ["".join(self.raw)])
        for tokens in self.tokens_by_language.values():
            check_patterns("tokens-by-language", tokens)
        check_action(self)

    @cached_property
    def by_language(self) -> dict[str, Existence]:
        """The options for texts in each language, those for texts in any under `""`."""
        found = {"": self} if self.tokens or self.raw or not self.tokens_by_language else {}
        for language, tokens in self.tokens_by_language.items():
            patterns = tuple(plain(dict.fromkeys(tokens, "")))
            found[language] = replace(self, tokens=patterns, tokens_by_language={})
        return found

    @cached_property
    def listed(self) -> WordList:
        """All that the rule looks for."""
        return WordList(
            self.tokens,
            ignorecase=self.ignorecase,
            nonword=self.nonword,
            raw="".join(self.raw),
            append=self.append,
        )

    @property
    def needed(self) -> ByWord:
        """Texts of which a draft's prose must hold one; none where that is not known."""
        return needed(self.scope, [own.listed for own in self.by_language.values()])

    @cached_property
    def allowed(self) -> Allowed:
        """What the rule does not speak of; a vocabulary lists words, and says nothing of a pattern that is none."""
        return Allowed((*self.exceptions, *(self.accepted if self.vocab and not self.nonword else ())))

    def groups(self, part: int, found: re.Match[str]) -> list[str]:
        """What the groups of the token that matched hold, numbered as in that token; `part` is that of the list."""
        values = found.groups()
        raw = pattern("".join(self.raw)).compiled.groups
        at = 0 if self.append else raw
        for token in self.listed.parts[part]:
            count = pattern(token).compiled.groups if "(" in token else 0
            own = values[at : at + count]
            if any(one is not None for one in own):
                return [one or "" for one in own]
            at += count
        return []


@with_patterns("tokens")
def existence(reading: Reading, options: Existence) -> Iterator[Mark]:
    """Each match of the rule's words and patterns.

    Values: `match` (also `0`), `replacement` (also `1`, as Vale lists it) where the rule has an action.
    """
    for language, own in options.by_language.items():
        yield from _marks(reading, own, language)


def _marks(reading: Reading, options: Existence, language: str) -> Iterator[Mark]:
    where = plain_texts(reading, options.scope, language) if language else texts(reading, options.scope)
    for block, part, found in where.matches(options.listed):
        start, end = found.span()
        text = block.text[start:end] if language else found.group()
        if language and not is_own(reading, block, start, end):
            continue
        if start == end or options.allowed.covers(found.string, start, end):
            continue
        values = {"0": text, "match": text.strip()}
        if not options.act:
            yield Mark(block.span(start, end), values)
            continue
        suggestions = options.suggestions(text, options.groups(part, found))
        values |= {"1": listed(suggestions) if len(suggestions) > 1 else (suggestions or [text])[0]}
        values["replacement"] = " / ".join(suggestions)
        fix = fix_of(reading, block, start, end, suggestions, safe=options.safe)
        yield Mark(block.span(start, end), values, fix)


CHECKS: tuple[Check, ...] = (Check("existence", existence, Existence),)
