"""Passive verbs in a text of French or English, told by their form: an auxiliary and a past participle.

Rules over words, without a trained model. Participles that only tell a state or a feeling ("we are interested",
« elle est située ») count where an agent follows ("by", « par »).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from smolint.language import english_passive, french_passive
from smolint.language.phrases import word_lists
from smolint.late_pattern import compiled
from smolint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from smolint.language.words import WordedText

_PARTICIPLE: dict[str, Callable[[Sequence[str], int], int | None]] = {
    "en": english_passive.participle_after,
    "fr": french_passive.participle_after,
}
"""For the words and marks of a sentence and the place of an auxiliary: where its participle stands, if it makes a
passive."""


_MAY_BE_PARTICIPLE: dict[str, Callable[[str], bool]] = {
    "en": english_passive.is_participle,
    "fr": french_passive.is_participle,
}
_WITHIN = {"en": 8, "fr": 20}
"""How many words behind an auxiliary a participle stands at most."""

_BEFORE = 4
"""How many words in front of an auxiliary tell what it is: of the same sentence, where it has as many."""
_AFTER = 60
"""How many words behind it are looked at: as far as the end of nearly every sentence, where a question has its mark."""

_MARK = compiled(r"\S")


class Passive(NamedTuple):
    """A range of a text, in code points: from the auxiliary up to and with the participle."""

    start: int
    end: int


def passives(text: WordedText, sentence_starts: Sequence[int], language: str) -> Iterator[Passive]:
    """The passives of a text, in order, each participle once: from its first auxiliary on."""
    done = 0
    for place in _auxiliaries(text.norms, language):
        auxiliary = text.spans[place][0]
        if auxiliary < done:
            continue
        words, spans = _around(text, sentence_starts, place)
        at = bisect_left(spans, (auxiliary,))
        found = _PARTICIPLE[language](words, at)
        if found is not None:
            done = spans[found][1]
            yield Passive(spans[_opening(words, at, language)][0], done)


def _auxiliaries(words: Sequence[str], language: str) -> Iterator[int]:
    """The places of the auxiliaries soon after which a word has the form of a participle."""
    known, may_be, within = _auxiliary_words(language), _MAY_BE_PARTICIPLE[language], _WITHIN[language]
    for place, word in enumerate(words):
        if word in known and any(map(may_be, words[place + 1 : place + 1 + within])):
            yield place


@cache
def _auxiliary_words(language: str) -> frozenset[str]:
    return frozenset(word_lists("passives", language)["auxiliary"].split())


def _around(text: WordedText, sentence_starts: Sequence[int], place: int) -> tuple[list[str], list[tuple[int, int]]]:
    """The words and marks around a word, within its sentence, and their ranges of the text."""
    after = bisect_right(sentence_starts, text.spans[place][0])
    position = sentence_starts[after - 1] if after else 0
    end = sentence_starts[after] if after < len(sentence_starts) else len(text.text)
    first, last = bisect_left(text.spans, (position,)), bisect_left(text.spans, (end,))
    if first < place - _BEFORE:
        first = place - _BEFORE
        position = text.spans[first][0]
    if last > place + _AFTER:
        last = place + _AFTER
        end = text.spans[last][0]
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    for word, span in chain(zip(text.norms[first:last], text.spans[first:last], strict=True), [("", (end, end))]):
        between = text.text[position : span[0]]
        if between and between != " ":
            marks = [match.span() for match in _MARK.finditer(text.text, position, span[0])]
            words += [text.text[start] for start, _ in marks]
            spans += marks
        words.append(word)
        spans.append(span)
        position = span[1]
    return words[:-1], spans[:-1]


def _opening(words: Sequence[str], place: int, language: str) -> int:
    """Where the verb begins: at the form of have or « avoir » before a participle of be or « être »."""
    if words[place] not in {"been", "été"}:
        return place
    have = frozenset(word_lists("passives", language)["have"].split())
    return next((at for at in range(place - 1, max(place - 4, -1), -1) if words[at] in have), place)
