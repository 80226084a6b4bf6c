"""`smolint rule ID`: a rule's page, made from its file."""

from __future__ import annotations

from difflib import get_close_matches
from itertools import groupby
from typing import TYPE_CHECKING, Any

import click

from smolint.cli.layout import labelled, paragraph, table, title
from smolint.cli.options import Invocation, Shared, begin, json_option, shared_options
from smolint.cli.output import write
from smolint.cli.rules import rule_record
from smolint.cli.spoken import SpokenCommand
from smolint.errors import UsageError
from smolint.locale import N_
from smolint.options import option_defaults
from smolint.reporters.records import document, encode
from smolint.reporters.wording import level_word, outline, outline_of
from smolint.rules import translate

if TYPE_CHECKING:
    from smolint.rules import Example, Rule

_EXAMPLES = 3


@click.command(
    "rule",
    cls=SpokenCommand,
    short_help=N_("Explain one rule."),
    help=N_("Explain the rule ID: what it asks for, why, where, and with which options."),
)
@click.argument("rule_id", metavar="ID")
@json_option
@shared_options
def command(rule_id: str, output_format: str, **given: Any) -> None:
    """Run the command with its arguments and options, as click gives them."""
    run = begin(Shared(**given), quiet=output_format == "json")
    rule = _find(rule_id, run)
    if output_format == "json":
        write(document(rule=_record(rule, run)))
        return
    write("\n".join(_page(rule, run)))


def _find(rule_id: str, run: Invocation) -> Rule:
    rules = run.setup.rules
    if rule_id in rules:
        return rules[rule_id]
    group = [known for known in sorted(rules) if known.partition("/")[0] == rule_id]
    if group:
        raise UsageError(
            run.gettext("'{name}' is a group; its rules are {names}", name=rule_id, names=", ".join(group))
        )
    near = get_close_matches(rule_id, rules, n=3, cutoff=0.5) or [
        known for known in sorted(rules) if rule_id and rule_id in known
    ]
    if near:
        raise UsageError(
            run.gettext("no rule is named '{name}'; near it: {names}", name=rule_id, names=", ".join(near))
        )
    raise UsageError(run.gettext("no rule is named '{name}'; 'smolint rules' lists all of them", name=rule_id))


def _page(rule: Rule, run: Invocation) -> list[str]:
    _ = run.gettext
    lines = [title(rule.id, run), "", *paragraph(outline(rule, run.language), run), ""]
    for label, text in (
        (_("level:"), _levels(rule, run)),
        (_("why:"), translate(rule.why, run.language)),
        (_("help:"), outline_of(rule.help, run.language)),
        (_("source:"), rule.source),
        (_("see:"), rule.link),
        (_("file:"), rule.path),
    ):
        lines += labelled(label, text, run) if text else []
    return [*lines, *_options(rule, run), *_examples(rule, run)]


def _levels(rule: Rule, run: Invocation) -> str:
    """The levels in a sentence: `warning on facebook, linkedin · suggestion on blog`."""
    _ = run.gettext
    ordered = sorted(rule.platforms.items(), key=lambda pair: (-pair[1].rank, pair[0]))
    parts = [
        _("{level} on {names}", level=level_word(level, _), names=", ".join(name for name, _level in members))
        for level, members in groupby(ordered, key=lambda pair: pair[1])
    ]
    levels = " · ".join(parts) or level_word(rule.level, _)
    return levels if rule.enabled else _("{levels} (off until it is selected by name)", levels=levels)


def _effective(rule: Rule, run: Invocation) -> dict[str, Any]:
    """The options of a rule: the check's own defaults, then the rule's, then the configuration's."""
    defaults = option_defaults(run.session.host.checks[rule.extends].options)
    own = {key: value for key, value in run.setup.config.rules.get(rule.id, {}).items() if key != "level"}
    return {**defaults, **rule.options, **own}


def _options(rule: Rule, run: Invocation) -> list[str]:
    options = _effective(rule, run)
    if not options:
        return []
    head = run.gettext("Options, under {table} in smolint.toml", table=f'[rules."{rule.id}"]')
    return ["", title(head, run), *table([[key, f"= {_plain(value)}"] for key, value in options.items()], run)]


def _plain(value: object) -> str:
    return encode(list(value) if isinstance(value, tuple) else value) if value is not None else "-"


def _examples(rule: Rule, run: Invocation) -> list[str]:
    """A few examples of each sort, those in the language of the user first."""
    lines: list[str] = []
    for valid, head in ((True, run.gettext("Fine")), (False, run.gettext("Reported"))):
        fitting = [example for example in rule.examples if example.valid is valid]
        fitting.sort(key=lambda example: example.language not in ("", run.language))
        if fitting:
            lines += ["", title(head, run)]
        for example in fitting[:_EXAMPLES]:
            lines += _example(example, run)
    return lines


def _example(example: Example, run: Invocation) -> list[str]:
    where = ", ".join(part for part in (example.platform, example.language) if part)
    lines = paragraph(example.text, run, "    ")
    return [f"  {where}:", *lines] if where else lines


def _record(rule: Rule, run: Invocation) -> dict[str, Any]:
    return rule_record(rule, rule.level, run.language) | {
        "help": outline_of(rule.help, run.language),
        "why": translate(rule.why, run.language),
        "source": rule.source,
        "url": rule.link or None,
        "options": _effective(rule, run),
        "examples": [
            {"platform": one.platform, "language": one.language, "valid": one.valid, "text": one.text}
            for one in rule.examples
        ],
    }
