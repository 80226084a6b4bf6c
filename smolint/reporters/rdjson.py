"""Reviewdog's diagnostic format (rdjson), which review services show with one-click suggestions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from smolint.errors import SourceError
from smolint.named_tuple import NamedTuple
from smolint.parsers.decode import decode
from smolint.plain_file import read_plain
from smolint.reporters.records import encode
from smolint.source import Source

if TYPE_CHECKING:
    from smolint.finding import Edit, FileResult, Finding, Fix, Summary
    from smolint.reporters.reporter import ReportContext

MAX_BYTES = 5_000_000
"""Above this size in bytes a file is not read again: its findings have no columns where the excerpt has none."""
_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "suggestion": "INFO"}


class _Place(NamedTuple):
    """A range of a file, lines and columns from 1 in code points, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class RdjsonReport:
    """Writes each diagnostic as it comes.

    The format counts columns in bytes of UTF-8 (reviewdog, proto/rdf/reviewdog.proto), which takes the lines of the
    file itself: it is read once more. Where it is no longer what was linted, whole lines are given.
    """

    def __init__(self, stream: TextIO, context: ReportContext) -> None:
        self.stream = stream
        self.separator = "\n    "
        self.last: tuple[str, Source | None] = ("", None)
        self.stream.write('{\n  "source": {"name": "smolint"},\n  "diagnostics": [')

    def add(self, result: FileResult) -> None:
        """Write the diagnostics of one file."""
        for finding in result.findings:
            self.stream.write(self.separator + encode(self._diagnostic(finding)))
            self.separator = ",\n    "

    def close(self, summary: Summary) -> None:
        """End the object."""
        self.stream.write("\n  ]\n}\n" if summary.findings else "]\n}\n")

    def _diagnostic(self, finding: Finding) -> dict[str, Any]:
        source = self._source(finding)
        place = _Place(finding.line, finding.column, finding.end_line, finding.end_column)
        code = {"value": finding.rule} | ({"url": finding.url} if finding.url else {})
        # A suggestion is applied to the file: it is made only where the file still is what was linted.
        certain = source is not None and source is self.last[1]
        suggestion = (
            _suggestion(finding.fix, source) if finding.fix and finding.fix.edits and source and certain else None
        )
        return {
            "message": f"{finding.message}\n{finding.help}" if finding.help else finding.message,
            "location": {"path": finding.path, "range": _range(place, source)},
            "severity": _SEVERITIES[finding.level],
            "code": code,
        } | ({"suggestions": [suggestion]} if suggestion else {})

    def _source(self, finding: Finding) -> Source | None:
        """The file's text where its line is still the one of the finding, else that line where it is all known."""
        if self.last[0] != finding.path:
            self.last = (finding.path, _read(Path(finding.path)))
        source, excerpt = self.last[1], finding.excerpt
        whole = excerpt.column == 1 and not excerpt.cut_after
        alone = Source(finding.path, excerpt.text, first_line=finding.line) if whole else None
        if source is None or finding.line > len(source.line_starts):
            return alone
        start = excerpt.column - 1
        line = source.line_text(source.line_starts[finding.line - 1])
        return source if line[start : start + len(excerpt.text)] == excerpt.text else alone


def _read(path: Path) -> Source | None:
    """The text of a file, None where there is none that is read as it stands."""
    try:
        return Source(str(path), decode(read_plain(path, MAX_BYTES)))
    except (OSError, ValueError, SourceError):
        return None


def _range(place: _Place, source: Source | None) -> dict[str, Any]:
    start = _position(place.line, place.column, source)
    end = _position(place.end_line, place.end_column, source)
    if "column" in start and "column" in end:
        return {"start": start, "end": end}
    # Without columns a range takes in its last line.
    last = place.end_line - (place.end_column == 1 and place.end_line > place.line)
    return {"start": {"line": place.line}, "end": {"line": last}}


def _position(line: int, column: int, source: Source | None) -> dict[str, int]:
    offset = _offset(line, column, source) if source else None
    if source is None or offset is None:
        return {"line": line}
    before = source.text[source.line_start(offset) : offset]
    return {"line": line, "column": len(before.encode("utf-8", "replace")) + 1}


def _offset(line: int, column: int, source: Source) -> int | None:
    """Where a line and column stand in the text, None outside it."""
    index = line - source.first_line
    if not 0 <= index < len(source.line_starts):
        return None
    start = source.line_starts[index]
    return start + column - 1 if column - 1 <= len(source.line_text(start)) else None


def _suggestion(fix: Fix, source: Source) -> dict[str, Any] | None:
    """The fix as one replacement: suggestions of one diagnostic are alternatives, so its edits are put together."""
    edits = sorted(fix.edits, key=lambda edit: (edit.line, edit.column))
    if not edits:
        return None
    text, done = "", None
    for edit in edits:
        span = _replaced(edit, source)
        if span is None or (done is not None and span[0] < done):
            return None
        text += source.text[done if done is not None else span[0] : span[0]] + edit.content
        done = span[1]
    first, last = edits[0], edits[-1]
    return {"range": _range(_Place(first.line, first.column, last.end_line, last.end_column), source), "text": text}


def _replaced(edit: Edit, source: Source) -> tuple[int, int] | None:
    """The range of the text that an edit replaces, None where something else stands there now."""
    start = _offset(edit.line, edit.column, source)
    end = _offset(edit.end_line, edit.end_column, source)
    if start is None or end is None or source.text[start:end] != edit.replaced:
        return None
    return start, end
