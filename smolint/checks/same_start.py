"""Sentences in a row that begin with the same word."""

from __future__ import annotations

from itertools import groupby, repeat
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.sentence import own_text
from smolint.dataclass import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.prose import Prose, Sentence
    from smolint.reading import Reading

_SKIPPED = {
    "en": frozenset(
        {"a", "an", "the", "this", "that", "these", "those"}
        | {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
    ),
    "fr": frozenset(
        {"le", "la", "l'", "les", "un", "une", "des", "du", "ce", "cet", "cette", "ces"}
        | {"deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"}
    ),
}
"""Articles, demonstratives and numerals: two sentences begin alike only when the next word is the same too."""


@dataclass(frozen=True, slots=True)
class Start:
    """How a sentence begins: its first word, with the next one after an article, and that range of the block's text."""

    words: str
    sentence: Sentence
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """Sentences in a row that begin alike, in order."""

    starts: tuple[Start, ...]

    @property
    def words(self) -> str:
        """The word or words that they begin with, in lower case."""
        return self.starts[0].words


def same_starts(reading: Reading, least: int = 3) -> list[Run]:
    """The runs of at least `least` sentences in a row that begin with the same word.

    Paragraphs follow one another; a heading, a list, a quotation or anything else between them ends a run. Articles,
    demonstratives and numerals are no beginning of their own: "The dog… The cat…" is none. Yoast SEO counts so.
    """
    places = list(_places(reading))
    beginnings = [_beginning(*place) if place else "" for place in places]
    runs, at = [], 0
    for words, group in groupby(beginnings):
        count = len(list(group))
        if words and count >= least:
            runs.append(Run(tuple(_start(words, *place) for place in places[at : at + count] if place)))
        at += count
    return runs


def _places(reading: Reading) -> Iterator[tuple[Prose, int] | None]:
    """Each sentence by its number, in order; None where something else stands between two paragraphs."""
    own = {id(block) for block in own_text(reading)}
    for block in reading.draft.blocks:
        if block.kind != "paragraph" or id(block) not in own or block.within:
            yield None
            continue
        prose, number = reading.place(block)
        first, end = prose.block_sentences[number : number + 2]
        yield from zip(repeat(prose), range(first, end), strict=False)


def _beginning(prose: Prose, number: int) -> str:
    """The first word of a sentence, with the next one after an article; `""` for one without words."""
    first, end = prose.sentence_words[number : number + 2]
    if first == end:
        return ""
    word = prose.norms[first]
    if word not in _SKIPPED.get(prose.language, ()) or end == first + 1:
        return word
    return f"{word} {prose.text.written[first + 1].lower()}"


def _start(words: str, prose: Prose, number: int) -> Start:
    sentence, text, first = prose.sentences[number], prose.text, prose.sentence_words[number]
    offset = prose.sentence_starts[number] - sentence.start
    return Start(words, sentence, text.starts[first] - offset, text.ends[first + words.count(" ")] - offset)


@dataclass(frozen=True, slots=True)
class SameStart:
    """`max_sentences`: how many sentences in a row may begin with the same word."""

    max_sentences: int = 2


def same_start(reading: Reading, options: SameStart) -> Iterator[Mark]:
    """The beginning of the first sentence too many that begins like those before it, once for each run.

    A row of questions is one on purpose. Values: `word` (as written), `count` (sentences in the run), `limit`.
    """
    if sum(len(reading.sentences(block)) for block in reading.draft.prose) <= options.max_sentences:
        return
    for run in same_starts(reading, options.max_sentences + 1):
        if all(one.sentence.text.rstrip().endswith("?") for one in run.starts):
            continue
        one = run.starts[options.max_sentences]
        word = one.sentence.block.text[one.start : one.end]
        values = {"word": word, "count": len(run.starts), "limit": options.max_sentences}
        yield Mark(one.sentence.block.span(one.start, one.end), values)


CHECKS: tuple[Check, ...] = (Check("same-start", same_start, SameStart),)
