"""A word or a phrase that a post says far more often than running prose would."""

from __future__ import annotations

from collections import Counter
from itertools import chain, groupby
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.depth import is_post
from smolint.checks.keyphrase_text import Density, keyphrase_density
from smolint.checks.own_prose import lines
from smolint.checks.search_fields import keyphrase_field
from smolint.checks.stuffing import LEAST_WORDS, Stuffing, stuffing, stuffing_of, terms
from smolint.dataclass import dataclass, replace
from smolint.finding import Level
from smolint.language.phrases import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smolint.checks.own_prose import Line
    from smolint.reading import Reading

_LEAST_TIMES = 5
_PARAGRAPH_TIMES = 4
_PARAGRAPH_RATE = 7.0


@dataclass(frozen=True, slots=True)
class Stuffed:
    """`max_pressure`: how far above running prose is too far (1 is much, real posts stay under 3).

    `word_pressure` is the limit for a single word, which may well be what a post is about, `declared_pressure` that for
    the keyphrase that the post declares, `paragraph_pressure` that within one paragraph; from `sure_pressure` on the
    finding is more than a suggestion. Below that, a term that stands less oddly than `min_oddness` (each time, on
    average) is what the post is about. Texts under `min_words` words are left alone, and so is a declared keyphrase
    of which `keyphrase-density` says that it comes too often.
    """

    max_pressure: float = 3.3
    word_pressure: float = 8.0
    declared_pressure: float = 2.6
    paragraph_pressure: float = 9.0
    sure_pressure: float = 6.5
    min_oddness: float = 0.2
    min_words: int = 100


def depth_stuffed(reading: Reading, options: Stuffed) -> Iterator[Mark]:
    """The sentence in which a stuffed term comes most often; without one in the whole text, each stuffed paragraph's.

    Values: `term`, `times`, `share` (times per 100 words), `limit` (the same for a term used as this one is).
    """
    if not is_post(reading) or reading.draft.language not in LANGUAGES:
        return
    said = lines(reading)
    if sum(len(line.words) for line in said) < options.min_words:
        return
    found = _stuffed(reading, said, options)
    if found is not None:
        limit = _limit(reading, found, options)
        mark = _mark(found, said, limit, "")
        if not (_is_declared(reading, found) and _is_told(reading)):
            yield mark if found.pressure >= options.sure_pressure else replace(mark, at_most=Level.SUGGESTION)
        return
    for _, group in groupby(said, key=lambda line: id(line.sentence.block)):
        paragraph = list(group)
        if _may_be_stuffed(paragraph):
            found = stuffing(paragraph, reading.draft.language)
            if len(found.term) > 1 and found.times >= _PARAGRAPH_TIMES and found.pressure > options.paragraph_pressure:
                mark = _mark(found, paragraph, options.paragraph_pressure, "paragraph")
                yield replace(mark, at_most=Level.SUGGESTION)


def _stuffed(reading: Reading, said: Sequence[Line], options: Stuffed) -> Stuffing | None:
    """The most pressing term of a draft, if it is stuffed."""
    # Few terms come so often that one need look for what presses more and comes less often.
    if not any(_is_stuffed(reading, one, options) for one in terms(said, reading.draft.language, _LEAST_TIMES)):
        return None
    found = stuffing_of(reading)
    return found if _is_stuffed(reading, found, options) else None


def _is_stuffed(reading: Reading, found: Stuffing, options: Stuffed) -> bool:
    often = found.times >= _LEAST_TIMES and found.pressure > _limit(reading, found, options)
    return often and (found.pressure >= options.sure_pressure or found.odd > options.min_oddness * found.times)


def _limit(reading: Reading, found: Stuffing, options: Stuffed) -> float:
    if _is_declared(reading, found):
        return options.declared_pressure
    return options.max_pressure if len(found.term) > 1 else options.word_pressure


def _may_be_stuffed(paragraph: Sequence[Line]) -> bool:
    words = sum(len(line.words) for line in paragraph)
    if words < LEAST_WORDS:
        return False
    counts = Counter(chain.from_iterable(line.topics for line in paragraph))
    del counts[""]
    most = max(counts.values(), default=0)
    return most >= _PARAGRAPH_TIMES and 100 * most >= _PARAGRAPH_RATE * words


def _is_declared(reading: Reading, found: Stuffing) -> bool:
    """Whether the term is the keyphrase that the post declares, or a word of it."""
    field = keyphrase_field(reading.draft)
    return field is not None and " ".join(found.term) in str(field.value).casefold()


def _is_told(reading: Reading) -> bool:
    """Whether another rule says already that the declared keyphrase comes too often."""
    return any(mark.variant == "often" for mark in keyphrase_density(reading, Density()))


def _mark(found: Stuffing, said: Sequence[Line], limit: float, variant: str) -> Mark:
    number = Counter(number for number, _ in found.places).most_common(1)[0][0]
    sentence = said[number].sentence
    values = {
        "term": " ".join(found.term),
        "times": found.times,
        "share": round(found.rate, 1),
        "limit": round(found.rate * limit / found.pressure, 1),
    }
    return Mark(sentence.block.span(sentence.start, sentence.end), values, variant=variant)


CHECKS: tuple[Check, ...] = (Check("depth-stuffed", depth_stuffed, Stuffed),)
