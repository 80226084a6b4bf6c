"""`smolint check`: lint drafts and report what to mend."""

from __future__ import annotations

import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

import click

from smolint import __version__
from smolint.cli.adjusting import Adjustments, adjusting_options
from smolint.cli.exits import BUG, CLEAN, FINDINGS, WRONG
from smolint.cli.options import Invocation, Shared, begin, shared_options, start_folder
from smolint.cli.output import warn
from smolint.cli.progress import ProgressBar
from smolint.cli.spoken import SpokenCommand
from smolint.cli.statistics import JsonStatisticsReport, StatisticsReport
from smolint.cli.stdin import lint_stdin
from smolint.cli.tally import Tally
from smolint.engine import files, lint
from smolint.errors import UsageError
from smolint.locale import N_
from smolint.options import nearest
from smolint.reporters.reporter import ReportContext

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.finding import FileResult
    from smolint.reporters.reporter import Report


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
    start = start_folder([wanted.stdin_filename] if wanted.paths == ("-",) else wanted.paths)
    run = begin(shared, start, adjustments.apply, quiet=wanted.quiet)
    tally = Tally()
    with ExitStack() as stack:
        report = _open_report(wanted, run, _stream(wanted, stack))
        bar = _progress_bar(wanted, run)
        stack.callback(bar.close)
        for result in _results(wanted, run):
            tally.add(result)
            with bar.aside():
                _tell_crashes(result, run, wanted)
                report.add(result)
            bar.advance(result.path)
        bar.close()
        report.close(tally.summary())
    return _exit_code(tally, wanted.fail_on or run.setup.config.fail_on)


def _results(wanted: Wanted, run: Invocation) -> Iterator[FileResult]:
    if "-" not in wanted.paths:
        return lint(wanted.paths, session=run.session)
    if len(wanted.paths) > 1:
        raise UsageError(run.gettext("'-' (standard input) cannot be linted together with other paths"))
    return lint_stdin(sys.stdin.buffer.read(), wanted.stdin_filename, run)


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
        return sys.stdout
    try:
        stream = wanted.output_file.open("w", encoding="utf-8", errors="backslashreplace", newline="\n")
    except OSError as error:
        raise UsageError(f"{wanted.output_file}: {error.strerror}") from error
    return stack.enter_context(stream)


def _progress_bar(wanted: Wanted, run: Invocation) -> ProgressBar:
    shown = sys.stderr.isatty() and not wanted.quiet and wanted.paths != ("-",)
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


def _exit_code(tally: Tally, fail_on: str) -> int:
    if tally.crashes:
        return BUG
    if tally.unreadable:
        return WRONG
    return FINDINGS if tally.reaches(fail_on) else CLEAN
