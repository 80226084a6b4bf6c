"""Telling the results of a run as they come."""

from __future__ import annotations

from smolint.cli.output import warn
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from smolint.cache.earlier import Earlier
    from smolint.cache.parts import Parts
    from smolint.cli.narrowing import Narrowing
    from smolint.cli.options import Invocation
    from smolint.cli.progress import ProgressBar
    from smolint.cli.results import Job
    from smolint.cli.tally import Tally
    from smolint.engine import LintAll
    from smolint.finding import FileResult
    from smolint.gathering import Gathering
    from smolint.reporters.reporter import Report


class Telling:
    """What tells results and counts them, and remembers their `paths` and the `photos` that a copy could mend.

    Of a run that is told part by part there are `parts`, and the `earlier` run of which some are told again.
    """

    parts: Parts | None = None
    earlier: Earlier | None = None

    def __init__(
        self,
        report: Report,
        tally: Tally,
        run: Invocation,
        narrowed: Narrowing,
        bar: ProgressBar,
        *,
        verbose: bool = False,
    ) -> None:
        self.report = report
        self.tally = tally
        self.run = run
        self.narrowed = narrowed
        self.bar = bar
        self.verbose = verbose
        self.paths: set[str] = set()
        self.photos: dict[str, None] = {}

    def again(self, every: Callable[[], LintAll | None] | None, gathering: Gathering) -> bool:
        """Tell what an earlier run has told, as far as nothing has changed; False where all is to be made anew."""
        return False

    def add(self, result: FileResult, job: Job | None = None) -> None:
        """Tell a result, with its file and its setup where it is that of a file."""
        result = self.narrowed.keep(result)
        self.tally.add(result)
        self.paths.add(result.path)
        self.photos |= dict.fromkeys(one.fix.image for one in result.findings if one.fix and one.fix.image)
        with self.bar.aside():
            self._tell_crashes(result)
            self.report.add(result)
        self.bar.advance(result.path)

    def close(self) -> None:
        """Tell the figures of the run."""
        self.report.close(self.tally.summary())

    def _tell_crashes(self, result: FileResult) -> None:
        """Tell on standard error of checks that failed: the report itself may not show it."""
        gettext = self.run.gettext
        for crash in result.crashes:
            place, _, traceback = crash.partition("\n")
            lines = traceback.strip().splitlines() or [""]
            warn(gettext("This is a bug in smolint or a plugin ({place}): {reason}", place=place, reason=lines[-1]))
            again = gettext("Run the command again with --verbose, and send its output with your report.")
            warn(traceback if self.verbose else again)
