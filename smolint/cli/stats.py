"""`smolint stats`: the figures of each draft."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from smolint.aiming import readings_of
from smolint.cli.adjusting import Adjustments
from smolint.cli.all_figures import all_figures, shown_figure
from smolint.cli.exits import CLEAN, WRONG
from smolint.cli.layout import figures
from smolint.cli.options import Invocation, Shared, begin, json_option, shared_options, start_folder
from smolint.cli.output import warn, write
from smolint.cli.progress import ProgressBar
from smolint.cli.spoken import SpokenCommand
from smolint.engine import files
from smolint.locale import N_
from smolint.lost import too_slow
from smolint.measures import measures
from smolint.reporters.cells import clusters, visible, width
from smolint.reporters.records import document
from smolint.targets import shown_path
from smolint.time_limit import TimeLimit, TooHeavy, TooSlow, alarms

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smolint.discovery import Found
    from smolint.setup import Setup

_LEAST_PATH = 12


@click.command(
    "stats",
    cls=SpokenCommand,
    short_help=N_("Show the figures of each draft."),
    help=N_("Measure the drafts below PATHS: words, sentences, readability, depth, length."),
)
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--platform", default="", metavar="NAME", help=N_("The platform of all drafts."))
@click.option("--language", default="", metavar="CODE", help=N_("The language of all drafts: fr, en."))
@click.option("--all", "everything", is_flag=True, help=N_("Show all figures of each draft, one a line."))
@json_option
@shared_options
def command(
    paths: tuple[str, ...], platform: str, language: str, output_format: str, *, everything: bool, **given: Any
) -> int:
    """Run the command with its arguments and options, as click gives them."""
    adjustments = Adjustments(platform=platform, language=language)
    paths = paths or (".",)
    as_json = output_format == "json"
    run = begin(Shared(**given), start_folder(paths), adjustments.apply, quiet=as_json)
    missing = [path for path in paths if not Path(path).exists()]
    for path in missing:
        warn(run.gettext("{path}: there is no such file or folder", path=path))
    drafts = list(_measured([path for path in paths if path not in missing], run))
    if as_json:
        write(document(drafts=drafts))
    elif drafts and everything:
        write("\n\n".join("\n".join(all_figures(draft, run)) for draft in drafts))
    elif drafts:
        write("\n".join(_table(drafts, run)))
    else:
        write(run.gettext("No drafts found."))
    return WRONG if missing else CLEAN


def _measured(paths: Sequence[str], run: Invocation) -> Iterator[dict[str, Any]]:
    found = list(files(paths, run.session))
    bar = ProgressBar(run.gettext("Reading drafts"), lambda: len(found), shown=sys.stderr.isatty())
    try:
        with alarms():
            for file in found:
                yield from _measures(file, run.session.setup(file.path.parent))
                bar.advance(str(file.path))
    finally:
        bar.close()


def _measures(file: Found, setup: Setup) -> Iterator[dict[str, Any]]:
    """The figures of a file's drafts; of one that takes too long or too much memory, a warning."""
    limit = TimeLimit(setup.config.max_seconds)
    drafts = map(measures, readings_of(file, setup))
    try:
        while True:
            with limit:
                found = next(drafts, None)
            if found is None:
                return
            yield found
    except TooSlow as over:
        for one in too_slow(shown_path(file.path), setup, heavy=isinstance(over, TooHeavy)).findings:
            warn(f"{one.path}: {one.message}")


def _table(drafts: Sequence[dict[str, Any]], run: Invocation) -> list[str]:
    _ = run.gettext
    names = (_("draft"), _("platform"), _("words"), _("sentences"), _("long"), _("ease"), _("depth"), _("length"))
    rows = [_row(draft, run.language) for draft in drafts]
    columns = list(zip(names[1:], *(row[1:] for row in rows), strict=True))
    taken = sum(2 + max(width(cell) for cell in column) for column in columns)
    room = max(_LEAST_PATH, run.width - taken)
    total = _(
        "{drafts:draft|drafts}, {words:word|words}.",
        drafts=len(drafts),
        words=sum(draft["words"] for draft in drafts),
    )
    return [*figures(names, [[_tail(row[0], room), *row[1:]] for row in rows], run), "", total]


def _row(draft: dict[str, Any], language: str) -> list[str]:
    number = draft["draft"]
    path = visible(draft["path"]) + (f" ({number + 1})" if number else "")
    length = shown_figure(draft["length"], language)
    if draft["length_limit"] is not None:
        length += f"/{shown_figure(draft['length_limit'], language)}"
    words, sentences = shown_figure(draft["words"], language), shown_figure(draft["sentences"], language)
    long = shown_figure(draft["long_sentence_share"], language, share=True)
    ease, depth = (shown_figure(draft[name], language) for name in ("reading_ease", "depth"))
    return [path, draft["platform"], words, sentences, long, ease, depth, length]


def _tail(text: str, columns: int) -> str:
    """The text, or its end behind an ellipsis where it is wider than that many cells."""
    if width(text) <= columns:
        return text
    kept: list[str] = []
    room = columns - 1
    for cluster in reversed(clusters(text)):
        room -= cluster.cells
        if room < 0:
            break
        kept.append(cluster.shown)
    return "…" + "".join(reversed(kept))
