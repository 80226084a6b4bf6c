"""Linting the draft that comes on standard input."""

from __future__ import annotations

import sys
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from smolint.concluding import conclude
from smolint.engine import files, lint_bytes
from smolint.errors import UsageError, phrase
from smolint.gathering import Gathering

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from smolint.cli.options import Invocation
    from smolint.finding import FileResult
    from smolint.setup import Setup


_CHUNK = 1_000_000
_MOST_CHUNKS = 100


def read_stdin() -> bytes:
    """What comes on standard input. Raises UsageError where it does not end within 100 MB."""
    chunks = [*islice(iter(partial(sys.stdin.buffer.read, _CHUNK), b""), _MOST_CHUNKS + 1)]
    if len(chunks) > _MOST_CHUNKS:
        raise UsageError(phrase("standard input holds more than {limit} MB: name a file instead", limit=_MOST_CHUNKS))
    return b"".join(chunks)


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
