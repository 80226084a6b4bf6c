"""Which of many fixed texts may stand in a text, told quickly by its words."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from smolint.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_WORD = late_pattern(r"\w+")


class Literal(NamedTuple):
    """A text in lower case, and whether it begins no later, and ends no earlier, than the word that is there."""

    text: str
    opens: bool = False
    closes: bool = False

    @property
    def words(self) -> list[str]:
        """Those of its words that are whole wherever it stands."""
        found = list(_WORD.finditer(self.text))
        if found and not self.opens and found[0].start() == 0:
            del found[0]
        if found and not self.closes and found[-1].end() == len(self.text):
            del found[-1]
        return [one.group() for one in found]

    @property
    def is_worth_it(self) -> bool:
        """Whether it is worth to be looked for: not so an empty text, or a letter that stands in any word."""
        return len(self.text) > 1 or bool(self.text and not self.text.isalnum()) or bool(self.words)


class Literals:
    """Texts in lower case that are looked for together."""

    def __init__(self, literals: Iterable[Literal]) -> None:
        self.listed = list(dict.fromkeys(literals))
        self.texts = frozenset(one.text for one in self.listed)

    def likely(self, words: set[str]) -> Iterator[str]:
        """Those that a text may hold that has these words."""
        yield from self._wordless
        for key in self._keys & words:
            for others, text in self._by_word[key]:
                if words.issuperset(others):
                    yield text

    @cached_property
    def _by_word(self) -> dict[str, list[tuple[list[str], str]]]:
        """The texts by their longest whole word, which is in the fewest texts, each with all of these words."""
        found: dict[str, list[tuple[list[str], str]]] = {}
        for one in self.listed:
            if words := one.words:
                found.setdefault(max(words, key=len), []).append((words, one.text))
        return found

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(self._by_word)

    @cached_property
    def _wordless(self) -> tuple[str, ...]:
        """The texts without a whole word."""
        return tuple(one.text for one in self.listed if not one.words)


def words_of(lowered: str) -> set[str]:
    """The words of a text: all runs of letters, digits and underscores."""
    return set(_WORD.findall(lowered))
