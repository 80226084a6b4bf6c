"""Reading ease: how much the length of words and sentences asks of a reader."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from smolint.check import Check, Mark
from smolint.checks.genre import is_bulletin
from smolint.checks.quotation import is_borrowed, is_quotation
from smolint.checks.rounding import beside
from smolint.checks.sentence import running_text
from smolint.dataclass import dataclass
from smolint.language.readability import reading_ease
from smolint.language.word_table import WordTable
from smolint.late_pattern import late_pattern
from smolint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.prose import Prose, Sentence
    from smolint.reading import Reading

FORMULAS = frozenset({"en", "fr"})
"""The languages that have a formula."""

_SIGNS = frozenset("/@#_")
_ABBREVIATION = late_pattern(
    r"[A-Z](?:[./&]?[A-Z0-9]){1,6}\.?s?(?:['’]s)?|(?i:(?=[^\W_]{2})(?!.*[aeiouyœæàâäéèêëîïôöùûüÿ'’]).+)", re.DOTALL
)
"""HTML, U.S., PDFs, W3C in capitals, and letters without a vowel: npm, Mr."""
_SHOWN = 3
_LEAST_PROSE = 7
"""Mean words of a sentence: with fewer, a text is an index or a list of names, and no sentence is at fault."""
_CLASSES = (
    (30, "very difficult", "très difficile"),
    (50, "difficult", "difficile"),
    (60, "fairly difficult", "assez difficile"),
)
"""Flesch's names for the scores below 30, 50 and 60 of 100 (The Art of Readable Writing, 1949)."""


class SpokenSentence(NamedTuple):
    """A sentence with its words and syllables, those counted that one pronounces: no address, hashtag or mention.

    An abbreviation or figure is one syllable (R. Flesch, How to Write Plain English, 1979, chapter 2).
    """

    sentence: Sentence
    words: int
    syllables: int


@dataclass(frozen=True, slots=True)
class Ease:
    """The reading ease of a text (about 0 to 100, not clipped), and what it is made of, sentence by sentence."""

    score: float
    words: int
    syllables: int
    sentences: tuple[SpokenSentence, ...]

    @property
    def words_per_sentence(self) -> float:
        """The mean length of a sentence, in words."""
        return self.words / len(self.sentences)

    @property
    def syllables_per_word(self) -> float:
        """The mean length of a word, in syllables."""
        return self.syllables / self.words


def ease_of(reading: Reading) -> Ease | None:
    """The reading ease of a draft; None for a language without a formula and a text without words.

    Headings, items and cells are read too, each as a sentence of its own (as in Yoast SEO); quotations are left out.
    """
    language = reading.draft.language
    if language not in FORMULAS:
        return None
    spoken = list(_spoken(reading.proses[language])) if language in reading.proses else []
    words, syllables = sum(one.words for one in spoken), sum(one.syllables for one in spoken)
    score = reading_ease(words, len(spoken), syllables, language)
    return None if score is None else Ease(score, words, syllables, tuple(spoken))


@lru_cache(maxsize=4)
def _beats(language: str, *, shouted: bool) -> WordTable[int]:
    """For each word as written its syllables as one says it; -1 for what is no word."""
    from smolint.language.syllables import syllables

    def beats(word: str) -> int:
        if not _SIGNS.isdisjoint(word):
            return -1
        return 1 if not shouted and _ABBREVIATION.fullmatch(word) else syllables(word, language)

    return WordTable(beats)


def _spoken(prose: Prose) -> Iterator[SpokenSentence]:
    """The sentences that have words which one pronounces."""
    beats = _beats(prose.language, shouted=False).of(prose.text.written)
    for block, (first, end) in zip(prose.blocks, pairwise(prose.block_words), strict=True):
        if block.text.isupper():
            beats[first:end] = _beats(prose.language, shouted=True).of(prose.text.written[first:end])
    for block, (first, end) in zip(prose.blocks, pairwise(prose.block_sentences), strict=True):
        if not is_quotation(block):
            for at in range(first, end):
                spoken = beats[prose.sentence_words[at] : prose.sentence_words[at + 1]]
                silent = spoken.count(-1)
                if prose.sentence_lengths[at] > silent:
                    yield SpokenSentence(prose.sentences[at], prose.sentence_lengths[at] - silent, sum(spoken) + silent)


@dataclass(frozen=True, slots=True)
class HardToRead:
    """The lowest scores that are fine, for English (Flesch) and French (Kandel–Moles); shorter texts are left out."""

    min_english: int = 30
    min_french: int = 50
    min_sentences: int = 10
    min_words: int = 100


def hard_to_read(reading: Reading, options: HardToRead) -> Iterator[Mark]:
    """The sentence that weighs most on the reading ease of a text whose score is too low.

    Values: `score` and `limit`, `class_en` and `class_fr` (the score in words), `sentence_words` and `word_syllables`
    (means), `lines` (where the hardest sentences begin, the marked one first).
    """
    ease = None if is_bulletin(reading.draft) else ease_of(reading)
    limit = options.min_french if reading.draft.language == "fr" else options.min_english
    if ease is None or ease.score >= limit:
        return
    if len(ease.sentences) < options.min_sentences or ease.words < options.min_words:
        return
    if ease.words_per_sentence < _LEAST_PROSE:
        return
    hardest = _hardest(reading, ease)
    if hardest:
        places = [one.block.span(one.start, one.end) for one in hardest]
        yield Mark(places[0], _values(ease, limit) | {"lines": _lines(reading, [span.start for span in places])})


def _hardest(reading: Reading, ease: Ease) -> list[Sentence]:
    """The sentences without which the text would score best, hardest first; those of others cannot be mended."""
    language = reading.draft.language

    def without(one: SpokenSentence) -> float:
        rest = reading_ease(ease.words - one.words, len(ease.sentences) - 1, ease.syllables - one.syllables, language)
        return rest or 0.0

    running = {id(block) for block in running_text(reading) if not is_quotation(block)}
    own = [
        one for one in ease.sentences if id(one.sentence.block) in running and not is_borrowed(reading, *one.sentence)
    ]
    return [one.sentence for one in sorted(own, key=without, reverse=True)[:_SHOWN]]


def _lines(reading: Reading, offsets: list[int]) -> str:
    lines = (reading.draft.source.position(offset).line for offset in offsets)
    return ", ".join(str(line) for line in dict.fromkeys(lines))


def _values(ease: Ease, limit: int) -> dict[str, Any]:
    words = next((pair for below, *pair in _CLASSES if ease.score < below), _CLASSES[-1][1:])
    return {
        "score": beside(ease.score, limit),
        "limit": limit,
        "class_en": words[0],
        "class_fr": words[1],
        "sentence_words": round(ease.words_per_sentence, 1),
        "word_syllables": round(ease.syllables_per_word, 1),
    }


CHECKS: tuple[Check, ...] = (Check("hard-to-read", hard_to_read, HardToRead),)
