"""A house's own formula over the measures of a text."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.formula import Formula, FormulaError
from smolint.checks.pack_rule import Scoped
from smolint.checks.text_counts import NAMES, counts, measured_place, measured_scope, structure
from smolint.dataclass import dataclass
from smolint.late_pattern import late_pattern
from smolint.options import OptionError, did_you_mean, nearest
from smolint.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.reading import Reading

_VALUE = "value"
_HEADING = late_pattern(r"heading\.(h[1-6])")


@dataclass(frozen=True)
class Metric(Scoped):
    """Options: `formula` gives a number, of which `condition` (`> 10`) says when it is too much."""

    formula: str = "0"
    condition: str = "!= 0"

    def __post_init__(self) -> None:
        for key, text, names in (("formula", self._written, NAMES), ("condition", self._compared, NAMES | {_VALUE})):
            try:
                Formula(text, names)
            except FormulaError as error:
                raise OptionError(key, error.words, did_you_mean(nearest(error.name, [*names]))) from error

    @property
    def _written(self) -> str:
        return _HEADING.sub(r"heading_\1", self.formula)

    @property
    def _compared(self) -> str:
        return f"{_VALUE} {self.condition}"

    @cached_property
    def measured(self) -> Formula:
        """The formula."""
        return Formula(self._written, NAMES)

    @cached_property
    def is_met(self) -> Formula:
        """The condition, on the formula's `value`."""
        return Formula(self._compared, NAMES | {_VALUE})


def metric(reading: Reading, options: Metric) -> Iterator[Mark]:
    """A text, all paragraphs together unless the rule names a scope, whose value meets the condition.

    The place is the text's first line, of all paragraphs the draft's. Values: `value` (`0`: with two decimals).
    """
    for block in texts(reading, measured_scope(options.scope)).blocks:
        numbers = counts(block, reading.draft.language)
        if not numbers["words"]:
            continue
        numbers |= structure(reading)
        value = options.measured.value(numbers)
        if value is not None and options.is_met.value(numbers | {_VALUE: value}):
            yield Mark(measured_place(reading, block, options.scope), {"0": f"{value:.2f}", "value": round(value, 2)})


CHECKS: tuple[Check, ...] = (Check("metric", metric, Metric),)
