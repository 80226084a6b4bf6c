"""Where the results of `smolint check` come from: files or standard input, mended first or not."""

from __future__ import annotations

import sys
from functools import partial

from smolint.concluding import conclude
from smolint.engine import files, lint_bytes, lint_file, linted, one_by_one
from smolint.errors import UsageError, phrase
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from typing import TextIO

    from smolint.cli.mending import Mender
    from smolint.cli.narrowing import Narrowing
    from smolint.cli.options import Invocation
    from smolint.cli.wanted import Wanted
    from smolint.discovery import Found
    from smolint.engine import LintAll
    from smolint.finding import FileResult
    from smolint.gathering import Gathering
    from smolint.setup import Setup

    Job = tuple[Found, Setup]
    LintOne = Callable[[Found, Setup], Iterable[FileResult]]


def make_mender(wanted: Wanted, run: Invocation, stream: TextIO, narrowed: Narrowing) -> Mender | None:
    """What mends or silences each file before it is reported on, None where nothing is to be changed.

    Raises UsageError for two wishes that do not go together.
    """
    if wanted.fix and wanted.add_suppressions:
        raise UsageError(phrase("--fix and --add-suppressions are for two runs: mend first"))
    if not wanted.changes_drafts and not wanted.diff:
        return None
    from smolint.cli.mending import Mender

    show = partial(_show, stream) if wanted.diff else None
    if wanted.add_suppressions:
        from smolint.suppressing import suppress_bytes

        return Mender(run.gettext, partial(suppress_bytes, keep=narrowed.keep), show)
    from smolint.fixing import mend_bytes

    return Mender(run.gettext, partial(mend_bytes, unsafe=wanted.unsafe_fixes, keep=narrowed.keep), show)


def _show(stream: TextIO, diff: str) -> None:
    """Write a diff: as it is for a program, so that it can be applied, and safe to look at on a terminal."""
    from smolint.reporters.escaping import visible_lines

    stream.write(visible_lines(diff) + "\n" if stream.isatty() else diff)


def results(
    wanted: Wanted,
    run: Invocation,
    mender: Mender | None,
    narrowed: Narrowing,
    gathering: Gathering,
    lint_one: LintOne = lint_file,
    every: LintAll | None = None,
) -> Iterator[tuple[FileResult, Job | None]]:
    """The results of the run, with all their findings; `gathering` is given what the corpus checks need.

    With each comes its file and setup; none with those of standard input and of the run as a whole.
    `lint_one` lints a file that is not to be mended, or `every` all files. Raises UsageError for `-` among other paths.
    """
    if "-" not in wanted.paths:

        def each(found: Found, setup: Setup) -> Iterable[FileResult]:
            if not narrowed.tells_of(found.path):
                return lint_file(found, setup, for_corpus=True)
            return mender.file(found, setup) if mender else lint_one(found, setup)

        every = every or partial(one_by_one, each)
        for found, setup, result in linted(files(wanted.paths, run.session), run.session, every, gathering):
            if narrowed.tells_of(result.path):
                yield result, (found, setup)
        yield from ((result, None) for result in conclude(gathering) if narrowed.tells_of(result.path))
        return
    if not wanted.stdin:
        raise UsageError(phrase("'-' (standard input) cannot be linted together with other paths"))
    from smolint.cli.stdin import lint_stdin, read_stdin

    raw = read_stdin()
    lint = partial(_mend_stdin, mender) if mender else lint_bytes
    yield from ((result, None) for result in lint_stdin(raw, wanted.stdin_filename, run, lint))


def _mend_stdin(mender: Mender, raw: bytes, path: Path, setup: Setup) -> Iterable[FileResult]:
    """The results of standard input once mended; the mended draft goes to standard output."""
    mended = mender.content(raw, path, setup)
    if mender.show is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(mended.after)
    return mended.results
