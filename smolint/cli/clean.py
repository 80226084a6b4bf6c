"""`smolint clean`: delete the results that were kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from smolint.cache import records
from smolint.cache.store import clean
from smolint.cli.exits import CLEAN
from smolint.cli.options import Shared, begin, cache_folder, shared_options, start_folder
from smolint.cli.output import write
from smolint.cli.spoken import SpokenCommand
from smolint.locale import N_


@click.command(
    "clean",
    cls=SpokenCommand,
    short_help=N_("Empty the cache."),
    help=N_("Delete the results that smolint kept for the project of PATH (the current folder by default)."),
)
@click.argument("path", default=".", type=click.Path())
@click.option(
    "--cache-dir",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help=N_("Keep results there [default: .smolint_cache in the project's folder]."),
)
@shared_options
def command(path: str, cache_dir: Path | None, **given: Any) -> int:
    """Run the command with its arguments and options, as click gives them."""
    start = start_folder([path])
    run = begin(Shared(**given), start)
    folder = cache_folder(cache_dir, start, run.setup.config)
    records.clean()
    if clean(folder):
        write(run.gettext("{folder}: deleted.", folder=folder))
    else:
        write(run.gettext("{folder}: there is no cache.", folder=folder))
    return CLEAN
