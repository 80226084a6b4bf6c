"""Sentences and paragraphs that say again what a post has said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.depth import is_post
from smolint.checks.own_prose import lines
from smolint.checks.quotation import is_borrowed, is_quotation
from smolint.checks.repetition import Repeat, repeats_of
from smolint.dataclass import dataclass
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smolint.checks.own_prose import Line
    from smolint.reading import Reading

_REFRAIN, _REFRAIN_WORDS = 3, 14
_NEAR_TOPICS = 7
_CODE = "\ufffc"
_ITALICS = frozenset("*_")
_DASHES = frozenset("—–")


@dataclass(frozen=True, slots=True)
class Padded:
    """`min_words`: shorter repeated stretches are left alone."""

    min_words: int = 10


def depth_padded(reading: Reading, options: Padded) -> Iterator[Mark]:
    """Each stretch of sentences that repeats earlier ones. Values: `words`, `line` (of the first of the earlier ones).

    Quotations (a pull quote repeats by trade), refrains, items without an end mark and sentences that differ in
    their code or figures are left alone.
    """
    if not is_post(reading):
        return
    said = lines(reading)
    found = [one for one in repeats_of(reading) if _counts(reading, said, one)]
    refrains = _refrains(said, found)
    for stretch in _stretches([one for one in found if one.first not in refrains]):
        words = sum(len(said[one.place].words) for one in stretch)
        if words >= options.min_words:
            earlier = _span(said[stretch[0].first])
            span = Span(_span(said[stretch[0].place]).start, _span(said[stretch[-1].place]).end)
            yield Mark(span, {"words": words, "line": reading.draft.source.position(earlier.start).line})


def _span(line: Line) -> Span:
    return line.sentence.block.span(line.sentence.start, line.sentence.end)


def _counts(reading: Reading, said: Sequence[Line], one: Repeat) -> bool:
    """Whether a repeat is one that readers would notice as such."""
    later, earlier = said[one.place], said[one.first]
    if any(is_quotation(line.sentence.block) or _is_label(line) for line in (later, earlier)):
        return False
    if _CODE in _prose(later) + _prose(earlier) and _text(later) != _text(earlier):
        return False
    if later.words != earlier.words and (_is_item(later) or len(set(later.topics)) < _NEAR_TOPICS):
        return False
    if any(_is_caption(reading, line) for line in (later, earlier)):
        return False
    return not is_borrowed(reading, later.sentence.block, later.sentence.start, later.sentence.end)


def _is_label(line: Line) -> bool:
    """An item of a list, or a line of a poem or an address, that is no whole sentence."""
    return not line.sentence.text.rstrip(" \n)”»\"'*_").endswith((".", "!", "?", "…", ":"))


def _is_item(line: Line) -> bool:
    """The items of a list are often built alike."""
    return line.sentence.block.kind == "item"


def _is_caption(reading: Reading, line: Line) -> bool:
    """A paragraph in italics, or one that credits someone: the same words may stand under two pictures."""
    block = line.sentence.block
    start = block.span().start
    return reading.draft.source.text[max(0, start - 1) : start] in _ITALICS or block.text.lstrip()[:1] in _DASHES


def _text(line: Line) -> str:
    return " ".join(line.sentence.text.casefold().split())


def _prose(line: Line) -> str:
    sentence = line.sentence
    return sentence.block.prose[sentence.start : sentence.end]


def _refrains(said: Sequence[Line], found: Sequence[Repeat]) -> set[int]:
    """Short sentences that come back three times and more by themselves: the author means it so."""
    counts: dict[int, int] = {}
    for one in found:
        counts[one.first] = counts.get(one.first, 0) + 1
    alone = {stretch[0].first for stretch in _stretches(found) if len(stretch) == 1}
    return {
        first
        for first, count in counts.items()
        if count >= _REFRAIN - 1 and first in alone and len(said[first].words) <= _REFRAIN_WORDS
    }


def _stretches(found: Sequence[Repeat]) -> list[list[Repeat]]:
    """Repeats that follow one another, together."""
    result: list[list[Repeat]] = []
    for one in found:
        if result and one.place == result[-1][-1].place + 1:
            result[-1].append(one)
        else:
            result.append([one])
    return result


CHECKS: tuple[Check, ...] = (Check("depth-padded", depth_padded, Padded),)
