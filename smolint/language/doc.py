"""A spaCy `Doc` with smolint's own words and sentences, without building a language pipeline."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from smolint.late_pattern import late_pattern
from smolint.time_limit import unweighed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_BETWEEN_WORDS = late_pattern(r"\s+|\S")
_SURROGATE = late_pattern("[\ud800-\udfff]")


def build_doc(
    text: str, words: Sequence[tuple[int, int]], sentence_starts: Sequence[int], vocab: Vocab | None = None
) -> Doc:
    """A `Doc` whose text is `text`, whose tokens are `words` plus the punctuation and spaces between them.

    `words` are ranges of code points, in order and apart; `sentence_starts` are the offsets at which sentences begin,
    kept as `Token.is_sent_start` (spaCy starts one at the first token in any case). All documents share one vocabulary,
    without vectors or tags, unless `vocab` is given. A lone surrogate, which spaCy cannot store, becomes U+FFFD.
    """
    storable = _SURROGATE.sub("\ufffd", text)
    begins = set(sentence_starts)
    spans: list[tuple[int, int]] = []
    spaces: list[bool] = []
    for start, end in _token_spans(storable, words, begins):
        if spans and not spaces[-1] and storable[start] == " " and start not in begins:
            spaces[-1] = True
            start += 1
            if start == end:
                continue
        spans.append((start, end))
        spaces.append(False)
    tokens = [storable[start:end] for start, end in spans]
    starts: list[bool | int | None] = [start in begins for start, _ in spans]
    return _made_by()(vocab or _vocabulary(), words=tokens, spaces=spaces, sent_starts=starts)


@cache
def _made_by() -> type[Doc]:
    with unweighed():  # spaCy takes 90 MB when it is loaded, which no draft is to blame for
        from spacy.tokens import Doc
    return Doc


@cache
def _vocabulary() -> Vocab:
    from spacy.vocab import Vocab

    return Vocab()


def _token_spans(text: str, words: Sequence[tuple[int, int]], begins: set[int]) -> Iterator[tuple[int, int]]:
    """Ranges that cover the text: words, runs of white space, single other characters; cut where sentences begin."""
    position = 0
    inside = begins.difference(start for start, _ in words)
    for start, end in words:
        # Nearly all gaps are empty or one character, and hardly ever does a sentence begin within a word.
        if start - position == 1:
            yield position, start
        elif start > position:
            yield from _between(text, position, start, begins)
        if inside:
            yield from _cut(start, end, begins)
        else:
            yield start, end
        position = end
    yield from _between(text, position, len(text), begins)


def _between(text: str, start: int, end: int, begins: set[int]) -> Iterator[tuple[int, int]]:
    for match in _BETWEEN_WORDS.finditer(text, start, end):
        yield from _cut(*match.span(), begins)


def _cut(start: int, end: int, begins: set[int]) -> Iterator[tuple[int, int]]:
    """A range in parts that each begin at its start or at a sentence's."""
    for place in range(start + 1, end):
        if place in begins:
            yield start, place
            start = place
    yield start, end
