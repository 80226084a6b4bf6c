"""`smolint config`: the settings in force and where each one comes from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import click

from smolint.cli.options import Invocation, Shared, begin, json_option, shared_options
from smolint.cli.output import write
from smolint.cli.spoken import SpokenCommand
from smolint.config_keys import KEYS
from smolint.discovery import DEFAULT_EXCLUDE
from smolint.errors import UsageError
from smolint.late_pattern import compiled
from smolint.locale import N_
from smolint.options import nearest
from smolint.reporters.cells import width, wrap
from smolint.reporters.records import document, encode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.config import Config

_BARE = compiled(r"[\w-]+", re.ASCII)


@click.command(
    "config",
    cls=SpokenCommand,
    short_help=N_("Show the settings in force."),
    help=N_("Show the settings that hold in the current folder; with KEY, that one alone."),
)
@click.argument("key", required=False)
@json_option
@shared_options
def command(key: str | None, output_format: str, **given: Any) -> None:
    """Run the command with its arguments and options, as click gives them."""
    run = begin(Shared(**given), quiet=output_format == "json")
    settings = _settings(run.setup.config)
    if key is not None and key not in settings:
        guess = nearest(key, settings) or ", ".join(settings)
        raise UsageError(run.gettext("no setting is named '{name}': try {names}", name=key, names=guess))
    chosen = {key: settings[key]} if key is not None else settings
    origins = {name: _origin(name, run, given) for name in chosen}
    if output_format == "json":
        records = {name: {"value": value, "from": origins[name]} for name, value in chosen.items()}
        write(document(path=run.setup.config.path or None, settings=records))
        return
    for top, setting in chosen.items():
        for name, value in _flat(_quoted(top), setting):
            write("\n".join(_line(name, value, origins[top], run)))


def _settings(config: Config) -> dict[str, Any]:
    """Every setting by its key, as plain data."""
    values = {key: getattr(config, key.replace("-", "_")) for key in KEYS if hasattr(config, key.replace("-", "_"))}
    values["language"] = dict(config.languages) or config.language
    values["exclude"] = DEFAULT_EXCLUDE if config.exclude is None else config.exclude
    values["platforms"] = dict(config.platforms)
    values["per-file-ignores"] = dict(config.per_file_ignores)
    return {key: _plain(value) for key, value in {**values, **config.settings}.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return {name: _plain(item) for name, item in value.items()} if isinstance(value, dict) else value


def _origin(key: str, run: Invocation, given: dict[str, Any]) -> str:
    if key == "ui-language" and given["ui_language"]:
        return "--ui-language"
    found = run.setup.config.origins.get(key)
    if found:
        return found
    return run.gettext("the locale") if key == "ui-language" else run.gettext("default")


def _flat(name: str, value: Any) -> Iterator[tuple[str, Any]]:
    """A setting as dotted keys, tables taken apart; an empty table is shown as one."""
    if isinstance(value, dict) and value:
        for key, item in value.items():
            yield from _flat(f"{name}.{_quoted(key)}", item)
    else:
        yield name, value


def _quoted(key: str) -> str:
    return key if _BARE.fullmatch(key) else encode(key)


def _line(name: str, value: Any, origin: str, run: Invocation) -> list[str]:
    """The setting as a line of TOML with its origin as a comment; a list too long for it over several lines."""
    line = f"{name} = {_toml(value)}"
    if isinstance(value, list) and width(line) > run.width:
        items = wrap(" ".join(f"{_toml(item)}," for item in value), run.width, "  ", "  ")
        return [f"{name} = [", *items, f"]  # {origin}"]
    return [f"{line}  # {origin}"]


def _toml(value: Any) -> str:
    """A value as TOML writes it: for plain values the same as JSON."""
    return "{}" if value == {} else encode(value)
