"""Sentences that are too long, one by one and as a share of a text."""

from __future__ import annotations

from functools import lru_cache
from itertools import compress

from smolint.check import Check, Mark
from smolint.checks.quotation import credited, is_borrowed, is_quotation, is_roll
from smolint.checks.rounding import beside
from smolint.dataclass import dataclass
from smolint.finding import Level
from smolint.late_pattern import late_pattern
from smolint.prose import Sentence
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Block
    from smolint.reading import Reading

_RUNNING = frozenset({"paragraph", "item", "quote", "caption", "term"})
_NEW_LINE = late_pattern(r"(?<![ \t\n])(?<!\n\s)[ \t]*+\n\s*+(?=[^\w\s]*\s?[A-ZÀ-ÖØ-Þ0-9])")
_ENUMERATIONS = frozenset({"table", "link-list"})


def running_text(reading: Reading) -> Iterator[Block]:
    """The blocks that are read sentence by sentence: no headings, code, tables or lists of links."""
    return (
        block
        for block in reading.draft.prose
        if block.kind in _RUNNING and not _ENUMERATIONS.intersection(block.within)
    )


def _sentences(reading: Reading, block: Block) -> Iterator[tuple[int, Sentence]]:
    """The sentences of a block, each after its number of words.

    On a social platform, which shows line breaks, a line with a capital begins another.
    """
    if reading.platform.kind != "social":
        return zip(reading.sentence_lengths(block), reading.sentences(block), strict=True)
    return ((sentence_words(reading, one), one) for sentence in reading.sentences(block) for one in _lines(sentence))


def _lines(sentence: Sentence) -> Iterator[Sentence]:
    block, start, end = sentence
    for match in _NEW_LINE.finditer(block.text, start, end):
        yield Sentence(block, start, match.start())
        start = match.end()
    yield Sentence(block, start, end)


def counted_text(reading: Reading) -> list[Block]:
    """The blocks of which shares are counted: all but marked quotations; headings, tables and captions too.

    Yoast SEO, from whom the limits of the shares are, counts the same.
    """
    return [block for block in reading.draft.prose if not is_quotation(block)]


@lru_cache(maxsize=4)
def own_text(reading: Reading) -> tuple[Block, ...]:
    """The running text that the author wrote: what is quoted was said by someone else, and is not ours to shorten."""
    quoted = credited(reading.draft.prose)
    return tuple(block for block in running_text(reading) if not is_quotation(block) and id(block) not in quoted)


@lru_cache(maxsize=4)
def counted_sentences(reading: Reading) -> tuple[Sentence, ...]:
    """The sentences that have words, of the counted text but for blocks in other languages."""
    return tuple(
        sentence
        for block in counted_text(reading)
        if not reading.is_foreign(block)
        for sentence in compress(reading.sentences(block), reading.sentence_lengths(block))
    )


def _is_own(reading: Reading, sentence: Sentence) -> bool:
    block, start, end = sentence
    return not is_borrowed(reading, block, start, end) and not is_roll(reading, block, start, end)


def sentence_words(reading: Reading, sentence: Sentence) -> int:
    """How many words a sentence has, inline code left out."""
    return reading.words_between(sentence.block, sentence.start, sentence.end)


@dataclass(frozen=True, slots=True)
class TooLong:
    """`max_words`: the longest sentence that is still fine, in words."""

    max_words: int = 30


def sentence_too_long(reading: Reading, options: TooLong) -> Iterator[Mark]:
    """Each sentence with more words than `max_words`. Values: `words`, `limit`.

    Quotations, lists of names and text in other languages are left alone.
    """
    for block in own_text(reading):
        if max(reading.sentence_lengths(block), default=0) <= options.max_words or reading.is_foreign(block):
            continue
        for words, sentence in _sentences(reading, block):
            if words > options.max_words and _is_own(reading, sentence):
                yield Mark(block.span(sentence.start, sentence.end), {"words": words, "limit": options.max_words})


@dataclass(frozen=True, slots=True)
class LongShare:
    """`max_share`: percent of sentences that may have more than `max_words`; texts of fewer sentences are left out.

    Up to `far_share` percent a finding is a suggestion at most.
    """

    max_share: int = 25
    far_share: int = 30
    max_words: int = 20
    min_sentences: int = 10


def sentence_long_share(reading: Reading, options: LongShare) -> Iterator[Mark]:
    """The longest sentence of a text, in French or English, in which too many are long.

    Values: `share` and `limit` (percent), `count` (long sentences), `sentences`, `words` (a long one has more),
    `longest` (words of the marked one).
    """
    lengths = [
        pair
        for block in counted_text(reading)
        if not reading.is_foreign(block)
        for pair in _sentences(reading, block)
        if pair[0]
    ]
    count = sum(words > options.max_words for words, _ in lengths)
    if len(lengths) < options.min_sentences or count * 100 <= options.max_share * len(lengths):
        return
    longest, sentence = _longest(reading, lengths)
    values = {
        "share": beside(100 * count / len(lengths), options.max_share),
        "limit": options.max_share,
        "count": count,
        "sentences": len(lengths),
        "words": options.max_words,
        "longest": longest,
    }
    mild = count * 100 <= options.far_share * len(lengths)
    yield Mark(sentence.block.span(sentence.start, sentence.end), values, at_most=Level.SUGGESTION if mild else None)


def _longest(reading: Reading, lengths: list[tuple[int, Sentence]]) -> tuple[int, Sentence]:
    """The longest sentence that its author can cut; the longest at all where there is none."""
    own = {id(block) for block in own_text(reading)}
    ordered = sorted(lengths, key=lambda pair: -pair[0])
    return next((pair for pair in ordered if id(pair[1].block) in own and _is_own(reading, pair[1])), ordered[0])


CHECKS: tuple[Check, ...] = (
    Check("sentence-too-long", sentence_too_long, TooLong),
    Check("sentence-long-share", sentence_long_share, LongShare),
)
