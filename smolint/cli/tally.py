"""The figures of a run, counted as results come."""

from __future__ import annotations

import time
from collections import Counter
from itertools import starmap

from smolint.finding import Level, Note, Summary, figures_of
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smolint.finding import Figures, FileResult


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
        """Count one result."""
        figures = figures_of(result)
        self.count([result.path] if figures.counts else (), figures)
        self.crashes += result.crashes
        self.unreadable |= result.unreadable

    def count(self, paths: Iterable[str], figures: Figures) -> None:
        """Add the figures of some results, with the paths of those of their files that count."""
        self.paths.update(paths)
        self.drafts += figures.drafts
        self.suppressed += figures.suppressed
        self.baselined += figures.baselined
        for level, count in zip(Level, figures.by_level, strict=True):
            if count:
                self.by_level[level] += count
        for rule, count in figures.by_rule.items():
            self.by_rule[rule] += count
        self.fixable[True] += figures.fixable
        self.fixable[False] += figures.fixable_unsafe
        self.notes += starmap(Note, figures.notes)

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
