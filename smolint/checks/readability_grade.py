"""The school grade that a text asks of its readers, by published formulas."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.pack_rule import Scoped
from smolint.checks.text_counts import counts, measured_place, measured_scope
from smolint.dataclass import dataclass
from smolint.errors import phrase
from smolint.options import OptionError, did_you_mean, nearest
from smolint.texts import texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from smolint.reading import Reading


def _flesch_kincaid(n: Mapping[str, float]) -> float:
    # J. P. Kincaid and others, Derivation of new readability formulas for Navy enlisted personnel, 1975.
    return 0.39 * n["words"] / n["sentences"] + 11.8 * n["syllables"] / n["words"] - 15.59


def _gunning_fog(n: Mapping[str, float]) -> float:
    # R. Gunning, The Technique of Clear Writing, 1952.
    return 0.4 * (n["words"] / n["sentences"] + 100 * n["complex_words"] / n["words"])


def _smog(n: Mapping[str, float]) -> float:
    # G. H. McLaughlin, SMOG grading: a new readability formula, 1969.
    return 1.0430 * sqrt(30 * n["polysyllabic_words"] / n["sentences"]) + 3.1291


def _coleman_liau(n: Mapping[str, float]) -> float:
    # M. Coleman and T. L. Liau, A computer readability formula designed for machine scoring, 1975.
    return 5.88 * n["characters"] / n["words"] - 29.6 * n["sentences"] / n["words"] - 15.8


def _automated(n: Mapping[str, float]) -> float:
    # R. J. Senter and E. A. Smith, Automated Readability Index, 1967.
    return 4.71 * n["characters"] / n["words"] + 0.5 * n["words"] / n["sentences"] - 21.43


FORMULAS: Mapping[str, Callable[[Mapping[str, float]], float]] = {
    "Automated Readability": _automated,
    "Coleman-Liau": _coleman_liau,
    "Flesch-Kincaid": _flesch_kincaid,
    "Gunning Fog": _gunning_fog,
    "SMOG": _smog,
}


@dataclass(frozen=True)
class Readability(Scoped):
    """Options: the mean of the `metrics` named must not be over `grade`."""

    metrics: tuple[str, ...] = ()
    grade: float = 0.0

    def __post_init__(self) -> None:
        for name in self.metrics:
            if name not in FORMULAS:
                problem = phrase("'{name}' is no measure of readability", name=name)
                raise OptionError("metrics", problem, did_you_mean(nearest(name, [*FORMULAS])))


def readability(reading: Reading, options: Readability) -> Iterator[Mark]:
    """A text, all paragraphs together unless the rule names a scope, whose grade is too high.

    The place is the text's first line, of all paragraphs the draft's. Values: `value` (`0`: with two decimals),
    `limit`.
    """
    for block in texts(reading, measured_scope(options.scope)).blocks if options.metrics else ():
        numbers = counts(block, reading.draft.language)
        if not numbers["words"] or not numbers["sentences"]:
            continue
        grade = sum(FORMULAS[name](numbers) for name in options.metrics) / len(options.metrics)
        if grade > options.grade:
            values = {"0": f"{grade:.2f}", "value": round(grade, 2), "limit": options.grade}
            yield Mark(measured_place(reading, block, options.scope), values)


CHECKS: tuple[Check, ...] = (Check("readability", readability, Readability),)
