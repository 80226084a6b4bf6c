"""Results of files that could not be linted, or not to their end."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from smolint.aiming import NOWHERE
from smolint.draft import Content, Draft, Problem
from smolint.finding import FileResult, Finding
from smolint.judging import INTERNAL_ERROR, judge, rules_for
from smolint.reading import Reading
from smolint.source import Source, Span
from smolint.time_limit import MOST_MEMORY

if TYPE_CHECKING:
    from smolint.setup import Setup


def too_slow(shown: str, setup: Setup, *, heavy: bool = False) -> FileResult:
    """The result of a file that takes longer than the configuration allows, or more memory than any file may."""
    seconds = setup.config.max_seconds
    values = {
        "seconds": int(seconds) if seconds == int(seconds) else seconds,
        "megabytes": MOST_MEMORY // 1_000_000,
        "variant": "memory" if heavy else "",
    }
    late = Problem("source/too-slow", Span(0, 0), values)
    return FileResult(shown, _findings(late, shown, setup), unreadable=True, unfinished=True)


def lost(shown: str, setup: Setup, reason: str, crash: str, *, rule: str = "", died: bool = False) -> FileResult:
    """The result of a file on which something in smolint or a plugin failed, `crash` being all that is known of it.

    What failed is a `rule`, else the file as a whole, whose process `died` or not.
    """
    variant = "" if rule else "process" if died else "file"
    problem = Problem(INTERNAL_ERROR, Span(0, 0), {"rule": rule, "reason": reason, "variant": variant})
    return FileResult(shown, _findings(problem, shown, setup), crashes=(crash,))


def _findings(problem: Problem, shown: str, setup: Setup) -> tuple[Finding, ...]:
    draft = Draft(Source(shown, ""), Content(), "unreadable", problems=(problem,))
    selected = rules_for(draft, Path(shown), NOWHERE.kind, setup)
    return tuple(judge(Reading(draft, NOWHERE), selected, setup).findings)
