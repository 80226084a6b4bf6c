"""Linting the draft that comes on standard input."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from smolint.concluding import conclude
from smolint.engine import files, lint_bytes
from smolint.gathering import Gathering

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from smolint.cli.options import Invocation
    from smolint.finding import FileResult
    from smolint.setup import Setup


def lint_stdin(
    raw: bytes, name: str, run: Invocation, lint: Callable[[bytes, Path, Setup], Iterable[FileResult]] = lint_bytes
) -> Iterator[FileResult]:
    """The results of a draft held in memory, linted as if it stood at `name`.

    Without a name it is Markdown, or plain text where the run's platform is a social one. A name that
    `force-exclude` leaves out gives nothing.
    """
    config = run.setup.config
    path = Path(name or f"stdin{_usual_ending(run)}")
    if name and config.force_exclude and not any(files([path], run.session)):
        return
    gathering = Gathering()
    for result in lint(raw, path, run.setup):
        gathering.add(run.setup, result.facts)
        yield result
    yield from conclude(gathering)


def _usual_ending(run: Invocation) -> str:
    platform = run.session.host.platform(run.setup.config.platform)
    return ".txt" if platform and platform.kind == "social" else ".md"
