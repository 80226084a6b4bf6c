"""The whole run as one JSON object, written at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from smolint.reporters.records import encode, finding_record, note_record, summary_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smolint.finding import FileResult, Summary
    from smolint.reporters.reporter import ReportContext


class JsonReport:
    """Writes `{"version": 1, "findings": […], "notes": […], "summary": {…}}`, each finding as it comes.

    Two runs compare well so, and a long run is not held in memory.
    """

    def __init__(self, stream: TextIO, context: ReportContext) -> None:
        self.stream = stream
        self.separator = "\n    "
        self.stream.write('{\n  "version": 1,\n  "findings": [')

    def add(self, result: FileResult) -> None:
        """Write the findings of one file."""
        for finding in result.findings:
            self.stream.write(self.separator + encode(finding_record(finding)))
            self.separator = ",\n    "

    def standing(self, rules: Sequence[str]) -> str:
        """What separates the next finding from what was written before."""
        return self.separator

    def skip(self, paths: Sequence[str], rules: Sequence[str]) -> None:
        """Take results with findings of these rules, whose words are written already."""
        if rules:
            self.separator = ",\n    "

    def close(self, summary: Summary) -> None:
        """Write the notes and the figures."""
        end = "\n  ]" if summary.findings else "]"
        notes = ",\n    ".join(encode(note_record(note)) for note in summary.notes)
        listed = f"[\n    {notes}\n  ]" if notes else "[]"
        figures = encode(summary_record(summary))
        self.stream.write(f'{end},\n  "notes": {listed},\n  "summary": {figures}\n}}\n')
