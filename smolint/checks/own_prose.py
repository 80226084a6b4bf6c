"""The text that a post's author wrote for it: what is measured when a rule asks how much a post has to say."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from smolint.language.function_words import FUNCTION_WORDS
from smolint.late_pattern import late_pattern
from smolint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Block
    from smolint.reading import Reading, Sentence

STEM_LETTERS = 6
"""Letters by which two words count as one: cutting words is nearly as good as stemming them (McNamee and Mayfield 2004,
“Character N-Gram Tokenization for European Language Text Retrieval”) and costs nothing."""

_OWN = frozenset({"paragraph", "item", "term"})
_ASIDE = frozenset({"quote", "table", "link-list", "footnote"})
_SAID = _OWN | {"quote"}
_UNSAID = frozenset({"table", "link-list", "footnote"})
_LEAST_TOPIC = 4
_BOILERPLATE = late_pattern(
    r"(?<!\w)(?:share (?:this|on)|follow us|subscribe|sign up for|newsletter|all rights reserved|read more"
    r"|related posts|cookies?|partage[rz] (?:cet|sur)|suivez-nous|abonnez-vous|inscrivez-vous|infolettre"
    r"|tous droits réservés|lire la suite|articles? similaires?|à lire aussi)\b"
)
"""What a text in lower case may hold: one that lets case go is searched three times as slowly."""

_BOILERPLATE_CHARACTERS, _BOILERPLATE_WORDS = 300, 20
_MOST_FOLDED = 50_000


class Line(NamedTuple):
    """A sentence with its words in lower case, the ranges of these in the block's text, and which of them name topics.

    `topics` has for each word its first six letters, or `""` for a function word, a short word or a figure.
    """

    sentence: Sentence
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    topics: tuple[str, ...]


def is_boilerplate(reading: Reading, block: Block) -> bool:
    """True for a short block that asks to share, subscribe or read on: it stands under every post alike."""
    return id(block) in _boilerplate(reading)


@lru_cache(maxsize=4)
def _boilerplate(reading: Reading) -> frozenset[int]:
    """The `id` of each block of boilerplate in a draft."""
    return frozenset(
        id(block)
        for block in reading.draft.title_and_prose
        # Counting words costs most, and what is that long has more of them.
        if len(block.text) <= _BOILERPLATE_CHARACTERS
        and len(reading.words(block)) <= _BOILERPLATE_WORDS
        and _BOILERPLATE.search(block.text.lower())
    )


def own_prose(reading: Reading) -> list[Block]:
    """The blocks of a draft's own running text: no headings, code, quotations, tables, link lists or boilerplate."""
    return [
        block
        for block in reading.draft.prose
        if block.kind in _OWN and not _ASIDE.intersection(block.within) and not is_boilerplate(reading, block)
    ]


@lru_cache(maxsize=4)
def lines(reading: Reading) -> tuple[Line, ...]:
    """The sentences of a draft's running text, quotations included, headings, tables and boilerplate left out."""
    return tuple(
        line
        for block in reading.draft.prose
        if block.kind in _SAID and not _UNSAID.intersection(block.within) and not is_boilerplate(reading, block)
        for line in _lines(reading, block)
    )


class _Folded(dict[str, tuple[str, str]]):
    """For each word as written its lower case and its topic, worked out once for all drafts of a run."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._functions = FUNCTION_WORDS.get(language, frozenset())

    def __missing__(self, written: str) -> tuple[str, str]:
        if len(self) >= _MOST_FOLDED:
            self.clear()
        word = written.casefold()
        names = len(word) >= _LEAST_TOPIC and word not in self._functions and word[0].isalpha()
        self[written] = found = (word, word[:STEM_LETTERS] if names else "")
        return found


@lru_cache(maxsize=8)
def _folded(language: str) -> _Folded:
    return _Folded(language)


def _lines(reading: Reading, block: Block) -> Iterator[Line]:
    text, spans, folded = block.text, reading.words(block), _folded(reading.language_of(block))
    if not spans:
        return
    words, topics = zip(*[folded[text[start:end]] for start, end in spans], strict=True)
    first = 0
    for sentence in reading.sentences(block):
        last = bisect_left(spans, (sentence.end,), first)
        if last > first:
            yield Line(sentence, words[first:last], spans[first:last], topics[first:last])
        first = last
