"""English headings in title case and in sentence case, after Vale's converters (jdkato/prose, MIT, see NOTICE)."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from smolint.dataclass import dataclass
from smolint.late_pattern import late_pattern
from smolint.patterns import Pattern, pattern

if TYPE_CHECKING:
    from collections.abc import Callable

_SMALL_WORDS = "a an and as at but by en for if in nor of on or per the to vs vs. via v v."
_LONGER_WORDS = (
    "with from into during including until against among throughout despite towards upon concerning about over through "
    "before between after since without under within along following across beyond around down near above"
)
_SMALL = frozenset(_SMALL_WORDS.split())
_PREPOSITIONS = frozenset(_LONGER_WORDS.split())
_TITLE_WORD = late_pattern(r"[^\W_]+[^\s\-/]*")
WORD = r"(?:[^\W_]|[*\ufffc])+\S*"
"""A word of a heading. Code counts as one."""


@dataclass(frozen=True)
class Casing:
    """How headings are cased: words of their own case, a prefix that does not count, what a word is followed by.

    `begins` tells of a word and its number whether the next begins a sentence.
    """

    words: tuple[str, ...] = ()
    prefix: str = ""
    chicago: bool = False
    begins: Callable[[str, int], bool] = lambda word, _: word.endswith(":")

    @cached_property
    def _known(self) -> tuple[tuple[str, Pattern], ...]:
        ordered = sorted(self.words, key=len, reverse=True)
        return tuple((word, pattern(word)) for word in ordered)

    def known(self, word: str) -> str:
        """The right form of a word that has a case of its own, "" for any other."""
        for form, found in self._known:
            if form.lower() == word.lower():
                return form
            if found.search(word):
                return word
        return ""

    def cut(self, text: str) -> tuple[str, str]:
        """The prefix of a text and the rest."""
        found = pattern(self.prefix).search(text) if self.prefix else None
        return (found.group(), text[found.end() :]) if found and found.start() == 0 else ("", text)


_USUAL = Casing()
_INDICATING = frozenset(" -/")


def sentence_case(text: str, casing: Casing = _USUAL) -> str:
    """A heading in sentence case, its words parted by single spaces."""
    before, rest = casing.cut(text)
    known = "|".join(sorted(casing.words, key=len, reverse=True))
    words = [found.group() for found in pattern(rf"(?i)\b(?:{known})\b|{WORD}" if known else WORD).finditer(rest)]
    made = []
    for number, word in enumerate(words):
        begins = number == 0 or casing.begins(words[number - 1], number - 1)
        made.append(casing.known(word) or (_titled(word.lower()) if begins else word.lower()))
    return before + " ".join(made)


def title_case(text: str, casing: Casing = _USUAL) -> str:
    """A heading in title case, in the style of AP or of Chicago.

    Without a tagger of parts of speech nobody knows the infinitive's "To" from the preposition's: it stays as it is.
    """
    before, rest = casing.cut(text)

    def cased(found: re.Match[str]) -> str:
        word = found.group()
        form = casing.known(word)
        if form or word.lower() == "to":
            return form or word
        return word.lower() if _stays_small(found, casing) else _titled(word)

    return before + _TITLE_WORD.sub(cased, rest)


def _stays_small(found: re.Match[str], casing: Casing) -> bool:
    """Whether a word is a small one, in a place where small words are not capitalized."""
    text, (start, end) = found.string, found.span()
    word = found.group().lower()
    if start == 0 or end == len(text) or word not in (_SMALL | _PREPOSITIONS if casing.chicago else _SMALL):
        return False
    previous, earlier, following = text[start - 1], text[start - 2 : start - 1], text[end]
    return previous in _INDICATING and earlier not in (":", "-") and (following != "-" or previous == "-")


def _titled(word: str) -> str:
    """A word with its first letter in upper case, the rest as it is."""
    return word[:1].upper() + word[1:]
