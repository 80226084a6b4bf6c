"""Discovery: which files a run reads, from the paths that the user named."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from pathlib import Path

from smolint.named_tuple import NamedTuple
from smolint.plain_file import read_plain_text
from smolint.project import leads_out
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pathspec import GitIgnoreSpec

    from smolint.config import Config

DEFAULT_EXCLUDE = (
    ".*",
    "node_modules/",
    "_site/",
    "_includes/",
    "_layouts/",
    "_templates/",
    "__pycache__/",
    "site-packages/",
    "venv/",
    "vendor/",
    # A repository's own papers are no drafts.
    "README.*",
    "CHANGELOG.*",
    "CHANGES.*",
    "CONTRIBUTING.*",
    "CODE_OF_CONDUCT.*",
    "GOVERNANCE.*",
    "LICENSE.*",
    "LICENCE.*",
    "NOTICE.*",
    "SECURITY.*",
    "SUPPORT.*",
    "LICENSE-*",
    "AGENTS.md",
    "CLAUDE.md",
)
"""What `exclude` is unless the configuration says otherwise (patterns of `.gitignore`)."""


_MOST_WILDCARDS = 4
"""Wildcards in a part of a `.gitignore` pattern; one with more holds for nothing."""


class Found(NamedTuple):
    """A file to read: its path, the path that the user named, and whether they named the file itself."""

    path: Path
    argument: Path
    named: bool


def discover(paths: Iterable[Path], endings: Iterable[str], config_for: Callable[[Path], Config]) -> Iterator[Found]:
    """The files below the paths that a parser can read, each once, in a stable order.

    Folders are walked without following links, and a link to a file is read only where it leads to a file of the same
    project (see `leads_out`); `.gitignore` files and the configuration's `exclude` are
    respected. A file that the user names is read whatever it is called, unless `force-exclude` is set; in a folder
    that they name, a `.gitignore` that ignores all of it does not hold.
    """
    seen: set[str] = set()
    known = tuple(endings)
    for argument in paths:
        for found in _below(argument, known, config_for) if os.path.isdir(argument) else _named(argument, config_for):
            key = os.path.abspath(found.path)
            if key not in seen:
                seen.add(key)
                yield found


def _named(path: Path, config_for: Callable[[Path], Config]) -> Iterator[Found]:
    config = config_for(path.parent)
    if not config.force_exclude or not _excluded(path, config, is_folder=False):
        yield Found(path, path, named=True)


def _below(argument: Path, endings: tuple[str, ...], config_for: Callable[[Path], Config]) -> Iterator[Found]:
    waived = _waived(argument)
    closed: list[OSError] = []
    for folder, folders, files in os.walk(argument, onerror=closed.append):
        here = Path(folder)
        config = config_for(here)
        ignores = [one for one in _ignores(here) if one[0] not in waived]
        folders[:] = sorted(name for name in folders if not _skipped(here / name, config, ignores, is_folder=True))
        for name in sorted(files):
            path = here / name
            fits = name.lower().endswith(endings) and not _skipped(path, config, ignores, is_folder=False)
            # Links that lead nowhere (an editor's locks) and pipes are no drafts.
            if fits and os.path.isfile(path) and not (path.is_symlink() and leads_out(path, argument, config)):
                yield Found(path, argument, named=False)
    # Opening such a folder fails once more, and that is told as of any file.
    yield from (Found(Path(one.filename), argument, named=False) for one in closed if isinstance(one, PermissionError))


def _skipped(path: Path, config: Config, ignores: list[tuple[Path, GitIgnoreSpec]], *, is_folder: bool) -> bool:
    return _excluded(path, config, is_folder=is_folder) or _ignored(path, ignores, is_folder=is_folder)


def _excluded(path: Path, config: Config, *, is_folder: bool) -> bool:
    ending = "/" * is_folder
    # The defaults look at the name alone: a project may itself live below a hidden folder.
    if config.exclude is None and _patterns(DEFAULT_EXCLUDE).match_file(path.name + ending):
        return True
    own = (*(config.exclude or ()), *config.extend_exclude)
    if not own:
        return False
    try:
        inside = Path(os.path.abspath(path)).relative_to(config.root or path.parent).as_posix()
    except ValueError:
        inside = path.name
    return _patterns(own).match_file(inside + ending)


def _ignored(path: Path, ignores: list[tuple[Path, GitIgnoreSpec]], *, is_folder: bool) -> bool:
    for folder, spec in reversed(ignores):
        verdict = _verdict(path, folder, spec, is_folder=is_folder)
        if verdict is not None:
            return verdict
    return False


def _verdict(path: Path, folder: Path, spec: GitIgnoreSpec, *, is_folder: bool) -> bool | None:
    """Whether the `.gitignore` of a folder ignores a path below it; None when it says nothing about it."""
    inside = os.path.relpath(os.path.abspath(path), folder).replace(os.sep, "/")
    return spec.check_file(inside + "/" * is_folder).include


def _waived(argument: Path) -> set[Path]:
    """The folders whose `.gitignore` ignores, as a whole, the folder that the user asks for."""
    here = Path(os.path.abspath(argument))
    above = [one for one in _ignores(here) if one[0] != here]
    return {folder for folder, spec in above if _verdict(here, folder, spec, is_folder=True)}


def _ignores(folder: Path) -> list[tuple[Path, GitIgnoreSpec]]:
    """The `.gitignore` files that hold for a folder, the outermost first, up to the repository's root."""
    found = []
    here = Path(os.path.abspath(folder))
    for parent in (here, *here.parents):
        spec = _gitignore(parent)
        if spec is not None:
            found.append((parent, spec))
        if os.path.exists(parent / ".git"):
            break
    return found[::-1]


@lru_cache(maxsize=4096)
def _gitignore(folder: Path) -> GitIgnoreSpec | None:
    path = folder / ".gitignore"
    try:
        lines = read_plain_text(path, errors="replace").splitlines()
    except OSError:
        return None
    return _patterns(tuple(line for line in lines if _is_tame(line)))


def _is_tame(line: str) -> bool:
    """Whether a pattern has so few wildcards that looking whether a name matches ends soon."""
    parts = line.split("/")
    return parts.count("**") <= _MOST_WILDCARDS and all(
        len(re.findall(r"\*+", part)) <= _MOST_WILDCARDS for part in parts
    )


@lru_cache(maxsize=1024)
def _patterns(lines: tuple[str, ...]) -> GitIgnoreSpec:
    from smolint.ignore_patterns import ignore_spec

    return ignore_spec(lines)
