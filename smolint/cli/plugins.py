"""`smolint plugins`: what is installed and what it registers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from smolint.cli.layout import labelled, title
from smolint.cli.options import Invocation, Shared, begin, json_option, shared_options
from smolint.cli.output import write
from smolint.cli.spoken import SpokenCommand
from smolint.errors import tell
from smolint.locale import N_
from smolint.reporters.records import document

if TYPE_CHECKING:
    from smolint.host import LoadedPlugin


@click.command(
    "plugins",
    cls=SpokenCommand,
    short_help=N_("List the installed plugins."),
    help=N_("List the installed plugins, their versions, and what each one registers."),
)
@json_option
@shared_options
def command(output_format: str, **given: Any) -> None:
    """Run the command with its arguments and options, as click gives them."""
    run = begin(Shared(**given), quiet=True)
    plugins = run.session.host.plugins
    if output_format == "json":
        write(document(plugins=[_record(one) for one in plugins]))
        return
    write("\n\n".join("\n".join(_lines(one, run)) for one in plugins))


def _lines(plugin: LoadedPlugin, run: Invocation) -> list[str]:
    _ = run.gettext
    lines = [f"{title(plugin.name, run)}  {plugin.distribution} {plugin.version}"]
    for label, names in (
        (_("platforms:"), plugin.platforms),
        (_("checks:"), plugin.checks),
        (_("rules in:"), plugin.packs),
        (_("parsers:"), plugin.parsers),
        (_("output formats:"), plugin.reporters),
    ):
        lines += labelled(label, ", ".join(names), run) if names else []
    return lines + (labelled(_("cannot be loaded:"), tell(plugin.problem, _), run) if plugin.problem else [])


def _record(plugin: LoadedPlugin) -> dict[str, Any]:
    return {
        "name": plugin.name,
        "distribution": plugin.distribution,
        "version": plugin.version,
        "platforms": list(plugin.platforms),
        "checks": list(plugin.checks),
        "packs": list(plugin.packs),
        "parsers": list(plugin.parsers),
        "reporters": list(plugin.reporters),
        "problem": str(plugin.problem) or None,
    }
