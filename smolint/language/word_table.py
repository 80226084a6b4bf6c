"""What is asked of words again and again, worked out once for each word: posts share most of theirs."""

from __future__ import annotations

from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeVar

    Value = TypeVar("Value")

_MOST_WORDS = 50_000
"""A table with more words begins anew: it takes 5 MB then."""


class WordTable(dict[str, "Value"]):
    """For each word that was asked for, what a function says of it; kept for all drafts of a run."""

    def __init__(self, say: Callable[[str], Value]) -> None:
        super().__init__()
        self._say = say

    def __missing__(self, word: str) -> Value:
        if len(self) >= _MOST_WORDS:
            self.clear()
        self[word] = said = self._say(word)
        return said

    def of(self, words: Iterable[str]) -> list[Value]:
        """What the function says of each of some words, in order."""
        return [*map(self.__getitem__, words)]
