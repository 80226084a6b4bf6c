"""`smolint check`: lint drafts and report what to mend."""

from __future__ import annotations

from typing import Any

import click

from smolint.cli.adjusting import Adjustments, adjusting_options
from smolint.cli.checking import check
from smolint.cli.options import Shared, shared_options
from smolint.cli.spoken import SpokenCommand
from smolint.cli.wanted import Wanted, wanted_options
from smolint.locale import N_


@click.command(
    "check",
    cls=SpokenCommand,
    short_help=N_("Lint drafts (the default)."),
    help=N_("Lint the drafts below PATHS (the current folder by default; - reads standard input)."),
)
@click.argument("paths", nargs=-1, type=click.Path())
@adjusting_options
@wanted_options
@shared_options
def command(paths: tuple[str, ...], **given: Any) -> int:
    """Run the command with its arguments and options, as click gives them."""
    shared = Shared(**{name: given.pop(name) for name in Shared.__slots__})
    adjustments = Adjustments(**{name: given.pop(name) for name in Adjustments.__slots__})
    wanted = Wanted(paths=paths or (".",), **given)
    return check(wanted, shared, adjustments)
