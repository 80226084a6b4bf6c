"""The whole run as one JSON object, written at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from smolint.reporters.records import encode, finding_record, note_record, summary_record

if TYPE_CHECKING:
    from smolint.finding import FileResult, Summary
    from smolint.reporters.reporter import ReportContext


class JsonReport:
    """Keeps the findings and writes `{"version": 1, "findings": […], "notes": […], "summary": {…}}`."""

    def __init__(self, stream: TextIO, context: ReportContext) -> None:
        self.stream = stream
        self.findings: list[str] = []

    def add(self, result: FileResult) -> None:
        """Keep the findings of one file, already encoded."""
        self.findings += [encode(finding_record(finding)) for finding in result.findings]

    def close(self, summary: Summary) -> None:
        """Write the object: a finding a line, so that two runs compare well."""
        notes = [encode(note_record(note)) for note in summary.notes]
        self.stream.write(
            f'{{\n  "version": 1,\n  "findings": {_array(self.findings)},\n  "notes": {_array(notes)},\n'
            f'  "summary": {encode(summary_record(summary))}\n}}\n'
        )


def _array(items: list[str]) -> str:
    return "[\n    " + ",\n    ".join(items) + "\n  ]" if items else "[]"
