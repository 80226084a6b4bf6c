"""Findings as comma-separated values."""

from __future__ import annotations

import csv
from typing import TextIO

from smolint import FileResult, ReportContext, Summary


class CsvReport:
    """Writes a line of column names, then a line for each finding as it comes."""

    def __init__(self, stream: TextIO, context: ReportContext) -> None:
        self.rows = csv.writer(stream, lineterminator="\n")
        self.rows.writerow(["path", "line", "column", "level", "rule", "message"])

    def add(self, result: FileResult) -> None:
        """Write the findings of one file."""
        for one in result.findings:
            self.rows.writerow([one.path, one.line, one.column, one.level, one.rule, one.message])

    def close(self, summary: Summary) -> None:
        """Write nothing: a spreadsheet does its own sums."""
