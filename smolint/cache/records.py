"""Records of whole runs: what a run wrote, and all that it came from, for `smolint.fast` to tell it again.

A record is written only where nothing that the run looked at can have changed since it began; but a file that was
linted may be as young as it likes, for what was read of it is known.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress

from smolint import fast, own_files
from smolint.cache.pages import ENDING, Pages
from smolint.cache.parts import names_in
from smolint.cache.runs import MOST_BYTES
from smolint.looks import last_change
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smolint.cache.runs import Trail

MOST_RECORDS = 200
"""Files: a record, and its pages."""
LEAST_GAPS = 100_000
"""Bytes of pages that nothing speaks of, and that are left where they are."""
_NAMES = ("smolint.toml", ".smolint.toml", "pyproject.toml", ".git", ".gitignore", ".smolint-baseline.json")
"""What is looked for in the folders above those that are gone through, which tell themselves what comes into them."""


def names_above(folders: Iterable[str]) -> list[str]:
    """Looks for what may hold from the folders that some paths are in, or are."""
    found: dict[str, None] = {}
    for folder in folders:
        while folder not in found:
            found[folder] = None
            folder = os.path.dirname(folder)
    return [f"?{os.path.join(folder, name)}" for folder in found for name in _NAMES]


def keep(code: int, trail: Trail, known: dict[str, str]) -> None:
    """Keep the record of a run, unless something may have changed; of some looks it is known what was there.

    Raises OSError, and ValueError for paths and values that no record can hold.
    """
    known |= trail.known
    others = _others(trail)
    changed: dict[str, int] = {}
    for look in dict.fromkeys((*others, *(f"={path}" for path in trail.files))):
        if look not in known:
            name, state = _seen(look, trail, changed)
            known[name] = state
    parts = trail.parts
    if parts:
        parts.listed |= {folder: names_in(folder) for folder in trail.listed if folder in parts.folders}
    trail.pages.make()
    _leave_gaps(trail)
    more = parts.packed(others) if parts else b""
    content = fast.pack(trail.place, code, list(known), list(known.values()), trail.pages.path, trail.pieces, more)
    own_files.write(trail.place, content)
    own_files.cut_back(fast.folder(), "", MOST_RECORDS, MOST_BYTES)
    _drop_former(trail)


def _leave_gaps(trail: Trail) -> None:
    """Copy the pieces to new pages where there is more between them than in them: what earlier runs have left."""
    pieces = dict.fromkeys((*trail.pieces, *(trail.parts.pieces() if trail.parts else ())))
    if trail.pages.size <= 2 * sum(length for _, _, length, _ in pieces) + LEAST_GAPS:
        return
    old, trail.pages = trail.pages, Pages(trail.place)
    old.close()
    with fast.opened(old.path) as file:
        moved = {piece: trail.pages.add(piece[0], fast.content_of(file, piece)) for piece in pieces}
    trail.pieces = [moved[piece] for piece in trail.pieces]
    if trail.parts:
        trail.parts.move(moved)


def _drop_former(trail: Trail) -> None:
    """Delete what other pages there are of the same record: those before, and those of a run that was killed."""
    own = os.path.basename(trail.pages.path)
    name = own[: own.index(".") + 1]
    with os.scandir(fast.folder()) as entries:
        found = [one for one in entries if one.name.startswith(name) and one.name.endswith(ENDING)]
    for one in found:
        if one.name != own:
            with suppress(OSError):
                os.unlink(one.path)


def _others(trail: Trail) -> dict[str, None]:
    """What a run looked at besides the files that it linted."""
    looks = dict.fromkeys(f"?{link}" for folder in trail.listed for link in _dangling(folder))
    looks |= trail.looks
    code_folders = [os.path.abspath(one) for one in sys.path]
    code_files = [path for folder in trail.code if not _is_installed(folder) for path in _tree(folder)]
    return looks | dict.fromkeys(f"={path}" for path in (*trail.opened, *trail.listed, *code_folders, *code_files))


def _is_installed(folder: str) -> bool:
    """Whether a folder is one of installed packages: what is in them changes with the packages alone."""
    own = [os.path.abspath(one) for one in sys.path if os.path.basename(one) in ("site-packages", "dist-packages")]
    return any(folder == one or folder.startswith(one + os.sep) for one in (os.path.dirname(os.__file__), *own))


def _dangling(folder: str) -> Iterator[str]:
    """The links in a folder that lead nowhere: what they lead to may come, and the folder stay as it is."""
    with suppress(OSError), os.scandir(folder) as entries:
        yield from (one.path for one in entries if one.is_symlink() and not os.path.exists(one.path))


def _tree(folder: str) -> Iterator[str]:
    """A folder, all below it, and the files in them."""
    for here, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith((".", "__pycache__"))]
        yield here
        yield from (os.path.join(here, name) for name in files)


def _seen(look: str, trail: Trail, changed: dict[str, int]) -> tuple[str, str]:
    """A look with what is there, which was there for sure when the run began.

    Raises ValueError where it may not have been. `changed` remembers when folders have last changed.
    """
    path = look[1:]
    try:
        found = os.stat(path)
    except OSError:
        found = None
    if look[0] == "=" and found is not None:
        if last_change(found) < trail.began:
            return look, fast.status_state(found, "=")
        if path in trail.files:
            return f"#{path}", trail.files[path]
        raise ValueError(f"{path} is too young")
    # Whether something is there tells the folder that it is in, or would be in.
    if _changed(os.path.dirname(path), changed) >= trail.began:
        raise ValueError(f"{path} may have come or gone")
    return look, fast.status_state(found, "?") if found is not None else "-"


def _changed(folder: str, known: dict[str, int]) -> int:
    """When a folder may last have changed, in nanoseconds; one that is not there, with the folder that it is in."""
    if folder not in known:
        try:
            known[folder] = last_change(os.stat(folder))
        except OSError:
            above = os.path.dirname(folder)
            known[folder] = _changed(above, known) if above != folder else 0
    return known[folder]


def clean() -> None:
    """Delete all records. Raises OSError."""
    if os.path.isdir(fast.folder()):
        own_files.cut_back(fast.folder(), "", 0, 0)
