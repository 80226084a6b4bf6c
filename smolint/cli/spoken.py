"""Help pages in the user's language: click's own, with every text looked up in the catalogue."""

from __future__ import annotations

import copy
from functools import cached_property
from typing import TYPE_CHECKING

import click

from smolint.late_pattern import late_pattern
from smolint.locale import N_, Catalogue, catalogue

if TYPE_CHECKING:
    from collections.abc import Callable

CLICK_TEXTS = (N_("Options"), N_("Commands"), N_("Show this message and exit."), N_("Show the version and exit."))
"""Texts that click itself puts on a help page."""

METAVARS = (
    N_("OPTIONS"), N_("COMMAND"), N_("ARGS"), N_("PATHS"), N_("PATH"), N_("RULES"), N_("PATTERNS"), N_("NAME"),
    N_("CODE"), N_("FORMAT"), N_("FILE"), N_("FOLDER"), N_("KEY"), N_("ID"), N_("DIRECTORY"), N_("TEXT"), N_("INTEGER"),
    N_("REV"),
)  # fmt: skip
"""What stands for a value on a help page."""

_METAVAR = late_pattern(r"\b[A-Z]{2,}\b")


class Speaker:
    """Finds the catalogue to speak with, and only when something must be said."""

    def __init__(self, find: Callable[[], Catalogue]) -> None:
        self._find = find

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue of the run."""
        return self._find()


class SpokenFormatter(click.HelpFormatter):
    """Writes the headings of a help page in the catalogue's language."""

    def __init__(self, gettext: Catalogue, **sizes: int | None) -> None:
        super().__init__(**sizes)  # type: ignore[arg-type]
        self.gettext = gettext

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the usage line."""
        super().write_usage(prog, args, self.gettext("Usage:") + " ")

    def write_heading(self, heading: str) -> None:
        """Write a translated heading; French sets its colon apart by a no-break space."""
        space = "\N{NO-BREAK SPACE}" if self.gettext.language == "fr" else ""
        super().write_heading(self.gettext(heading) + space)


class SpokenContext(click.Context):
    """A context whose `obj` finds the catalogue to speak with."""

    def make_formatter(self) -> click.HelpFormatter:
        """A formatter for help pages in this context's language."""
        return SpokenFormatter(spoken_by(self), width=self.terminal_width, max_width=self.max_content_width)


def spoken_by(ctx: click.Context) -> Catalogue:
    """The catalogue of a context, English where none was given."""
    return ctx.obj.catalogue if isinstance(ctx.obj, Speaker) else catalogue("en")


class SpokenCommand(click.Command):
    """A command whose help page speaks the context's language; its texts are marked with `N_`."""

    context_class = SpokenContext

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """The parts of the usage line."""
        return [named(piece, spoken_by(ctx)) for piece in super().collect_usage_pieces(ctx)]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what the command is for."""
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(spoken_by(ctx)(self.help or ""))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        twins = (_translated(option, spoken_by(ctx)) for option in options)
        records = [
            (named(names, spoken_by(ctx)), text)
            for twin in twins
            for names, text in filter(None, [twin.get_help_record(ctx)])
        ]
        with formatter.section("Options"):
            formatter.write_dl(records)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The line about this command on its group's page, whole."""
        context = click.get_current_context(silent=True)
        return (spoken_by(context) if context else catalogue("en"))(self.short_help or "")


def named(written: str, gettext: Catalogue) -> str:
    """The names of options or arguments with what stands for their values in the catalogue's language."""
    return _METAVAR.sub(lambda match: gettext(match.group()), written)


def _translated(option: click.Option, gettext: Catalogue) -> click.Option:
    """A twin of the option with its help in the catalogue's language; the command's own stays as it is."""
    twin = copy.copy(option)
    twin.help = gettext(option.help) if option.help else ""
    return twin
