"""JUnit's XML, which most build services show as test results.

Valid against both schemas in use: that of Jenkins (junit-10.xsd) and that of Ant's task, which wants more.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, TextIO

from smolint.dataclass import dataclass, field
from smolint.reporters.escaping import attribute, markup

if TYPE_CHECKING:
    from smolint.finding import FileResult, Finding, Summary
    from smolint.reporters.reporter import ReportContext

_CLEAN = "no findings"
_CRASHED = "crash"


@dataclass(slots=True)
class _Suite:
    """The test cases of one file, each an element."""

    cases: list[str] = field(default_factory=list)
    failures: int = 0
    errors: int = 0
    skipped: int = 0


class JunitReport:
    """Keeps the cases of each file, for a file may come more than once, and writes one suite for each.

    An error or a warning is a failed test, a suggestion a skipped one (it stops no build), a check that crashed an
    error; a file without findings is one test that passed.
    """

    def __init__(self, stream: TextIO, context: ReportContext) -> None:
        self.stream = stream
        self.began = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%S")
        self.suites: dict[str, _Suite] = {}

    def add(self, result: FileResult) -> None:
        """Keep the cases of one file."""
        if not (result.drafts or result.findings or result.crashes):
            return
        suite = self.suites.setdefault(result.path, _Suite())
        for finding in result.findings:
            kind = "skipped" if finding.level == "suggestion" else "failure"
            suite.skipped += kind == "skipped"
            suite.failures += kind == "failure"
            suite.cases.append(_found(finding, kind))
        for crash in result.crashes:
            suite.errors += 1
            suite.cases.append(_crashed(result.path, crash))

    def close(self, summary: Summary) -> None:
        """Write the document."""
        self.stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n')
        for number, (path, suite) in enumerate(self.suites.items()):
            self.stream.write(self._suite(number, path, suite))
        self.stream.write("</testsuites>\n")

    def _suite(self, number: int, path: str, suite: _Suite) -> str:
        cases = suite.cases or [f'<testcase name="{_CLEAN}" classname={attribute(path)} time="0"/>']
        figures = f'tests="{len(cases)}" failures="{suite.failures}" errors="{suite.errors}" skipped="{suite.skipped}"'
        start = f'  <testsuite name={attribute(path)} package="smolint" id="{number}" {figures} time="0"'
        lines = [f'{start} timestamp="{self.began}" hostname="localhost">', "    <properties/>"]
        lines += [f"    {case}" for case in cases]
        return "\n".join([*lines, "    <system-out/>", "    <system-err/>", "  </testsuite>", ""])


def _found(finding: Finding, kind: str) -> str:
    place = f"{finding.path}:{finding.line}:{finding.column}"
    advice = [text for text in (finding.help, finding.reason, finding.url) if text]
    body = "\n".join([f"{place}: {finding.level} {finding.rule}", finding.message, *advice])
    name = f"{finding.rule} {finding.line}:{finding.column}"
    return _case(finding.path, name, kind, finding.level, finding.message, body)


def _crashed(path: str, crash: str) -> str:
    place, _, traceback = crash.partition("\n")
    return _case(path, _CRASHED, "error", _CRASHED, place, traceback or place)


def _case(path: str, name: str, kind: str, category: str, message: str, body: str) -> str:
    return (
        f'<testcase name={attribute(name)} classname={attribute(path)} time="0">'
        f"<{kind} type={attribute(category)} message={attribute(message)}>{markup(body)}</{kind}></testcase>"
    )
