"""The text that a post's author wrote for it: what is measured when a rule asks how much a post has to say."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from smolint.language.function_words import FUNCTION_WORDS
from smolint.language.word_table import WordTable
from smolint.late_pattern import late_pattern
from smolint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Block
    from smolint.prose import Prose, Sentence
    from smolint.reading import Reading

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


class Line(NamedTuple):
    """A sentence with its words in lower case, what stands before each of them, and which name topics.

    `topics` has for each word its first six letters, or `""` for a function word, a short word or a figure.
    """

    sentence: Sentence
    words: tuple[str, ...]
    gaps: list[str]
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
        and reading.fine_word_count(block) <= _BOILERPLATE_WORDS
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
    topics = {language: tuple(_topics(language).of(prose.norms)) for language, prose in reading.proses.items()}
    return tuple(
        line
        for block in reading.draft.prose
        if block.kind in _SAID and not _UNSAID.intersection(block.within) and not is_boilerplate(reading, block)
        for line in _lines(*reading.place(block), topics[reading.language_of(block)])
    )


@lru_cache(maxsize=8)
def _topics(language: str) -> WordTable[str]:
    """For each word in lower case the first letters of its topic, if it names one."""
    functions = FUNCTION_WORDS.get(language, frozenset())

    def topic(word: str) -> str:
        names = len(word) >= _LEAST_TOPIC and word not in functions and word[0].isalpha()
        return word[:STEM_LETTERS] if names else ""

    return WordTable(topic)


def _lines(prose: Prose, number: int, topics: tuple[str, ...]) -> Iterator[Line]:
    """The sentences of a block by its number."""
    words, gaps, bounds = prose.norms, prose.text.gaps, prose.sentence_words
    for at in range(*prose.block_sentences[number : number + 2]):
        first, end = bounds[at : at + 2]
        if end > first:
            yield Line(prose.sentences[at], words[first:end], gaps[first:end], topics[first:end])
