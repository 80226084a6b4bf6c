"""The word lists of rule packs: patterns of which any is looked for, each only in a text that holds what it needs."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from smolint.language.plain import plain_text
from smolint.late_pattern import late_pattern
from smolint.literals import Literal, Literals
from smolint.named_tuple import NamedTuple
from smolint.pattern_tree import needs
from smolint.patterns import joined_tokens

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    from smolint.patterns import Pattern

# It holds for the tokens after it, too.
_FLAG = late_pattern(r"\(\?[a-zA-Z-]+\)")


class Listed(NamedTuple):
    """A match of a word list, and the number of the part of the list that has matched."""

    part: int
    found: re.Match[str]


class WordList:
    """Any of some tokens, as whole words unless `nonword`; of those that match at a place the first in the list counts.

    `raw` stands before them, or after them with `append`. The list is looked for in parts: `parts` has the tokens of
    each, one or all of them. With `numbered` the tokens have no groups; where all are one part, each becomes a group.
    """

    def __init__(
        self,
        tokens: Sequence[str],
        *,
        ignorecase: bool = False,
        nonword: bool = False,
        raw: str = "",
        append: bool = False,
        numbered: bool = False,
    ) -> None:
        self._ignorecase = ignorecase
        self._nonword = nonword
        self._raw = raw
        self._append = append
        whole = bool(raw) or not tokens or any("(?" in one and _FLAG.search(one) for one in tokens)
        if whole:
            self.parts = [tuple(f"({token})" if numbered else token for token in tokens)]
        else:
            self.parts = [(token,) for token in tokens if token.strip()]

    @cached_property
    def literals(self) -> Literals:
        """Texts of which each match holds one, but for the matches of the parts in `unknown`."""
        return Literals(one for literals in self._literals for one in literals)

    @cached_property
    def by_text(self) -> dict[str, list[int]]:
        """The numbers of the parts that may match where one of `literals` stands."""
        found: dict[str, list[int]] = {}
        for number, literals in enumerate(self._literals):
            for text in {one.text for one in literals}:
                found.setdefault(text, []).append(number)
        return found

    @cached_property
    def unknown(self) -> list[int]:
        """The numbers of the parts that may match anywhere."""
        return [number for number, literals in enumerate(self._literals) if not literals]

    def finditer(self, text: str, parts: Iterable[int]) -> Iterator[Listed]:
        """The matches of some parts in a text, in order and apart; none is empty.

        Raises SlowPatternError and PatternError as `Pattern.finditer`.
        """
        ahead = [(number, one, one.first(text)) for number in sorted(parts) for one in [self._pattern(number)]]
        while left := [(number, one, found) for number, one, found in ahead if found]:
            number, _, found = min(left, key=lambda one: one[2].start())
            yield Listed(number, found)
            end = found.end()
            ahead = [(other, one, met if met.start() >= end else one.first(text, end)) for other, one, met in left]

    def _pattern(self, number: int) -> Pattern:
        return joined_tokens(
            self.parts[number],
            ignorecase=self._ignorecase,
            nonword=self._nonword,
            raw=self._raw,
            append=self._append,
        )

    @cached_property
    def _literals(self) -> list[list[Literal]]:
        return [self._literals_of(number) for number in range(len(self.parts))]

    def _literals_of(self, number: int) -> list[Literal]:
        tokens = self.parts[number]
        if self._raw or len(tokens) != 1:
            return self._pattern(number).literals.listed
        known = needs(tokens[0])
        border = not self._nonword
        opens, closes = border and known.opens, border and known.closes
        found = [Literal(plain_text(text), opens, closes) for text in known.literals]
        return found if all(one.is_worth_it for one in found) else []
