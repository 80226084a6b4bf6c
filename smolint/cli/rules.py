"""`smolint rules`: the list of rules."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from smolint.cli.layout import paragraph, title
from smolint.cli.options import Invocation, Shared, begin, json_option, shared_options
from smolint.cli.output import write
from smolint.cli.spoken import SpokenCommand
from smolint.errors import UsageError
from smolint.locale import N_
from smolint.options import nearest
from smolint.reporters.records import document
from smolint.reporters.style import paint
from smolint.reporters.wording import level_word, outline

if TYPE_CHECKING:
    from smolint.finding import Level
    from smolint.platform import Platform
    from smolint.rules import Rule


@click.command(
    "rules",
    cls=SpokenCommand,
    short_help=N_("List the rules, by group."),
    help=N_("List the rules, by group."),
)
@click.option("--platform", default="", metavar="NAME", help=N_("Only the rules that run there, with their levels."))
@json_option
@shared_options
def command(platform: str, output_format: str, **given: Any) -> None:
    """Run the command with its arguments and options, as click gives them."""
    run = begin(Shared(**given), quiet=output_format == "json")
    listed = _listed(run, find_platform(platform, run) if platform else None)
    if output_format == "json":
        write(document(rules=[rule_record(rule, level, run.language) for rule, level in listed]))
        return
    for group, members in groupby(listed, key=lambda pair: pair[0].group):
        lines = [line for rule, level in members for line in _entry(rule, level, run)]
        write("\n".join([title(group, run), *lines, ""]))
    write(run.gettext("{count:rule|rules}. More about one: smolint rule ID", count=len(listed)))


def find_platform(name: str, run: Invocation) -> Platform:
    """The platform of that name. Raises UsageError, with the nearest name, when there is none."""
    platforms = run.session.host.platforms
    found = run.session.host.platform(name)
    if found is None:
        guess = nearest(name.lower(), platforms) or ", ".join(platforms)
        raise UsageError(run.gettext("no platform is named '{name}': try {names}", name=name, names=guess))
    return found


def _listed(run: Invocation, platform: Platform | None) -> list[tuple[Rule, Level]]:
    rules = sorted(run.setup.rules.values(), key=lambda rule: rule.id)
    if platform is None:
        return [(rule, rule.level) for rule in rules]
    levels = ((rule, rule.level_on(platform.name, platform.kind)) for rule in rules)
    return [(rule, level) for rule, level in levels if level is not None]


def _entry(rule: Rule, level: Level, run: Invocation) -> list[str]:
    shown = paint(level_word(level, run.gettext), level.value, color=run.color)
    word = shown if rule.enabled else run.gettext("off by default")
    return [f"  {rule.id}  {word}", *paragraph(outline(rule, run.language), run, "      ")]


def rule_record(rule: Rule, level: Level, language: str) -> dict[str, Any]:
    """A rule as a JSON object of the list."""
    return {
        "id": rule.id,
        "level": level.value,
        "enabled": rule.enabled,
        "message": outline(rule, language),
        "platforms": {name: one.value for name, one in rule.platforms.items()},
        "check": rule.extends,
        "path": rule.path,
    }
