"""`smolint init`: write a commented configuration to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from smolint.cli.options import Shared, shared_options
from smolint.cli.output import locale_environment, write
from smolint.cli.spoken import SpokenCommand
from smolint.errors import UsageError, phrase, reason_of
from smolint.locale import FOLDER, N_, catalogue, language_of_locale

NAME = "smolint.toml"


@click.command(
    "init",
    cls=SpokenCommand,
    short_help=N_("Write a commented smolint.toml."),
    help=N_("Write a commented smolint.toml in FOLDER (the current one by default)."),
)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True), default=".")
@shared_options
def command(folder: Path, **given: Any) -> None:
    """Run the command with its arguments and options, as click gives them."""
    shared = Shared(**given)
    _ = catalogue(shared.ui_language or language_of_locale(locale_environment()))
    target = folder / NAME
    text = (FOLDER / _.language / NAME).read_text(encoding="utf-8")
    try:
        with target.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
    except FileExistsError:
        raise UsageError(_("{path} is there already; it was left as it is", path=str(target))) from None
    except OSError as error:
        raise UsageError(phrase("{path}: {reason}", path=str(target), reason=reason_of(error))) from error
    write(_("{path} was written: every setting in it is explained.", path=str(target)))
