"""What is wrong with the arguments of a command, in smolint's own words rather than those of click."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import click

from smolint.cli.spoken import named, spoken_by
from smolint.errors import tell
from smolint.late_pattern import compiled

if TYPE_CHECKING:
    from smolint.locale import Catalogue

_EXTRA = compiled(r"\((.*)\)\Z", re.DOTALL)


def usage_error(error: click.ClickException, _: Catalogue) -> str:
    """All that is told about wrong arguments: the usage line, where help is, and what is wrong."""
    lines = []
    context = error.ctx if isinstance(error, click.UsageError) else None
    if context is not None:
        _ = spoken_by(context)
        lines.append(context.get_usage())
        if context.help_option_names:
            command = f"{context.command_path} {context.help_option_names[-1]}"
            lines += [_("Try '{command}' for help.", command=command), ""]
    return "\n".join([*lines, _("error: {reason}", reason=_reason(error, _))])


def _reason(error: click.ClickException, _: Catalogue) -> str:
    if isinstance(error, click.NoSuchOption):
        return _no_option(error, _)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return _("{name} is missing", name=_name(error.param, _))
    if isinstance(error, click.BadParameter) and error.param is not None:
        return _("{reason} for {name}", reason=_bad_value(error, error.param, _), name=_name(error.param, _))
    if isinstance(error, click.BadOptionUsage):
        if isinstance(error.option_name, str) and "not take" in error.message:
            return _("the option {name} takes no value", name=error.option_name)
        return _("the option {name} needs a value", name=error.option_name)
    extra = _EXTRA.search(str(error.message))
    if extra and "unexpected extra" in error.message:
        return _("the command takes no more arguments, but there are more: {names}", names=extra.group(1))
    return str(tell(error.message, _))


def _no_option(error: click.NoSuchOption, _: Catalogue) -> str:
    names = ", ".join(sorted(error.possibilities or ()))
    if names:
        return _("there is no option {name}; did you mean {names}?", name=error.option_name, names=names)
    return _("there is no option {name}", name=error.option_name)


def _name(param: click.Parameter, _: Catalogue) -> str:
    """A parameter as the user writes it: `--color`, `ID`."""
    if isinstance(param, click.Option):
        return param.opts[-1]
    return named(param.make_metavar(click.Context(click.Command(""))).strip("[].…"), _)


def _bad_value(error: click.BadParameter, param: click.Parameter, _: Catalogue) -> str:
    value = _quoted(error.message)
    kind = param.type
    if isinstance(kind, click.Choice):
        return _("'{value}' is none of {names}", value=value, names=", ".join(map(str, kind.choices)))
    if isinstance(kind, click.Path) and "does not exist" in error.message:
        return _("there is no file or folder '{value}'", value=value)
    if isinstance(kind, click.Path) and "directory" in error.message:
        return _("'{value}' is a folder, not a file", value=value)
    if isinstance(kind, click.Path) and "is a file" in error.message:
        return _("'{value}' is a file, not a folder", value=value)
    return str(tell(error.message, _))


def _quoted(message: str) -> str:
    """The value that click names in its message."""
    match = re.search(r"'(.*?)'(?= is | does )", message, re.DOTALL)
    return match.group(1) if match else ""
