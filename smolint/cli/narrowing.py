"""What of a run's findings is told: not what the baseline holds, and on demand only what git says is new."""

from __future__ import annotations

from smolint.dataclass import dataclass
from smolint.project import find_baseline
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from smolint.baseline import Baseline
    from smolint.changes import Changes
    from smolint.cli.options import Invocation
    from smolint.cli.wanted import Wanted
    from smolint.finding import FileResult


@dataclass(frozen=True, slots=True)
class Narrowing:
    """A run's baseline and changes, None where there are none; `corpus` are the rules that compare drafts."""

    baseline: Baseline | None
    changes: Changes | None
    corpus: Collection[str]

    def keep(self, result: FileResult) -> FileResult:
        """The result with the findings that are to be told."""
        told = self.changes.only(result, self.corpus) if self.changes else result
        return self.baseline.hide(told) if self.baseline else told

    @property
    def is_whole(self) -> bool:
        """Whether all that is found is told."""
        return self.baseline is None and self.changes is None

    def tells_of(self, path: str | Path) -> bool:
        """Whether something may be told of a file; any other is read only to compare drafts with it."""
        return self.changes is None or self.changes.touch(path)

    def gone(self) -> tuple[str, ...]:
        """The entries of the baseline that were not met, each as the path and the rule; none in a run of changes."""
        if self.baseline is None or self.changes is not None:
            return ()
        return tuple(f"{entry.path}: {entry.rule}" for entry in sorted(self.baseline.gone()))


def narrowing(wanted: Wanted, run: Invocation, start: Path, *, isolated: bool = False) -> Narrowing:
    """What narrows a run that starts in a folder. An isolated one takes no baseline but the one that is named.

    Raises ConfigError for a baseline that cannot be read, UsageError where git cannot tell what has changed.
    """
    nearest = None if wanted.baseline or isolated else find_baseline(start)
    path = None if wanted.no_baseline else wanted.baseline or nearest
    changes = _changes(wanted, start)
    return Narrowing(_baseline(path) if path else None, changes, _corpus(run) if changes else ())


def _corpus(run: Invocation) -> Collection[str]:
    checks = run.session.host.checks
    return frozenset(rule.id for rule in run.setup.rules.values() if checks[rule.extends].conclude)


def _baseline(path: Path) -> Baseline:
    from smolint.baseline import read_baseline

    return read_baseline(path)


def _changes(wanted: Wanted, start: Path) -> Changes | None:
    if not wanted.staged and not wanted.changed_since:
        return None
    from smolint.changes import changed_since, staged

    return staged(start) if wanted.staged else changed_since(start, wanted.changed_since)
