"""The prose of a draft in one language: its blocks laid together, cut into words and sentences once for all rules."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import accumulate, pairwise

from smolint.language.sentences import sentence_spans
from smolint.language.words import PARTED, WordedText, whole_word_starts, worded
from smolint.named_tuple import NamedTuple
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smolint.draft import Block


class Stretch(NamedTuple):
    """A stretch of a block's text: the block, and a range of that text (code points)."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """The visible text of the stretch."""
        return self.block.text[self.start : self.end]


class Sentence(Stretch):
    """A sentence of a block's text."""

    __slots__ = ()


class Prose:
    """Some blocks in one language, in order. All offsets are code points of `text`, where they stand one after another.

    What is said of blocks and of sentences has one value more than these, which is that of an end: so block `n` has the
    words from number `block_words[n]` up to `block_words[n + 1]`.
    """

    def __init__(self, blocks: Sequence[Block], language: str) -> None:
        self.blocks = blocks
        self.language = language
        texts = [block.prose for block in blocks]
        self.text: WordedText = worded(PARTED.join(texts), language)
        """The text of all blocks, code left out, cut into words."""
        self.offsets: list[int] = [*accumulate((len(text) + len(PARTED) for text in texts), initial=0)]
        """Where each block begins."""

    @cached_property
    def norms(self) -> tuple[str, ...]:
        """The words in lower case with straight apostrophes."""
        return tuple(self.text.norms)

    @cached_property
    def block_words(self) -> list[int]:
        """The number of each block's first word."""
        return [bisect_left(self.text.starts, offset) for offset in self.offsets]

    @cached_property
    def whole_words(self) -> list[int]:
        """Where the words begin that a word processor counts (`smolint.language.words.whole_word_starts`)."""
        return whole_word_starts(self.text)

    @cached_property
    def word_counts(self) -> list[int]:
        """How many of `whole_words` each block has."""
        numbers = self.block_words
        if len(self.whole_words) < len(self.text.starts):
            numbers = [bisect_left(self.whole_words, offset) for offset in self.offsets]
        return [after - before for before, after in pairwise(numbers)]

    @cached_property
    def _cut(self) -> tuple[tuple[Sentence, ...], list[int]]:
        found: list[Sentence] = []
        numbers = [0]
        for block in self.blocks:
            found += [Sentence(block, start, end) for start, end in sentence_spans(block.prose, self.language)]
            numbers.append(len(found))
        return tuple(found), numbers

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of all blocks; inline code stands in them as U+FFFC."""
        return self._cut[0]

    @property
    def block_sentences(self) -> list[int]:
        """The number of each block's first sentence."""
        return self._cut[1]

    @cached_property
    def sentence_starts(self) -> list[int]:
        """Where each sentence begins."""
        return [
            offset + sentence.start
            for offset, (first, end) in zip(self.offsets, pairwise(self.block_sentences), strict=False)
            for sentence in self.sentences[first:end]
        ]

    @cached_property
    def sentence_words(self) -> list[int]:
        """The number of each sentence's first word."""
        return [*self._numbers(self.text.starts), len(self.text.starts)]

    @cached_property
    def sentence_lengths(self) -> list[int]:
        """How many of `whole_words` each sentence has."""
        numbers = self.sentence_words
        if len(self.whole_words) < len(self.text.starts):
            numbers = [*self._numbers(self.whole_words), len(self.whole_words)]
        return [after - before for before, after in pairwise(numbers)]

    def _numbers(self, starts: list[int]) -> list[int]:
        return [bisect_left(starts, start) for start in self.sentence_starts]
