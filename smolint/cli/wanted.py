"""What `smolint check` is asked to do."""

from __future__ import annotations

from pathlib import Path

from smolint.dataclass import dataclass
from smolint.errors import UsageError, phrase
from smolint.locale import N_
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    import click

AUTO = 0
"""As many processes as processors, where they are faster."""
_MOST_JOBS = 256
FAIL_ON = ("suggestion", "warning", "error", "never")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to report and how. `fail_on` is None where the configuration decides."""

    paths: tuple[str, ...]
    output_format: str = "text"
    output_file: Path | None = None
    fail_on: str | None = None
    statistics: bool = False
    quiet: bool = False
    verbose: bool = False
    stdin_filename: str = ""
    fix: bool = False
    unsafe_fixes: bool = False
    show_fixes: bool = False
    diff: bool = False
    baseline: Path | None = None
    no_baseline: bool = False
    add_suppressions: bool = False
    changed_since: str = ""
    staged: bool = False
    clean_images: Path | None = None
    no_cache: bool = False
    cache_dir: Path | None = None
    watch: bool = False
    jobs: int = AUTO

    @property
    def changes_drafts(self) -> bool:
        """Whether drafts are written anew."""
        return (self.fix or self.add_suppressions) and not self.diff

    @property
    def stdin(self) -> bool:
        """Whether standard input alone is linted."""
        return self.paths == ("-",)


def _jobs(_: click.Context, __: click.Parameter, value: str) -> int:
    """The number of processes, `AUTO` for `auto`. Raises UsageError for anything else."""
    if value == "auto":
        return AUTO
    if not value.isdecimal() or not 1 <= int(value) <= _MOST_JOBS:
        raise UsageError(phrase("--jobs takes a number from 1 to {most}, or auto", most=_MOST_JOBS))
    return int(value)


def wanted_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of `Wanted` to a command; it gets them as keyword arguments."""
    import click

    for option in reversed(
        (
            click.option(
                "--output-format",
                default="text",
                metavar="FORMAT",
                help=N_(
                    "text, concise, json, jsonl, sarif, github, gitlab, junit, rdjson, checkstyle, html, "
                    "or one that a plugin brings [default: text]."
                ),
            ),
            click.option(
                "--output-file",
                type=click.Path(path_type=Path, dir_okay=False),
                help=N_("Write the report to this file."),
            ),
            click.option(
                "--fail-on",
                type=click.Choice(FAIL_ON),
                help=N_("The least level that makes the exit code 1 [default: error]."),
            ),
            click.option("--statistics", is_flag=True, help=N_("Count findings by rule instead of showing them.")),
            click.option("--fix", is_flag=True, help=N_("Mend what can be mended safely, in the files themselves.")),
            click.option(
                "--unsafe-fixes", is_flag=True, help=N_("Mend also what may change the meaning: read it afterwards.")
            ),
            click.option("--show-fixes", is_flag=True, help=N_("List what was mended, file by file.")),
            click.option("--diff", is_flag=True, help=N_("Show what --fix would change, and change nothing.")),
            click.option(
                "--baseline",
                type=click.Path(path_type=Path, dir_okay=False),
                help=N_("Hide the findings of this baseline [default: the nearest .smolint-baseline.json]."),
            ),
            click.option("--no-baseline", is_flag=True, help=N_("Show the findings that the baseline hides.")),
            click.option(
                "--add-suppressions",
                is_flag=True,
                help=N_("Silence all findings with comments in the drafts; --diff shows them."),
            ),
            click.option(
                "--changed-since",
                default="",
                metavar="REV",
                help=N_("Tell only of lines that git says are new or changed since REV."),
            ),
            click.option("--staged", is_flag=True, help=N_("Tell only of lines that the next commit changes.")),
            click.option(
                "--clean-images",
                type=click.Path(path_type=Path, file_okay=False),
                metavar="FOLDER",
                help=N_("Write copies of photos, without the place where they were taken, below this folder."),
            ),
            click.option("--no-cache", is_flag=True, help=N_("Read all drafts again, and keep no results.")),
            click.option(
                "--cache-dir",
                type=click.Path(path_type=Path, file_okay=False),
                metavar="FOLDER",
                help=N_("Keep results there [default: .smolint_cache in the project's folder]."),
            ),
            click.option(
                "--jobs",
                default="auto",
                metavar="N",
                callback=_jobs,
                help=N_("Lint in so many processes; auto uses several where that is faster [default: auto]."),
            ),
            click.option("--watch", is_flag=True, help=N_("Lint again after every change, until Ctrl-C.")),
            click.option(
                "--stdin-filename", default="", metavar="PATH", help=N_("The name of the draft on standard input.")
            ),
            click.option("-q", "--quiet", is_flag=True, help=N_("Write findings only.")),
            click.option("-v", "--verbose", is_flag=True, help=N_("Write all there is to say.")),
        )
    ):
        function = option(function)
    return function
