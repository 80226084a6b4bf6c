"""`smolint platforms`: the platforms with their facts, and where each fact comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from smolint.cli.layout import labelled, paragraph, table, title
from smolint.cli.options import Invocation, Shared, begin, json_option, shared_options
from smolint.cli.output import write
from smolint.cli.rules import find_platform
from smolint.cli.spoken import SpokenCommand
from smolint.locale import N_
from smolint.reporters.records import document, encode
from smolint.rules import fill, translate

if TYPE_CHECKING:
    from smolint.platform import Fact, Platform


@click.command(
    "platforms",
    cls=SpokenCommand,
    short_help=N_("List the platforms and their facts."),
    help=N_("List the platforms; with NAME, all that smolint knows about that one."),
)
@click.argument("name", required=False)
@json_option
@shared_options
def command(name: str | None, output_format: str, **given: Any) -> None:
    """Run the command with its arguments and options, as click gives them."""
    run = begin(Shared(**given), quiet=output_format == "json")
    platforms = [find_platform(name, run)] if name else list(run.session.host.platforms.values())
    if output_format == "json":
        write(document(platforms=[_record(one, run.language) for one in platforms]))
    elif name:
        write("\n".join(_page(platforms[0], run)))
    else:
        rows = [[one.name, one.label, _kind(one, run), _files(one)] for one in platforms]
        write("\n".join(table(rows, run)))
        write("\n" + run.gettext("More about one: smolint platforms NAME"))


def _kind(platform: Platform, run: Invocation) -> str:
    _ = run.gettext
    kinds = {"blog": _("blog"), "social": _("social network"), "video": _("films"), "deck": _("decks of slides")}
    return kinds[platform.kind]


def _files(platform: Platform) -> str:
    folders = [f"{folder}/" for folder in platform.folders]
    return ", ".join([*platform.endings, *platform.default_endings, *folders])


def _page(platform: Platform, run: Invocation) -> list[str]:
    _ = run.gettext
    lines = [title(f"{platform.label} ({platform.name})", run)]
    for label, text in (
        (_("kind:"), _kind(platform, run)),
        (_("other names:"), ", ".join(platform.aliases)),
        (_("files:"), _files(platform)),
    ):
        lines += labelled(label, text, run) if text else []
    rows = [
        [one.name, f"= {_plain(one.default)}", translate(one.description, run.language)] for one in platform.settings
    ]
    if rows:
        head = _("Settings, under {table} in smolint.toml", table=f"[{platform.name}]")
        lines += ["", title(head, run), *table(rows, run)]
    if platform.facts:
        lines += ["", title(_("Facts"), run)]
    for fact in platform.facts.values():
        lines += _fact(fact, run)
    return lines


def _fact(fact: Fact, run: Invocation) -> list[str]:
    _ = run.gettext
    value = _("none published") if fact.value is None else _value(fact.value, run.language)
    confidence = {"high": _("sure"), "medium": _("likely"), "low": _("uncertain")}[fact.confidence]
    where = _("{confidence}, {month}: {source}", confidence=confidence, month=fact.as_of, source=fact.source)
    lines = labelled(f"{fact.name} =", value, run) + paragraph(where, run, "      ")
    return lines + (paragraph(fact.note, run, "      ") if fact.note else [])


def _value(value: Any, language: str) -> str:
    """A fact's value as people write it in that language."""
    if isinstance(value, list):
        return ", ".join(_value(item, language) for item in value)
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return str(value).replace(".", "," if language == "fr" else ".")
    return fill("{value}", {"value": value}, language)


def _plain(value: object) -> str:
    return "-" if value is None else encode(value)


def _record(platform: Platform, language: str) -> dict[str, Any]:
    facts = {
        fact.name: {
            "value": fact.value,
            "source": fact.source,
            "as_of": fact.as_of,
            "confidence": fact.confidence,
            "note": fact.note,
        }
        for fact in platform.facts.values()
    }
    settings = {
        one.name: {
            "default": one.default,
            "choices": list(one.choices),
            "description": translate(one.description, language),
        }
        for one in platform.settings
    }
    return {
        "name": platform.name,
        "label": platform.label,
        "kind": platform.kind,
        "aliases": list(platform.aliases),
        "endings": [*platform.endings, *platform.default_endings],
        "folders": list(platform.folders),
        "settings": settings,
        "facts": facts,
    }
