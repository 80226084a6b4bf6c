"""Transition words and phrases in a text of French or English: what ties a sentence to those around it."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from itertools import compress
from typing import TYPE_CHECKING

from smolint.language.phrases import spelled, word_lists
from smolint.language.words import PARTED, worded
from smolint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smolint.language.words import WordedText

_ELSE_AFTER = {
    "en plus": ("plus",),
    "en fait": ("s'", "n'", "j'", "on", "il", "elle", "qui"),
    "car": ("un", "le", "en"),
    "tant que": ("en",),
    "tant qu'": ("en",),
}


_OPENS_CLAUSE = frozenset({"or", "en clair"})
"""What is a transition at the head of a clause alone: « Or, il pleut », but not « un bijou en or »."""

_ENDS_CLAUSE = frozenset(".,;:!?…—–(«")


class _Phrase(NamedTuple):
    """The words of a phrase, the marks that follow each of them, and of a two-part transition the second part."""

    words: tuple[str, ...]
    marks: tuple[str, ...]
    second: _Phrase | None = None


_FARTHEST = 100
"""How many words behind the first part of a transition the second one is looked for."""

_PARTED = "…"
"""What stands between the two parts of a transition in the list."""


@cache
def _phrases(language: str) -> dict[str, dict[str, list[_Phrase]]]:
    """Phrases by their first word, then by the second one; `""` is for any other: those of one word."""
    lists = word_lists("transitions", language)
    lines = sorted(spelled((lists["phrases"] + lists["pairs"]).split("\n")[:-1]))
    known: dict[str, dict[str, list[_Phrase]]] = {}
    for phrase in _read("\n".join([*lines, ""]), language):
        first, second, *_ = (*phrase.words, "")
        known.setdefault(first, {}).setdefault(second, []).append(phrase)
    for by_second in known.values():
        alone = by_second.setdefault("", [])
        by_second.update((second, alone + phrases) for second, phrases in by_second.items() if second)
    return known


def _read(lines: str, language: str) -> Iterator[_Phrase]:
    """The phrases of a list, one a line, which is cut into words all at once."""
    text = worded(lines, language)
    first = 0
    for last in range(len(text.norms)):
        if "\n" in text.gaps[last + 1]:
            words = tuple(text.norms[first : last + 1])
            marks = tuple(_marks(text, place) for place in range(first, last + 1))
            yield _phrase(words, marks)
            if marks[-1] == "'":
                # « puisqu' »: where a word follows at once, the apostrophe is part of this one.
                yield _phrase((*words[:-1], words[-1] + "'"), (*marks[:-1], ""))
            first = last + 1


def _phrase(words: tuple[str, ...], marks: tuple[str, ...]) -> _Phrase:
    if _PARTED not in marks:
        return _Phrase(words, marks)
    at = marks.index(_PARTED) + 1
    return _Phrase(words[:at], (*marks[: at - 1], ""), _Phrase(words[at:], marks[at:]))


def transitions(text: WordedText, sentence_starts: Sequence[int], language: str) -> Iterator[tuple[int, int]]:
    """The ranges of a text that are transitions, in code points, by where they begin; ranges may overlap.

    Of a two-part transition (« soit … soit »), whose parts stand in one sentence, both parts are in the range.
    """
    known, words = _phrases(language), text.norms
    for place in compress(range(len(words)), map(known.__contains__, words)):
        by_second = known[words[place]]
        following = words[place + 1] if place + 1 < len(words) else ""
        for phrase in by_second.get(following) or by_second[""]:
            end = _end(text, place, phrase, sentence_starts)
            if end:
                yield text.starts[place], end


def _end(text: WordedText, place: int, phrase: _Phrase, sentence_starts: Sequence[int]) -> int:
    """Where the transition ends that begins with the word at a place; 0 where it is none."""
    end = _phrase_end(text, place, phrase)
    if not end:
        return 0
    if phrase.second:
        return _second_end(text, place + len(phrase.words), phrase.second, sentence_starts)
    return 0 if _means_else(text, place, phrase, sentence_starts) else end


def _phrase_end(text: WordedText, place: int, phrase: _Phrase) -> int:
    """Where the phrase ends that begins with the word at a place; 0 where another one does."""
    last = place + len(phrase.words) - 1
    if tuple(text.norms[place : last + 1]) != phrase.words:
        return 0
    for at in range(place, last):
        if _marks(text, at) != phrase.marks[at - place]:
            return 0
    end, mark = text.ends[last], phrase.marks[-1]
    if not mark:
        return end
    return text.text.index(mark, end) + len(mark) if _marks(text, last).startswith(mark) else 0


def _marks(text: WordedText, place: int) -> str:
    """The marks between the word at a place and the next one."""
    gap = text.gaps[place + 1]
    if gap == " ":
        return ""
    return "".join(gap.split()) + PARTED * (PARTED in gap)


def _second_end(text: WordedText, place: int, second: _Phrase, sentence_starts: Sequence[int]) -> int:
    """Where the second part first ends, from the word at a place to the end of its sentence; 0 without one."""
    after = bisect_left(sentence_starts, text.ends[place - 1])
    limit = sentence_starts[after] if after < len(sentence_starts) else len(text.text)
    for at in range(place, min(bisect_left(text.starts, limit), place + _FARTHEST)):
        end = _phrase_end(text, at, second)
        if end:
            return end
    return 0


def _means_else(text: WordedText, place: int, phrase: _Phrase, sentence_starts: Sequence[int]) -> bool:
    """Whether the words before give a French transition another sense: « de l’or », « le besoin s’en fait sentir »."""
    written = " ".join(phrase.words)
    if written not in _OPENS_CLAUSE and written not in _ELSE_AFTER:
        return False
    start, gap = text.starts[place], text.gaps[place]
    before = gap.rstrip()[-1:]
    if place and not before and PARTED not in gap:
        before = text.norms[place - 1]
    if written in _OPENS_CLAUSE:
        opening = bisect_left(sentence_starts, start)
        return before not in _ENDS_CLAUSE and start not in sentence_starts[opening : opening + 1]
    return before in _ELSE_AFTER[written]
