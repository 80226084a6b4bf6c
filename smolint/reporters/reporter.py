"""What a reporter is: the value that `smolint_reporters` returns."""

from __future__ import annotations

from smolint.dataclass import dataclass
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any, Protocol, TextIO, TypeGuard

    from smolint.finding import FileResult, Summary
    from smolint.rules import Rule


else:
    Protocol = object


class Report(Protocol):
    """An open report: gets each file's result as it comes, then the summary, and writes to its stream."""

    def add(self, result: FileResult) -> None:
        """Take the result of one file; a format that can be streamed writes it at once."""

    def close(self, summary: Summary) -> None:
        """Write what remains, the summary last."""


class SteadyReport(Protocol):
    """A report that writes each result at once, and can pass over one that was written by an earlier run.

    It tells a result in the same words wherever its `standing` is the same.
    """

    def add(self, result: FileResult) -> None:
        """As of any report."""

    def close(self, summary: Summary) -> None:
        """As of any report."""

    def standing(self, rules: Sequence[str]) -> Any:
        """What of all that was told before shows in how a result is told that speaks of these rules: plain values."""

    def skip(self, paths: Sequence[str], rules: Sequence[str]) -> None:
        """Take results that speak of these rules, which came first in that order, and write nothing.

        The paths are those of the files in which something was found.
        """


def is_steady(report: Report) -> TypeGuard[SteadyReport]:
    """Whether a report has what a steady one has."""
    return hasattr(report, "standing") and hasattr(report, "skip")


class SilentReport:
    """A report that writes nothing, for a run whose output is something else."""

    def add(self, result: FileResult) -> None:
        """Take the result and leave it."""

    def close(self, summary: Summary) -> None:
        """Write nothing."""


@dataclass(frozen=True, slots=True)
class ReportContext:
    """What a report may need besides results.

    `language` is that of smolint's own words (`en`, `fr`), `color` whether the stream shows colours, `width` the
    terminal's columns, `rules` all loaded rules by id, `version` smolint's own, `verbose` asks for everything
    there is to say, `quiet` for findings alone.
    """

    language: str
    rules: Mapping[str, Rule]
    version: str
    color: bool = False
    width: int = 80
    verbose: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Reporter:
    """An output format by name: `open` starts a report on a text stream."""

    name: str
    description: Mapping[str, str]
    open: Callable[[TextIO, ReportContext], Report]
