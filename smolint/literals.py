"""Which of many fixed texts stand in a text, told quickly by the pieces of its words."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PIECE = 4
"""Characters of a piece."""


class Literals:
    """Texts in lower case that are looked for together."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = frozenset(texts)

    def likely(self, found: set[str]) -> Iterator[str]:
        """Those that a text may hold, given its `pieces`."""
        yield from self._short
        for key in self._keys & found:
            for ends, text in self._probes[key]:
                if found.issuperset(ends):
                    yield text

    @cached_property
    def _probes(self) -> dict[str, list[tuple[tuple[str, ...], str]]]:
        """The texts with a longer word by a piece of it, each with what `pieces` finds where it stands."""
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for text in self.texts:
            words = text.replace("’", "'").split()
            # The longest word is in the fewest texts.
            longest = max(words, key=len, default="")
            if len(longest) >= PIECE:
                ends = [end for word in (words[0], words[-1]) if len(word) >= PIECE for end in _ends(word)]
                found.setdefault(longest[:PIECE], []).append(((*_whole(text, words), *ends), text))
        return found

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(self._probes)

    @cached_property
    def _short(self) -> tuple[str, ...]:
        """The texts without a word as long as a piece."""
        return tuple(text for text in self.texts if all(len(word) < PIECE for word in text.split()))


def pieces(lowered: str) -> set[str]:
    """The words of a text, as white space parts them, and all pieces of 4 characters of these; apostrophes straight."""
    words = set(lowered.replace("’", "'").split())
    return words.union([word[at : at + PIECE] for word in words for at in range(len(word) - PIECE + 1)])


def _whole(text: str, words: list[str]) -> list[str]:
    """Of the words of a text those with white space on both sides: they are whole wherever it stands."""
    return words[not text[0].isspace() : len(words) - (not text[-1].isspace())]


def _ends(word: str) -> tuple[str, str]:
    return word[:PIECE], word[-PIECE:]
