"""Linting as `smolint check` does: reports what to mend, once or after every change."""

from __future__ import annotations

import io
import sys
from contextlib import ExitStack
from functools import partial

from smolint import __version__
from smolint.cli.exits import BUG, CLEAN, FINDINGS, WRONG
from smolint.cli.narrowing import narrowing
from smolint.cli.options import begin, start_folder
from smolint.cli.output import warn, write
from smolint.cli.parallel import in_processes
from smolint.cli.progress import ProgressBar
from smolint.cli.results import make_mender, results
from smolint.cli.tally import Tally
from smolint.cli.telling import Telling
from smolint.engine import files, lint_file
from smolint.errors import UsageError, phrase, reason_of
from smolint.gathering import Gathering
from smolint.reporters.reporter import ReportContext, SilentReport, is_steady
from smolint.time_limit import alarms
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import TextIO

    from smolint.cache.linting import CachedLint
    from smolint.cache.runs import Trail
    from smolint.cli.adjusting import Adjustments
    from smolint.cli.mending import Mender
    from smolint.cli.narrowing import Narrowing
    from smolint.cli.options import Invocation, Shared
    from smolint.cli.results import LintOne
    from smolint.cli.wanted import Wanted
    from smolint.engine import LintAll
    from smolint.reporters.reporter import Report


def check(wanted: Wanted, shared: Shared, adjustments: Adjustments) -> int:
    """Lint and report, after every change if that is wanted; the exit code."""
    return _watch(wanted, shared, adjustments) if wanted.watch else _check(wanted, shared, adjustments)


def _check(wanted: Wanted, shared: Shared, adjustments: Adjustments, lint_one: LintOne = lint_file) -> int:
    """Lint and report; the exit code. `lint_one` lints a file that is not to be mended."""
    start = start_folder([wanted.stdin_filename] if wanted.stdin else wanted.paths)
    run = begin(shared, start, adjustments.apply, quiet=wanted.quiet)
    tally = Tally()
    gathering = Gathering()
    kept: CachedLint | None = None
    every: Callable[[], LintAll | None] | None = None
    with ExitStack() as stack:
        stack.enter_context(alarms())
        stream = _stream(wanted, stack)
        narrowed = narrowing(wanted, run, start, isolated=shared.isolated)
        mender = make_mender(wanted, run, stream, narrowed)
        if lint_one is lint_file and mender is None:
            kept = _cache(wanted, run, shared, start, stack)
            lint_one = kept.file if kept else lint_file
            every = partial(in_processes, wanted, run, narrowed, kept, (shared, start, adjustments), stack)
        bar = _progress_bar(wanted, run)
        stack.callback(bar.close)
        telling = _telling(wanted, stream, kept, run, narrowed, tally, bar)
        if not telling.again(every, gathering):
            for result, job in results(wanted, run, mender, narrowed, gathering, lint_one, every() if every else None):
                telling.add(result, job)
        bar.close()
        if mender and wanted.show_fixes:
            (warn if wanted.output_format != "text" or wanted.stdin else write)("\n".join(mender.told()))
        if mender and wanted.fix and not wanted.diff:
            tally.fixed = mender.count
        tally.gone = () if adjustments.narrows else narrowed.gone()
        telling.close()
    if kept and not tally.crashes:
        from smolint.cli.recording import tell_record

        tell_record(wanted, run, narrowed, kept, telling, gathering)
    if wanted.clean_images:
        from smolint.cli.clean_images import clean_images

        clean_images(telling.photos, wanted.clean_images, run.gettext)
    if mender and not wanted.quiet:
        _tell_changes(mender, wanted, run)
    if mender and mender.unwritten:
        _tell_unwritten(mender, wanted, run)
        return _exit_code(tally, "never") or WRONG
    if mender and wanted.diff:
        return _exit_code(tally, "never") or (FINDINGS if mender.count else CLEAN)
    return _exit_code(tally, wanted.fail_on or run.setup.config.fail_on)


def _telling(
    wanted: Wanted,
    stream: TextIO,
    kept: CachedLint | None,
    run: Invocation,
    narrowed: Narrowing,
    tally: Tally,
    bar: ProgressBar,
) -> Telling:
    """What tells the results: where the run is recorded part by part, as far as the output format allows."""
    report = SilentReport() if wanted.diff else _open_report(wanted, run, stream)
    trail = _trail() if kept else None
    if kept and trail and narrowed.is_whole and stream is sys.stdout and is_steady(report):
        from smolint.cli.retelling import PartTelling

        given = (tally, run, narrowed, bar)
        before = _open_report(wanted, run, io.StringIO())
        assert is_steady(before)
        return PartTelling(report, *given, before=before, stream=stream, trail=trail, kept=kept, verbose=wanted.verbose)
    return Telling(report, tally, run, narrowed, bar, verbose=wanted.verbose)


def _trail() -> Trail | None:
    from smolint.cache.runs import current

    return current()


def _cache(wanted: Wanted, run: Invocation, shared: Shared, start: Path, stack: ExitStack) -> CachedLint | None:
    """The results of earlier runs, None where they are not wanted.

    An isolated run trusts nothing that lies in the project, where a pull request may have put it.
    """
    if wanted.no_cache or wanted.stdin or (shared.isolated and wanted.cache_dir is None):
        return None
    from smolint.cache.linting import CachedLint
    from smolint.cache.store import Store
    from smolint.cli.options import cache_folder

    kept = CachedLint(Store(cache_folder(wanted.cache_dir, start, run.setup.config)))
    stack.callback(kept.close)
    return kept


def _watch(wanted: Wanted, shared: Shared, adjustments: Adjustments) -> int:
    """Lint after every change. Raises UsageError with what changes drafts itself and with standard input."""
    from smolint.cli.watch import Memory, watch, watched_by

    if wanted.stdin or wanted.changes_drafts:
        raise UsageError(phrase("--watch only reads files: leave out '-', --fix and --add-suppressions"))
    run = begin(shared, start_folder(wanted.paths), adjustments.apply, quiet=True)
    memory = Memory()
    return watch(
        lambda: _check(wanted, shared, adjustments, memory.lint),
        watched_by(wanted, run.session, shared.config),
        memory,
        run.gettext,
    )


def _open_report(wanted: Wanted, run: Invocation, stream: TextIO) -> Report:
    reporters = run.session.host.reporters
    context = ReportContext(
        run.language,
        run.setup.rules,
        __version__,
        color=run.color and wanted.output_file is None,
        width=run.width,
        verbose=wanted.verbose,
        quiet=wanted.quiet,
    )
    if wanted.output_format not in reporters:
        from smolint.options import nearest

        guess = nearest(wanted.output_format, reporters) or ", ".join(reporters)
        raise UsageError(
            run.gettext("no output format is named '{name}': try {names}", name=wanted.output_format, names=guess)
        )
    if not wanted.statistics:
        return reporters[wanted.output_format].open(stream, context)
    if wanted.output_format not in ("text", "json"):
        raise UsageError(run.gettext("--statistics goes with the output formats text and json"))
    from smolint.cli.statistics import JsonStatisticsReport, StatisticsReport

    return (JsonStatisticsReport if wanted.output_format == "json" else StatisticsReport)(stream, context)


def _stream(wanted: Wanted, stack: ExitStack) -> TextIO:
    if wanted.output_file is None:
        # Standard output is for the mended draft then.
        return sys.stderr if wanted.stdin and wanted.changes_drafts else sys.stdout
    try:
        stream = wanted.output_file.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise UsageError(phrase("{path}: {reason}", path=str(wanted.output_file), reason=reason_of(error))) from error
    return stack.enter_context(stream)


def _progress_bar(wanted: Wanted, run: Invocation) -> ProgressBar:
    shown = sys.stderr.isatty() and not wanted.quiet and not wanted.stdin
    return ProgressBar(
        run.gettext("Reading drafts"), lambda: sum(1 for _ in files(wanted.paths, run.session)), shown=shown
    )


def _tell_changes(mender: Mender, wanted: Wanted, run: Invocation) -> None:
    """Tell on standard error what the report does not: what would be mended, what is silenced now."""
    figures = {"count": mender.count, "files": len(mender.fixed)}
    if not mender.count:
        return
    if wanted.add_suppressions and wanted.diff:
        warn(run.gettext("Would silence {count:finding|findings} in {files:file|files}.", **figures))
    elif wanted.add_suppressions:
        warn(run.gettext("Silenced {count:finding|findings} in {files:file|files}.", **figures))
    elif wanted.diff:
        warn(run.gettext("Would mend {count:problem|problems} in {files:file|files}.", **figures))


def _tell_unwritten(mender: Mender, wanted: Wanted, run: Invocation) -> None:
    """Tell on standard error of the files that could not be written, where the report has no notes."""
    from smolint.reporters.cells import visible

    for path in mender.unwritten if wanted.output_format != "text" else ():
        warn(run.gettext("error: {reason}", reason=f"{visible(path)}: {mender.unwritten_reason}"))


def _exit_code(tally: Tally, fail_on: str) -> int:
    if tally.crashes:
        return BUG
    if tally.unreadable:
        return WRONG
    return FINDINGS if tally.reaches(fail_on) else CLEAN
