"""The `smolint` command: `smolint PATH…` is `smolint check PATH…`; each sub-command is imported when it is run."""

from __future__ import annotations

import importlib
import os

import click

from smolint import __version__
from smolint.cli.plain import COMMANDS
from smolint.cli.spoken import SpokenCommand, spoken_by
from smolint.locale import N_

_SHARED = {"--ui-language": True, "--config": True, "--color": True, "--isolated": False, "--strict-plugins": False}
"""The options of every command, and whether a value follows them."""
_OWN_OPTIONS = ("--help", "-h", "--version", "-V")


def command_first(args: list[str]) -> list[str]:
    """The arguments with the name of a command moved before shared options: `--ui-language fr rule …`.

    Only options that every command has are passed over, so that a folder named as a command is still one for
    `smolint --quiet stats`.
    """
    index = 0
    while index < len(args) and args[index].partition("=")[0] in _SHARED:
        name, equals, _ = args[index].partition("=")
        index += 1 if equals or not _SHARED[name] else 2
    if 0 < index < len(args) and args[index] in COMMANDS:
        return [args[index], *args[:index], *args[index + 1 :]]
    return args


def _nearest(name: str) -> str:
    from smolint.options import nearest

    return nearest(name, COMMANDS)


class DefaultGroup(SpokenCommand, click.Group):
    """A group whose sub-commands are files, and whose default one is `check`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put `check` before arguments that name no command. Raises UsageError for what looks like a misspelt one."""
        args = command_first(args)
        first = args[0] if args else ""
        if first not in COMMANDS and first not in _OWN_OPTIONS:
            guess = "" if first.startswith("-") or os.path.exists(first) else _nearest(first)
            if guess:
                _ = spoken_by(ctx)
                message = _(
                    "there is no file, folder or command '{name}'; did you mean '{guess}'?", name=first, guess=guess
                )
                raise click.UsageError(message, ctx)
            args = ["check", *args]
        return super().parse_args(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the sub-commands."""
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The sub-commands, in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The sub-command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"smolint.cli.{cmd_name}").command
        return command


@click.group(
    cls=DefaultGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=N_(
        "Lint blog posts, tweets and other social media drafts before they are published.\n\n"
        "`smolint PATH…` is short for `smolint check PATH…`."
    ),
)
@click.version_option(__version__, "-V", "--version", message="smolint %(version)s")
def cli() -> None:
    """Run the sub-command that the arguments name."""
