"""How much a blog post seems to offer: a score from 0 to 100 with its parts in the open.

It is a proxy. The questions behind it are those that Google published with its Panda update ("Would you be
comfortable giving your credit card…", "Does this article have … insightful analysis", 6 May 2011); the measures, the
weights and the thresholds are smolint's own, for Google publishes none. Seven parts give up to 100 points; four
deductions take points away where a text was cut off, stuffed, padded or put together from others.
`benchmarks/depth.py` measures how well that works.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from smolint.checks import depth_parts
from smolint.checks.cohesion import variety
from smolint.checks.depth_parts import Part, count_words, scaled
from smolint.checks.own_prose import lines
from smolint.checks.repetition import repeated_share, repeats_of
from smolint.checks.stuffing import stuffing_of
from smolint.dataclass import dataclass
from smolint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smolint.checks.cohesion import Variety
    from smolint.checks.depth_parts import Words
    from smolint.checks.own_prose import Line
    from smolint.reading import Reading

FRAGMENT, WHOLE = 120, 260
"""Words: a text with no more than the first loses all points of that deduction, one with the second none."""

LEAST_COHESION, FREE_COHESION = 0.065, 0.16
LIST_ALLOWANCE = 0.03
FREE_PRESSURE, WORST_PRESSURE = 1.5, 3.85
FREE_REPETITION, WORST_REPETITION = 0.02, 0.19
WORST = 85
"""Points that stuffing, repetition and want of cohesion may each cost: nothing else makes up for them."""

_LEAST_SENTENCES = 8


@dataclass(frozen=True, slots=True)
class DepthScore:
    """The score, 0 (nothing there) to 100, and its parts, whose points add up to it, or to less than 0."""

    score: int
    parts: tuple[Part, ...]

    @property
    def earned(self) -> int:
        """The points before deductions, 0 to 100."""
        return sum(part.points for part in self.parts if part.max_points)

    @property
    def losing(self) -> tuple[Part, ...]:
        """The parts that lose points, those that lose most first."""
        lost = sorted(self.parts, key=lambda part: part.points - part.max_points)
        return tuple(part for part in lost if part.points < part.max_points)

    @property
    def worst(self) -> tuple[Part, ...]:
        """The parts that lose the most points, at most three, those that lose none left out."""
        return self.losing[:3]


class PlainParts(NamedTuple):
    """The parts that need no look at each sentence."""

    length: Part
    specifics: Part
    sources: Part
    structure: Part
    clutter: Part
    care: Part
    fragment: Part

    @property
    def earned(self) -> int:
        """The points that these parts give, 0 to 90: no less is what a draft earns in all."""
        return sum(part.points for part in self if part.max_points)


@lru_cache(maxsize=4)
def plain_parts(reading: Reading) -> PlainParts:
    """The parts of a draft's score but for variety and what stuffing, repetition and want of cohesion take away."""
    words = count_words(reading)
    return PlainParts(
        depth_parts.length(words),
        depth_parts.specifics(reading, words),
        depth_parts.sources(reading),
        depth_parts.structure(reading, words),
        depth_parts.clutter(reading, words),
        depth_parts.care(reading),
        _fragment(words),
    )


@lru_cache(maxsize=4)
def depth_score(reading: Reading) -> DepthScore:
    """The score of a draft.

    Points: length 25, specifics 25, sources 15, structure 10, variety 10, clutter 8, care 7. Deductions: up to 40 for
    a fragment, 85 for stuffing, 85 for repetition, 85 for sentences that have nothing to do with each other.
    """
    plain = plain_parts(reading)
    said = lines(reading)
    running = [line for line in said if line.sentence.block.kind != "item"]
    varied = variety(running if 2 * _words(running) >= _words(said) else said)
    parts = (
        plain.length,
        plain.specifics,
        plain.sources,
        plain.structure,
        depth_parts.vocabulary(varied),
        plain.clutter,
        plain.care,
        plain.fragment,
        _stuffing(reading),
        _repetition(reading),
        _cohesion(running, said, varied),
    )
    return DepthScore(max(0, sum(part.points for part in parts)), parts)


def _fragment(words: Words) -> Part:
    count = words.own + words.quoted
    label = {"en": "words in all, quotations included", "fr": "mots en tout, citations comprises"}
    advice = {"en": "finish what the beginning promises", "fr": "tenez ce que le début promet"}
    return Part("fragment", count, -scaled((WHOLE - count) / (WHOLE - FRAGMENT), 40), 0, label, advice)


def _stuffing(reading: Reading) -> Part:
    found = stuffing_of(reading)
    lost = (found.pressure - FREE_PRESSURE) / (WORST_PRESSURE - FREE_PRESSURE)
    term = " ".join(found.term)
    label = {
        "en": f"times “{term}” per 100 words",
        "fr": f"fois «\N{NO-BREAK SPACE}{term}\N{NO-BREAK SPACE}» pour 100 mots",
    }
    advice = {
        "en": f"write “{term}” only where it belongs",
        "fr": f"n’écrivez «\N{NO-BREAK SPACE}{term}\N{NO-BREAK SPACE}» que là où il le faut",
    }
    return Part("stuffing", round(found.rate, 1), -scaled(lost, WORST), 0, label, advice)


def _repetition(reading: Reading) -> Part:
    share = repeated_share(lines(reading), repeats_of(reading))
    lost = (share - FREE_REPETITION) / (WORST_REPETITION - FREE_REPETITION)
    label = {"en": "% of the text says again what was said", "fr": "% du texte répète ce qui est déjà dit"}
    advice = {"en": "take out what is said twice", "fr": "retirez ce qui est dit deux fois"}
    return Part("repetition", round(100 * share), -scaled(lost, WORST), 0, label, advice)


def _cohesion(running: Sequence[Line], said: Sequence[Line], found: Variety | None) -> Part:
    """Texts of fewer than eight sentences are let be; lists, whose items may differ in subject, are judged mildly."""
    judged = found if len(said) >= _LEAST_SENTENCES else None
    listed = 2 * _words(running) < _words(said)
    cohesion = judged.cohesion + LIST_ALLOWANCE * listed if judged else 1.0
    lost = (FREE_COHESION - cohesion) / (FREE_COHESION - LEAST_COHESION)
    label = {
        "en": "% of the words that carry meaning come again nearby",
        "fr": "% des mots qui portent le sens reviennent un peu plus loin",
    }
    advice = {
        "en": "let each sentence follow from the one before",
        "fr": "faites que chaque phrase découle de la précédente",
    }
    return Part("cohesion", round(100 * cohesion), -scaled(lost, WORST), 0, label, advice)


def _words(said: Sequence[Line]) -> int:
    return sum(len(line.words) for line in said)
