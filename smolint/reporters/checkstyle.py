"""Checkstyle's XML, which many build services and editors read."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from smolint.reporters.escaping import attribute

if TYPE_CHECKING:
    from smolint.finding import FileResult, Finding, Summary
    from smolint.reporters.reporter import ReportContext

_SEVERITIES = {"error": "error", "warning": "warning", "suggestion": "info"}


class CheckstyleReport:
    """Writes a `file` element for each result with findings, as it comes."""

    def __init__(self, stream: TextIO, context: ReportContext) -> None:
        self.stream = stream
        self.stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n')

    def add(self, result: FileResult) -> None:
        """Write the findings of one file."""
        if result.findings:
            errors = "".join(f"    {_error(finding)}\n" for finding in result.findings)
            self.stream.write(f"  <file name={attribute(result.path)}>\n{errors}  </file>\n")

    def close(self, summary: Summary) -> None:
        """End the document."""
        self.stream.write("</checkstyle>\n")


def _error(finding: Finding) -> str:
    text = f"{finding.message} {finding.help}" if finding.help else finding.message
    return (
        f'<error line="{finding.line}" column="{finding.column}" severity="{_SEVERITIES[finding.level]}" '
        f"message={attribute(text)} source={attribute(f'smolint.{finding.rule}')}/>"
    )
