"""GitHub Actions workflow commands: annotations at the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from smolint.reporters.cells import visible
from smolint.reporters.escaping import visible_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smolint.finding import FileResult, Finding, Summary
    from smolint.reporters.reporter import ReportContext

_COMMANDS = {"error": "error", "warning": "warning", "suggestion": "notice"}
_TEXT_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY_ESCAPES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


class GithubReport:
    """Writes an `error`, `warning` or `notice` command for each finding at once."""

    def __init__(self, stream: TextIO, context: ReportContext) -> None:
        self.stream = stream

    def add(self, result: FileResult) -> None:
        """Write one command for each finding of the file."""
        for finding in result.findings:
            self.stream.write(_command(finding) + "\n")

    def standing(self, rules: Sequence[str]) -> None:
        """Nothing: each result is told by itself."""

    def skip(self, paths: Sequence[str], rules: Sequence[str]) -> None:
        """Take results whose words are written already."""

    def close(self, summary: Summary) -> None:
        """Write nothing: the format has no summary."""


def _command(finding: Finding) -> str:
    properties = {"file": finding.path, "line": finding.line, "endLine": finding.end_line, "title": finding.rule}
    if finding.line == finding.end_line:
        # The runner drops the columns of an annotation that spans lines.
        properties |= {"col": finding.column, "endColumn": finding.end_column}
    order = ("file", "line", "col", "endLine", "endColumn", "title")
    pairs = ",".join(f"{name}={_escape(properties[name])}" for name in order if name in properties)
    text = f"{finding.message}\n{finding.help}" if finding.help else finding.message
    return f"::{_COMMANDS[finding.level]} {pairs}::{visible_lines(text).translate(_TEXT_ESCAPES)}"


def _escape(value: object) -> str:
    return visible(str(value)).translate(_PROPERTY_ESCAPES)
