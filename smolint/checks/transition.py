"""Transition words: the share of sentences that have one, and the longest stretch without."""

from __future__ import annotations

from bisect import bisect_right
from itertools import groupby
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.depth import is_post
from smolint.checks.genre import is_bulletin
from smolint.checks.rounding import beside
from smolint.checks.sentence import counted_sentences, own_text
from smolint.dataclass import dataclass
from smolint.finding import Level
from smolint.language.phrases import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.prose import Sentence
    from smolint.reading import Reading


@dataclass(frozen=True, slots=True)
class Transitions:
    """The sentences of a text in order, each with whether it has a transition."""

    sentences: tuple[tuple[Sentence, bool], ...]

    @property
    def count(self) -> int:
        """How many sentences have a transition."""
        return sum(tied for _, tied in self.sentences)

    @property
    def share(self) -> float:
        """The share of sentences that have a transition, 0 to 1."""
        return self.count / len(self.sentences) if self.sentences else 0.0


def transition_sentences(reading: Reading) -> Transitions:
    """Which sentences of what the author wrote in French and English have a transition word or phrase."""
    from smolint.language.transitions import transitions

    tied: set[int] = set()
    for language in LANGUAGES & reading.proses.keys():
        prose = reading.proses[language]
        places = (start for start, _ in transitions(prose.text, prose.sentence_starts, language))
        tied.update(id(prose.sentences[bisect_right(prose.sentence_starts, place) - 1]) for place in places)
    return Transitions(tuple((sentence, id(sentence) in tied) for sentence in counted_sentences(reading)))


@dataclass(frozen=True, slots=True)
class TransitionShare:
    """`min_share`: percent of sentences that should have a transition; shorter texts than `min_words` are left out.

    Down to `far_share` percent a finding is a suggestion at most.
    """

    min_share: int = 30
    far_share: int = 20
    min_words: int = 200


def transition_share(reading: Reading, options: TransitionShare) -> Iterator[Mark]:
    """Where the longest stretch of sentences without a transition begins, in a post that has too few.

    The share is that of `smolint stats`, of all counted text: the limit is Yoast SEO's, who counts headings too.
    The stretch is of running text alone: a heading or a table's cell needs no transition.

    Values: `share` and `limit` (percent), `count` (sentences with a transition), `sentences`, `stretch` (sentences
    in a row from the marked one on), `line` (where the last of them ends).
    """
    if not is_post(reading) or is_bulletin(reading.draft):
        return
    if sum(map(reading.word_count, own_text(reading))) < options.min_words:
        return
    found = transition_sentences(reading)
    if found.count * 100 >= options.min_share * len(found.sentences):
        return
    stretch = _longest_stretch(_running(reading, found))
    if not stretch:
        return
    first, last = stretch[0], stretch[-1]
    end = last.block.span(last.start, last.end).end
    values = {
        "share": beside(100 * found.share, options.min_share),
        "limit": options.min_share,
        "count": found.count,
        "sentences": len(found.sentences),
        "stretch": len(stretch),
        "line": reading.draft.source.position(end).line,
    }
    mild = found.count * 100 >= options.far_share * len(found.sentences)
    yield Mark(first.block.span(first.start, first.end), values, at_most=Level.SUGGESTION if mild else None)


def _running(reading: Reading, found: Transitions) -> Transitions:
    """The sentences of the running text alone."""
    own = {id(block) for block in own_text(reading)}
    return Transitions(tuple(pair for pair in found.sentences if id(pair[0].block) in own))


def _longest_stretch(found: Transitions) -> list[Sentence]:
    """The most sentences in a row without a transition, the first such stretch; none where each has one."""
    stretches = [
        [one for one, _ in group] for tied, group in groupby(found.sentences, lambda pair: pair[1]) if not tied
    ]
    return max(stretches, key=len, default=[])


CHECKS: tuple[Check, ...] = (Check("transition-share", transition_share, TransitionShare),)
