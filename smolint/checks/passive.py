"""Sentences in the passive: each of them, and their share of a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from smolint.check import Check, Mark, NoOptions
from smolint.checks.depth import is_post
from smolint.checks.genre import is_bulletin
from smolint.checks.rounding import beside
from smolint.checks.sentence import counted_sentences
from smolint.dataclass import dataclass
from smolint.finding import Level
from smolint.language.phrases import LANGUAGES
from smolint.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.language.passives import Passive
    from smolint.prose import Prose, Sentence
    from smolint.reading import Reading

_AUXILIARY = {
    "en": late_pattern(r"\b(?:am|is|are|was|were|be|been|being|g[eo]t\w*|\w+n['’]t)\b|['’](?:m|re|s)\b", re.IGNORECASE),
    "fr": late_pattern(
        r"\b(?:suis|es|est|sommes|êtes|sont|ét\w+|f[uû]\w+|ser\w+|soi\w+|soyons|soyez|être)\b", re.IGNORECASE
    ),
}
"""What a text without a passive lacks; only a text that has it is given to a trained pipeline."""

_LISTED = 8


@dataclass(frozen=True, slots=True)
class PassiveSentence:
    """A sentence with a passive, and the range of its first one in the block's text: auxiliary to participle."""

    sentence: Sentence
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passives:
    """The sentences of a text that are passive, and how many it has in all."""

    found: tuple[PassiveSentence, ...]
    sentences: int

    @property
    def share(self) -> float:
        """The share of sentences that are passive, 0 to 1."""
        return len(self.found) / self.sentences if self.sentences else 0.0


def passive_sentences(reading: Reading) -> Passives:
    """The passive sentences of what the author wrote in French and English, headings and tables too."""
    verbs: dict[int, Passive] = {}
    for language in LANGUAGES & reading.proses.keys():
        pipeline = reading.pipelines.get(language)
        prose = reading.proses[language]
        for number, verb in _parsed(reading, prose, pipeline) if pipeline else _told(prose):
            verbs.setdefault(id(prose.sentences[number]), verb)
    sentences = counted_sentences(reading)
    found = (PassiveSentence(one, *verbs[id(one)]) for one in sentences if id(one) in verbs) if verbs else ()
    return Passives(tuple(found), len(sentences))


def _told(prose: Prose) -> Iterator[tuple[int, Passive]]:
    """The passives that the words tell, each with the number of its sentence; ranges are those of its block's text."""
    from smolint.language.passives import Passive, passives

    starts = prose.sentence_starts
    for start, end in passives(prose.text, starts, prose.language):
        number = bisect_right(starts, start) - 1
        offset = starts[number] - prose.sentences[number].start
        yield number, Passive(start - offset, end - offset)


def _parsed(reading: Reading, prose: Prose, pipeline: str) -> Iterator[tuple[int, Passive]]:
    """The passives that a trained pipeline finds, as `_told` gives them."""
    from smolint.language.pipeline import parsed_passives

    for block, first in zip(prose.blocks, prose.block_sentences, strict=False):
        if _AUXILIARY[prose.language].search(block.prose):
            starts = [sentence.start for sentence in reading.sentences(block)]
            for verb in parsed_passives(reading.parsed(block, pipeline)):
                yield first + bisect_right(starts, verb.start) - 1, verb


def passive_each(reading: Reading, _: NoOptions) -> Iterator[Mark]:
    """Each passive sentence of a post: its auxiliary up to the participle."""
    for one in passive_sentences(reading).found:
        yield Mark(one.sentence.block.span(one.start, one.end))


@dataclass(frozen=True, slots=True)
class PassiveShare:
    """`max_share`: percent of sentences that may be passive; texts of fewer than `min_sentences` are left out.

    Up to `far_share` percent a finding is a suggestion at most.
    """

    max_share: int = 10
    far_share: int = 15
    min_sentences: int = 10


def passive_share(reading: Reading, options: PassiveShare) -> Iterator[Mark]:
    """The first passive sentence of a post in which too many are.

    Values: `share` and `limit` (percent), `count` (passive sentences), `sentences`, `lines` (of the next ones).
    Release notes tell what was done, and are left alone.
    """
    if not is_post(reading) or is_bulletin(reading.draft):
        return
    passives = passive_sentences(reading)
    count = len(passives.found)
    if passives.sentences < options.min_sentences or count * 100 <= options.max_share * passives.sentences:
        return
    first = passives.found[0]
    values = {
        "share": beside(100 * passives.share, options.max_share),
        "limit": options.max_share,
        "count": count,
        "sentences": passives.sentences,
        "lines": _lines(reading, passives.found[1:]),
    }
    mild = count * 100 <= options.far_share * passives.sentences
    yield Mark(first.sentence.block.span(first.start, first.end), values, at_most=Level.SUGGESTION if mild else None)


def _lines(reading: Reading, found: tuple[PassiveSentence, ...]) -> str:
    """The lines of the source on which passives stand, the first `_LISTED` of them."""
    source = reading.draft.source
    lines = dict.fromkeys(source.position(one.sentence.block.span(one.start, one.end).start).line for one in found)
    shown = ", ".join(str(line) for line in list(lines)[:_LISTED])
    return f"{shown}…" if len(lines) > _LISTED else shown


CHECKS: tuple[Check, ...] = (
    Check("passive", passive_each),
    Check("passive-share", passive_share, PassiveShare),
)
