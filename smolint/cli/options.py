"""The options that several commands share, and what follows from them: configuration, host, language."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from smolint.cli.output import columns, locale_environment, shows_colour, warn
from smolint.config import Config, load_config
from smolint.dataclass import dataclass, replace
from smolint.host import load_host
from smolint.locale import LANGUAGES, N_, Catalogue, catalogue, language_of_locale
from smolint.project import project_root
from smolint.session import Session
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from smolint.setup import Setup

COLORS = ("auto", "always", "never")


CACHE = ".smolint_cache"
"""The folder in a project in which its results are kept."""


@dataclass(frozen=True, slots=True)
class Shared:
    """The shared options as given, None where they were not."""

    config: Path | None = None
    isolated: bool = False
    ui_language: str | None = None
    strict_plugins: bool = False
    color: str = "auto"


@dataclass(frozen=True, slots=True)
class Invocation:
    """What a command works with. `setup` is that of the folder where the run begins."""

    session: Session
    setup: Setup
    gettext: Catalogue
    color: bool
    width: int

    @property
    def language(self) -> str:
        """The language to speak."""
        return self.gettext.language


def shared_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the shared options to a command; it gets them as keyword arguments for `Shared`."""
    import click

    path = click.Path(path_type=Path, dir_okay=False)
    for option in (
        click.option("--strict-plugins", is_flag=True, help=N_("Stop when a plugin cannot be loaded.")),
        click.option("--color", type=click.Choice(COLORS), default="auto",
                     help=N_("When to write colours; NO_COLOR and FORCE_COLOR are respected [default: auto].")),
        click.option("--ui-language", type=click.Choice(LANGUAGES),
                     help=N_("The language of messages [default: the configuration's, else the locale's].")),
        click.option(
            "--isolated", is_flag=True,
            help=N_("Trust nothing that lies in the project: no configuration (but --config), baseline or cache."),
        ),
        click.option("--config", type=path, help=N_("Use this configuration file for all drafts.")),
    ):  # fmt: skip
        function = option(function)
    return function


def json_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add `--output-format {text,json}` to a command."""
    import click

    formats = click.Choice(["text", "json"])
    return click.option("--output-format", type=formats, default="text", help=N_("How to write it [default: text]."))(
        function
    )


def begin(
    shared: Shared,
    start: Path | None = None,
    adjust: Callable[[Config], Config] | None = None,
    *,
    quiet: bool = False,
) -> Invocation:
    """What a command that starts in a folder works with.

    Warnings about plugins go to standard error unless `quiet`. Raises ConfigError and, with strict plugins,
    PluginError.
    """
    host = load_host(strict=shared.strict_plugins)
    folder = start or Path()
    fixed = load_config(shared.config) if shared.config else Config() if shared.isolated else None
    configured = Session(host, fixed).config(folder).ui_language
    # One language for the whole run, whatever the configurations of other folders say.
    spoken = shared.ui_language or configured or language_of_locale(locale_environment())

    def adjusted(config: Config) -> Config:
        return (adjust or _unchanged)(replace(config, ui_language=spoken))

    session = Session(host, fixed, adjusted)
    setup = session.setup(folder)
    _ = catalogue(spoken)
    if not quiet:
        for warning in (*host.warnings, *(setup.vale.notes if setup.vale else ())):
            warn(_("warning: {reason}", reason=warning.told(_)))
    color = shows_colour(shared.color, sys.stdout, locale_environment())
    return Invocation(session, setup, _, color, columns())


def _unchanged(config: Config) -> Config:
    return config


def start_folder(paths: Sequence[str]) -> Path:
    """The folder whose configuration speaks for the run as a whole: the first path's."""
    first = Path(paths[0]) if paths and paths[0] != "-" else Path()
    return first if os.path.isdir(first) else first.parent


def project_folder(start: Path, config: Config) -> Path:
    """The folder of the project in which a run starts: its configuration's, else its repository's, else this one."""
    return project_root(start / "draft", start, config)


def cache_folder(named: Path | None, start: Path, config: Config) -> Path:
    """The folder in which a project's results are kept: the one that is named, else one in the project's folder.

    A link is followed only where the user names it.
    """
    if named is not None and named.is_symlink():
        return Path(os.path.realpath(named))  # where links go round in a circle, `resolve` fails
    return named or project_folder(start, config) / CACHE
