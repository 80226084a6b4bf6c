"""The figures of a run, counted as results come."""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING

from smolint.finding import FileResult, Level, Note, Summary

if TYPE_CHECKING:
    from collections.abc import Iterable


class Tally:
    """Counts results; a file that comes twice (findings that need the whole run come last) counts once."""

    def __init__(self, notes: Iterable[Note] = ()) -> None:
        self.began = time.monotonic()
        self.paths: set[str] = set()
        self.drafts = 0
        self.suppressed = 0
        self.by_level: Counter[Level] = Counter()
        self.by_rule: Counter[str] = Counter()
        self.notes = list(notes)
        self.crashes: list[str] = []
        self.unreadable = False
        self.fixed = 0
        self.baselined = 0
        self.gone: tuple[str, ...] = ()
        self.fixable: Counter[bool] = Counter()

    def add(self, result: FileResult) -> None:
        """Count one result. A file that was skipped, with a note and without drafts, is no file of the run."""
        if result.drafts or result.findings or not result.notes:
            self.paths.add(result.path)
        self.drafts += result.drafts
        self.suppressed += result.suppressed
        self.baselined += result.baselined
        self.by_level.update(finding.level for finding in result.findings)
        self.by_rule.update(finding.rule for finding in result.findings)
        self.fixable.update(finding.fix.safe for finding in result.findings if finding.fix and finding.fix.edits)
        self.notes += result.notes
        self.crashes += result.crashes
        self.unreadable |= result.unreadable

    def summary(self) -> Summary:
        """The figures so far."""
        return Summary(
            files=len(self.paths),
            drafts=self.drafts,
            by_level=dict(self.by_level),
            by_rule=dict(self.by_rule),
            notes=tuple(self.notes),
            suppressed=self.suppressed,
            seconds=time.monotonic() - self.began,
            fixed=self.fixed,
            fixable=self.fixable[True],
            fixable_unsafe=self.fixable[False],
            baselined=self.baselined,
            gone=self.gone,
        )

    def reaches(self, fail_on: str) -> bool:
        """Whether there is a finding at or above that level; `never` is reached by none."""
        return fail_on != "never" and any(count and level >= fail_on for level, count in self.by_level.items())
