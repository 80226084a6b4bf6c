"""One JSON object a line: each finding as it comes, the summary last."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from smolint.reporters.records import encode, finding_record, summary_record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smolint.finding import FileResult, Summary
    from smolint.reporters.reporter import ReportContext


class JsonLinesReport:
    """Writes findings as in the `json` format, each on its own line."""

    def __init__(self, stream: TextIO, context: ReportContext) -> None:
        self.stream = stream

    def add(self, result: FileResult) -> None:
        """Write one line for each finding of the file."""
        for finding in result.findings:
            self.stream.write(encode(finding_record(finding)) + "\n")

    def standing(self, rules: Sequence[str]) -> None:
        """Nothing: each result is told by itself."""

    def skip(self, paths: Sequence[str], rules: Sequence[str]) -> None:
        """Take results whose words are written already."""

    def close(self, summary: Summary) -> None:
        """Write the last line: `{"summary": {…}}`."""
        self.stream.write(encode({"summary": summary_record(summary)}) + "\n")
