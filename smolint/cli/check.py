"""`smolint check`: lint drafts and report what to mend."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from smolint import __version__
from smolint.baseline import Baseline, find_baseline, read_baseline
from smolint.cli.adjusting import Adjustments, adjusting_options
from smolint.cli.exits import BUG, CLEAN, FINDINGS, WRONG
from smolint.cli.mending import Mender
from smolint.cli.options import Invocation, Shared, begin, shared_options, start_folder
from smolint.cli.output import warn, write
from smolint.cli.progress import ProgressBar
from smolint.cli.spoken import SpokenCommand
from smolint.cli.statistics import JsonStatisticsReport, StatisticsReport
from smolint.cli.stdin import lint_stdin
from smolint.cli.tally import Tally
from smolint.engine import files, lint, lint_bytes
from smolint.errors import UsageError, phrase, reason_of
from smolint.fixing import mend_bytes
from smolint.locale import N_
from smolint.options import nearest
from smolint.reporters.reporter import ReportContext, SilentReport
from smolint.suppressing import suppress_bytes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from smolint.finding import FileResult
    from smolint.reporters.reporter import Report
    from smolint.setup import Setup


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to report and how. `fail_on` is None where the configuration decides."""

    paths: tuple[str, ...]
    output_format: str
    output_file: Path | None
    fail_on: str | None
    statistics: bool
    quiet: bool
    verbose: bool
    stdin_filename: str
    fix: bool = False
    unsafe_fixes: bool = False
    show_fixes: bool = False
    diff: bool = False
    baseline: Path | None = None
    no_baseline: bool = False
    add_suppressions: bool = False

    @property
    def stdin(self) -> bool:
        """Whether standard input alone is linted."""
        return self.paths == ("-",)


@click.command(
    "check",
    cls=SpokenCommand,
    short_help=N_("Lint drafts (the default)."),
    help=N_("Lint the drafts below PATHS (the current folder by default; - reads standard input)."),
)
@click.argument("paths", nargs=-1, type=click.Path())
@adjusting_options
@click.option(
    "--output-format",
    default="text",
    metavar="FORMAT",
    help=N_("text, concise, json, jsonl, sarif, github, or one that a plugin brings [default: text]."),
)
@click.option(
    "--output-file", type=click.Path(path_type=Path, dir_okay=False), help=N_("Write the report to this file.")
)
@click.option(
    "--fail-on",
    type=click.Choice(["suggestion", "warning", "error", "never"]),
    help=N_("The least level that makes the exit code 1 [default: error]."),
)
@click.option("--statistics", is_flag=True, help=N_("Count findings by rule instead of showing them."))
@click.option("--fix", is_flag=True, help=N_("Mend what can be mended safely, in the files themselves."))
@click.option("--unsafe-fixes", is_flag=True, help=N_("Mend also what may change the meaning: read it afterwards."))
@click.option("--show-fixes", is_flag=True, help=N_("List what was mended, file by file."))
@click.option("--diff", is_flag=True, help=N_("Show what --fix would change, and change nothing."))
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help=N_("Hide the findings of this baseline [default: the nearest .smolint-baseline.json]."),
)
@click.option("--no-baseline", is_flag=True, help=N_("Show the findings that the baseline hides."))
@click.option(
    "--add-suppressions", is_flag=True, help=N_("Silence all findings with comments in the drafts; --diff shows them.")
)
@click.option("--stdin-filename", default="", metavar="PATH", help=N_("The name of the draft on standard input."))
@click.option("-q", "--quiet", is_flag=True, help=N_("Write findings only."))
@click.option("-v", "--verbose", is_flag=True, help=N_("Write all there is to say."))
@shared_options
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Run the command with its arguments and options, as click gives them."""
    shared = Shared(**{name: given.pop(name) for name in Shared.__slots__})
    adjustments = Adjustments(**{name: given.pop(name) for name in Adjustments.__slots__})
    return check(Wanted(paths=paths or (".",), **given), shared, adjustments)


def check(wanted: Wanted, shared: Shared, adjustments: Adjustments) -> int:
    """Lint and report; the exit code."""
    start = start_folder([wanted.stdin_filename] if wanted.stdin else wanted.paths)
    run = begin(shared, start, adjustments.apply, quiet=wanted.quiet)
    tally = Tally()
    with ExitStack() as stack:
        stream = _stream(wanted, stack)
        report = SilentReport() if wanted.diff else _open_report(wanted, run, stream)
        baseline = _baseline(wanted, start)
        keep = baseline.hide if baseline else _all
        mender = _mender(wanted, run, stream, keep)
        bar = _progress_bar(wanted, run)
        stack.callback(bar.close)
        for result in map(keep, _results(wanted, run, mender)):
            tally.add(result)
            with bar.aside():
                _tell_crashes(result, run, wanted)
                report.add(result)
            bar.advance(result.path)
        bar.close()
        if mender and wanted.show_fixes:
            (warn if wanted.output_format != "text" or wanted.stdin else write)("\n".join(mender.told()))
        if mender and wanted.fix and not wanted.diff:
            tally.fixed = mender.count
        if baseline and not adjustments.narrows:
            tally.gone = tuple(f"{entry.path}: {entry.rule}" for entry in sorted(baseline.gone()))
        report.close(tally.summary())
    if mender and not wanted.quiet:
        _tell_changes(mender, wanted, run)
    if mender and wanted.diff:
        return _exit_code(tally, "never") or (FINDINGS if mender.count else CLEAN)
    return _exit_code(tally, wanted.fail_on or run.setup.config.fail_on)


def _baseline(wanted: Wanted, start: Path) -> Baseline | None:
    path = None if wanted.no_baseline else wanted.baseline or find_baseline(start)
    return read_baseline(path) if path else None


def _all(result: FileResult) -> FileResult:
    return result


def _mender(wanted: Wanted, run: Invocation, stream: TextIO, keep: Callable[[FileResult], FileResult]) -> Mender | None:
    if wanted.fix and wanted.add_suppressions:
        raise UsageError(run.gettext("--fix and --add-suppressions are for two runs: mend first"))
    show = stream.write if wanted.diff else None
    if wanted.add_suppressions:
        return Mender(run.gettext, partial(suppress_bytes, keep=keep), show)
    if wanted.fix or wanted.diff:
        return Mender(run.gettext, partial(mend_bytes, unsafe=wanted.unsafe_fixes, keep=keep), show)
    return None


def _results(wanted: Wanted, run: Invocation, mender: Mender | None) -> Iterator[FileResult]:
    if "-" not in wanted.paths:
        return lint(wanted.paths, session=run.session, each=mender.file if mender else None)
    if not wanted.stdin:
        raise UsageError(run.gettext("'-' (standard input) cannot be linted together with other paths"))
    raw = sys.stdin.buffer.read()
    return lint_stdin(raw, wanted.stdin_filename, run, partial(_mend_stdin, mender) if mender else lint_bytes)


def _mend_stdin(mender: Mender, raw: bytes, path: Path, setup: Setup) -> Iterable[FileResult]:
    """The results of standard input once mended; the mended draft goes to standard output."""
    mended = mender.content(raw, path, setup)
    if mender.show is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(mended.after)
    return mended.results


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
        guess = nearest(wanted.output_format, reporters) or ", ".join(reporters)
        raise UsageError(
            run.gettext("no output format is named '{name}': try {names}", name=wanted.output_format, names=guess)
        )
    if not wanted.statistics:
        return reporters[wanted.output_format].open(stream, context)
    if wanted.output_format not in ("text", "json"):
        raise UsageError(run.gettext("--statistics goes with the output formats text and json"))
    return (JsonStatisticsReport if wanted.output_format == "json" else StatisticsReport)(stream, context)


def _stream(wanted: Wanted, stack: ExitStack) -> TextIO:
    if wanted.output_file is None:
        # Standard output is for the mended draft then.
        return (
            sys.stderr if wanted.stdin and (wanted.fix or wanted.add_suppressions) and not wanted.diff else sys.stdout
        )
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


def _tell_crashes(result: FileResult, run: Invocation, wanted: Wanted) -> None:
    """Tell on standard error of checks that failed: the report itself may not show it."""
    for crash in result.crashes:
        place, _, traceback = crash.partition("\n")
        lines = traceback.strip().splitlines() or [""]
        warn(run.gettext("This is a bug in smolint or a plugin ({place}): {reason}", place=place, reason=lines[-1]))
        warn(
            traceback
            if wanted.verbose
            else run.gettext("Run the command again with --verbose, and send its output with your report.")
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


def _exit_code(tally: Tally, fail_on: str) -> int:
    if tally.crashes:
        return BUG
    if tally.unreadable:
        return WRONG
    return FINDINGS if tally.reaches(fail_on) else CLEAN
