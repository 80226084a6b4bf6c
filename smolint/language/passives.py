"""Passive verbs in a text of French or English, told by their form: an auxiliary and a past participle.

Rules over words, without a trained model. Participles that only tell a state or a feeling ("we are interested",
« elle est située ») count where an agent follows ("by", « par »).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache
from typing import TYPE_CHECKING

from smolint.language import english_passive, french_passive
from smolint.language.phrases import word_lists
from smolint.language.word_table import WordTable
from smolint.late_pattern import late_pattern
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
_CANDIDATE = {
    "en": late_pattern("[ab](?=[^pb]{0,7}[pb])"),
    "fr": late_pattern("[ab](?=[^pb]{0,19}[pb])"),
}
"""In the forms of a text's words, a letter each, an auxiliary and a participle at most eight or twenty words behind."""

_BEFORE = 4
"""How many words in front of an auxiliary tell what it is: of the same sentence, where it has as many."""
_AFTER = 20
"""How many words behind it are looked at; a question's mark may stand farther away."""


class Passive(NamedTuple):
    """A range of a text, in code points: from the auxiliary up to and with the participle."""

    start: int
    end: int


def passives(text: WordedText, sentence_starts: Sequence[int], language: str) -> Iterator[Passive]:
    """The passives of a text, in order, each participle once: from its first auxiliary on."""
    if _listed("auxiliary", language).isdisjoint(text.norms):
        return
    done = 0
    forms = "".join(_forms(language).of(text.norms))
    for candidate in _CANDIDATE[language].finditer(forms):
        place = candidate.start()
        if place < done:
            continue
        words, numbers = _around(text, sentence_starts, place)
        at = numbers.index(place)
        found = _PARTICIPLE[language](words, at)
        if found is not None:
            done = numbers[found] + 1
            yield Passive(text.starts[numbers[_opening(words, at, language)]], text.ends[numbers[found]])


@cache
def _forms(language: str) -> WordTable[str]:
    """For each word a letter: `a` for an auxiliary, `p` for the form of a participle, `b` for both."""
    auxiliaries, may_be_participle = _listed("auxiliary", language), _MAY_BE_PARTICIPLE[language]

    def form(word: str) -> str:
        if word in auxiliaries:
            return "b" if may_be_participle(word) else "a"
        return "p" if may_be_participle(word) else "-"

    return WordTable(form)


@cache
def _listed(name: str, language: str) -> frozenset[str]:
    return frozenset(word_lists("passives", language)[name].split())


def _around(text: WordedText, sentence_starts: Sequence[int], place: int) -> tuple[list[str], list[int]]:
    """The words and marks around a word, within its sentence, and the numbers of these words; -1 for a mark."""
    after = bisect_right(sentence_starts, text.starts[place])
    begin = sentence_starts[after - 1] if after else 0
    end = sentence_starts[after] if after < len(sentence_starts) else len(text.text)
    first = max(bisect_left(text.starts, begin), place - _BEFORE)
    last = min(bisect_left(text.starts, end), place + _AFTER)
    words: list[str] = []
    numbers: list[int] = []
    between = text.text[begin : text.starts[first]] if first == 0 or text.ends[first - 1] <= begin else ""
    for number in range(first, last):
        marks = _marks(between)
        words += [*marks, text.norms[number]]
        numbers += [*[-1] * len(marks), number]
        between = text.gaps[number + 1]
    rest = text.text[text.ends[last - 1] : end]
    words += _marks(between[: len(rest)])
    return [*words, "?"] if "?" in rest[len(between) :] else words, numbers


def _marks(between: str) -> str:
    return "" if between == " " else "".join(between.split())


def _opening(words: Sequence[str], place: int, language: str) -> int:
    """Where the verb begins: at the form of have or « avoir » before a participle of be or « être »."""
    if words[place] not in {"been", "été"}:
        return place
    have = _listed("have", language)
    return next((at for at in range(place - 1, max(place - 4, -1), -1) if words[at] in have), place)
