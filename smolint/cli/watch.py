"""`smolint check --watch`: lint again whenever a draft, an image or the configuration changes.

Changes are found by looking at times and sizes, which also works on network drives and in containers.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from smolint import looks
from smolint.cli.exits import CLEAN
from smolint.cli.output import warn
from smolint.config import FILE_NAMES
from smolint.engine import lint_file
from smolint.errors import SmolintError
from smolint.named_tuple import NamedTuple
from smolint.project import BASELINE, project_root

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from smolint.cli.wanted import Wanted
    from smolint.discovery import Found
    from smolint.finding import FileResult
    from smolint.locale import Catalogue
    from smolint.session import Session
    from smolint.setup import Setup

PAUSE = 0.5
"""Seconds between two looks at least; a look that takes long is followed by a pause `PATIENCE` times as long."""
PATIENCE = 5
MOST_REMEMBERED = 5_000_000
"""The size in bytes above which a file is linted anew each time: a large export has many results."""
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
_LEFT_OUT = frozenset({"node_modules", "_site", "__pycache__", "site-packages", "venv", "vendor"})
_IMAGES = (".avif", ".bmp", ".gif", ".heic", ".jpeg", ".jpg", ".png", ".svg", ".tif", ".tiff", ".webp")
_SETTINGS = (".toml", ".ini", ".yml", ".yaml", ".json", ".gitignore", ".dic", ".aff")


class Stamp(NamedTuple):
    """What tells two states of a file apart: the time of its last change in nanoseconds, its size in bytes."""

    changed: int
    size: int


class Memory:
    """The results of files that have not changed since they were last linted."""

    def __init__(self) -> None:
        self._results: dict[Path, tuple[Stamp, list[FileResult]]] = {}

    def lint(self, found: Found, setup: Setup) -> Iterator[FileResult]:
        """The results of a file, remembered or new."""
        stamp = stamp_of(found.path)
        known = self._results.get(found.path)
        if known and known[0] == stamp:
            yield from known[1]
        elif stamp and stamp.size <= MOST_REMEMBERED:
            results = list(lint_file(found, setup))
            self._results[found.path] = (stamp, results)
            yield from results
        else:
            yield from lint_file(found, setup)

    def forget(self) -> None:
        """Lint every file anew the next time."""
        self._results.clear()


class Watched(NamedTuple):
    """What is looked at: folders with all below them, single files, the endings of drafts, and a file to overlook."""

    folders: tuple[Path, ...]
    files: tuple[Path, ...]
    endings: tuple[str, ...]
    output: Path | None = None


def watch(lint: Callable[[], object], watched: Watched, memory: Memory, gettext: Catalogue) -> int:
    """Lint now and after every change until the user ends it with Ctrl-C; the exit code, which is then 0."""
    try:
        before: Mapping[Path, Stamp] = stamps(watched)
        while True:
            _lint(lint, gettext)
            after = _next_change(watched, before)
            looks.forget()
            if not _drafts_alone(before, after, watched.endings):
                memory.forget()
            before = after
    except KeyboardInterrupt:
        # The next prompt begins on a line of its own, not behind `^C`.
        warn("")
        return CLEAN


def _lint(lint: Callable[[], object], _: Catalogue) -> None:
    """Lint once. A mistake in the configuration is told, and can be mended while smolint watches."""
    if sys.stdout.isatty():
        sys.stdout.write(_CLEAR)
    sys.stdout.flush()
    try:
        lint()
    except SmolintError as error:
        warn(_("error: {reason}", reason=error.told(_)))
    sys.stdout.flush()
    warn(_("{time}: watching for changes, Ctrl-C ends.", time=time.strftime("%H:%M:%S")))


def _next_change(watched: Watched, before: Mapping[Path, Stamp]) -> Mapping[Path, Stamp]:
    took = 0.0
    while True:
        time.sleep(max(PAUSE, PATIENCE * took))
        began = time.monotonic()
        after = stamps(watched)
        took = time.monotonic() - began
        if after != before:
            return after


def _drafts_alone(before: Mapping[Path, Stamp], after: Mapping[Path, Stamp], endings: tuple[str, ...]) -> bool:
    """Whether all that happened is that drafts have other content: the results of the others then still hold."""
    changed = [path for path in after if after[path] != before.get(path)]
    return before.keys() == after.keys() and all(path.name.lower().endswith(endings) for path in changed)


def stamps(watched: Watched) -> dict[Path, Stamp]:
    """The drafts, images and settings that are there now."""
    overlooked = watched.output and Path(os.path.abspath(watched.output))
    paths = (*watched.files, *(path for folder in watched.folders for path in _below(folder, watched.endings)))
    found = {path: stamp_of(path) for path in paths if path != overlooked}
    return {path: stamp for path, stamp in found.items() if stamp}


def stamp_of(path: Path) -> Stamp | None:
    """The state of a file, None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return Stamp(status.st_mtime_ns, status.st_size)


def _below(folder: Path, endings: tuple[str, ...]) -> Iterable[Path]:
    seen = (*endings, *_IMAGES, *_SETTINGS)
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _LEFT_OUT]
        yield from (Path(here, name) for name in names if name.lower().endswith(seen))


def watched_by(wanted: Wanted, session: Session, config: Path | None) -> Watched:
    """What a run depends on: what is below its paths and their projects, and the files named on the command line."""
    paths = [Path(path) for path in wanted.paths]
    folders = [path if path.is_dir() else path.parent for path in paths]
    roots = [project_root(path / "x", path, session.config(path)) for path in folders]
    endings = tuple({ending for parser in session.host.parsers for ending in parser.endings})
    named = [path for path in (config, wanted.baseline) if path]
    outer = _outermost([*folders, *roots])
    # A configuration may hold from above, and may not be there yet.
    above = [parent / name for folder in outer for parent in folder.parents for name in (*FILE_NAMES, BASELINE)]
    return Watched(outer, tuple(dict.fromkeys(above + named)), endings, wanted.output_file)


def _outermost(folders: Iterable[Path]) -> tuple[Path, ...]:
    """The folders, absolute, without those that lie in another one of them."""
    kept: list[Path] = []
    for folder in sorted({Path(os.path.abspath(folder)) for folder in folders}):
        if not any(folder.is_relative_to(one) for one in kept):
            kept.append(folder)
    return tuple(kept)
