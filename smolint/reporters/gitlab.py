"""GitLab's Code Quality report: one JSON array of issues, shown in merge requests."""

from __future__ import annotations

import os
from collections import Counter
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from smolint.finding import fingerprint
from smolint.reporters.records import encode

if TYPE_CHECKING:
    from smolint.finding import FileResult, Finding, Summary
    from smolint.reporters.reporter import ReportContext

_SEVERITIES = {"error": "major", "warning": "minor", "suggestion": "info"}


class GitlabReport:
    """Writes each issue as it comes (https://docs.gitlab.com/ci/testing/code_quality/)."""

    def __init__(self, stream: TextIO, context: ReportContext) -> None:
        self.stream = stream
        self.separator = "\n  "
        self.seen: Counter[str] = Counter()
        self.stream.write("[")

    def add(self, result: FileResult) -> None:
        """Write the issues of one file."""
        for finding in result.findings:
            self.stream.write(self.separator + encode(self._issue(finding)))
            self.separator = ",\n  "

    def close(self, summary: Summary) -> None:
        """End the array."""
        self.stream.write("\n]\n" if summary.findings else "]\n")

    def _issue(self, finding: Finding) -> dict[str, Any]:
        path = _inside(finding.path)
        text = f"{finding.message} {finding.help}" if finding.help else finding.message
        return {
            "description": text,
            "check_name": finding.rule,
            "fingerprint": self._fingerprint(path, finding),
            "severity": _SEVERITIES[finding.level],
            "location": {"path": path, "lines": {"begin": finding.line, "end": finding.end_line}},
        }

    def _fingerprint(self, path: str, finding: Finding) -> str:
        """What tells the issue from all others (GitLab drops doubles) and survives lines added above it."""
        key = f"{path}\0{fingerprint(finding)}"
        self.seen[key] += 1
        turn = f"{key}\0{self.seen[key]}"
        return blake2b(turn.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _inside(path: str) -> str:
    """The path from the current folder, which in a job is that of the repository, where it is below it."""
    if not os.path.isabs(path):
        return path
    here, there = Path.cwd(), Path(path)
    return there.relative_to(here).as_posix() if there.is_relative_to(here) else path
