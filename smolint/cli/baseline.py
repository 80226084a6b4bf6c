"""`smolint baseline`: take up smolint in an old repository, one new draft at a time."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from smolint.baseline import Baseline, baseline_text, make_baseline, read_baseline
from smolint.cli.adjusting import Adjustments, adjusting_options
from smolint.cli.exits import BUG, CLEAN, WRONG
from smolint.cli.options import Shared, begin, project_folder, shared_options, start_folder
from smolint.cli.output import warn, write
from smolint.cli.spoken import SpokenCommand
from smolint.engine import lint
from smolint.locale import N_
from smolint.project import BASELINE, find_baseline
from smolint.time_limit import alarms
from smolint.writing import write_atomically


@click.command(
    "baseline",
    cls=SpokenCommand,
    short_help=N_("Hide the findings that are there today."),
    help=N_(
        "Write all findings of the drafts below PATHS to a baseline: `smolint check` is then silent about them until "
        "their text changes.\n\nWhat the baseline says of other files is kept."
    ),
)
@click.argument("paths", nargs=-1, type=click.Path())
@adjusting_options
@click.option(
    "--baseline",
    "file",
    type=click.Path(path_type=Path, dir_okay=False),
    help=N_("The file to write [default: the nearest one, else .smolint-baseline.json in the project's folder]."),
)
@shared_options
def command(paths: tuple[str, ...], file: Path | None, **given: Any) -> int:
    """Run the command with its arguments and options, as click gives them."""
    shared = Shared(**{name: given.pop(name) for name in Shared.__slots__})
    adjustments = Adjustments(**{name: given.pop(name) for name in Adjustments.__slots__})
    paths = paths or (".",)
    start = start_folder(paths)
    run = begin(shared, start, adjustments.apply)
    target = file or find_baseline(start) or project_folder(start, run.setup.config) / BASELINE
    before = read_baseline(target) if target.exists() else None
    with alarms():
        results = list(lint(paths, session=run.session))
    crashes = [crash for result in results for crash in result.crashes]
    for crash in crashes:
        warn(crash)
    if crashes:
        return BUG
    made = make_baseline(target.parent, results, before)
    if not made.entries and before is None:
        write(run.gettext("Nothing to mend: no baseline is needed."))
        return CLEAN
    write_atomically(target, baseline_text(made).encode())
    write(_told(made, before, target, run.gettext))
    return WRONG if any(result.unreadable for result in results) else CLEAN


def _told(made: Baseline, before: Baseline | None, target: Path, _: Any) -> str:
    told: str = _(
        "{path}: {count:finding|findings} in {files:file|files}.",
        path=target,
        count=made.entries.total(),
        files=len({entry.path for entry in made.entries}),
    )
    if before is not None:
        added, dropped = (made.entries - before.entries).total(), (before.entries - made.entries).total()
        told += " " + _("{added} new, {dropped} dropped.", added=added, dropped=dropped)
    return told
