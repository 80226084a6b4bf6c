"""One line a finding, `path:line:column: level rule message`, as editors and other tools read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from smolint.reporters.cells import visible
from smolint.reporters.escaping import no_commands

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smolint.finding import FileResult, Summary
    from smolint.reporters.reporter import ReportContext


class ConciseReport:
    """Writes each finding at once. Levels keep their English names: the format is for machines too."""

    def __init__(self, stream: TextIO, context: ReportContext) -> None:
        self.stream = stream

    def add(self, result: FileResult) -> None:
        """Write one line for each finding of the file."""
        lines = []
        for finding in result.findings:
            place = f"{visible(finding.path)}:{finding.line}:{finding.column}"
            lines.append(f"{place}: {finding.level.value} {visible(finding.rule)} {visible(finding.message)}\n")
        self.stream.write(no_commands("".join(lines)))

    def standing(self, rules: Sequence[str]) -> None:
        """Nothing: each result is told by itself."""

    def skip(self, paths: Sequence[str], rules: Sequence[str]) -> None:
        """Take results whose words are written already."""

    def close(self, summary: Summary) -> None:
        """Write nothing: the format has no summary."""
