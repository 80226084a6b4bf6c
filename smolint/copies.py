"""Compiled copies of rule packs and tables, kept in the user's own cache between runs."""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress

from smolint import own_files
from smolint.fast import name_of, own_folder, seal, unsealed
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

MOST = 60
"""Compiled copies that are kept, the newest: one for each state of each pack and of each table."""

MOST_BYTES = 64_000_000
_ENDING = ".rules"


def place(*parts: str) -> str:
    """Where the copy is of what comes from all these parts."""
    return os.path.join(own_folder(), name_of(parts) + _ENDING)


def read(path: str) -> Any:
    """What was kept at a path, None where nothing is or where it is damaged."""
    try:
        content = unsealed(path)
    except OSError:
        return None
    # marshal is built in and fast, and trusts what it reads.
    return None if content is None else marshal.loads(content)


def keep(path: str, value: Any) -> None:
    """Keep plain values at a path, in one step; a folder that cannot be written only costs time."""
    content = marshal.dumps(value)
    with suppress(OSError):
        own_files.write(path, (seal(path, content), content))
        own_files.cut_back(os.path.dirname(path), _ENDING, MOST, MOST_BYTES)


def keep_parts(path: str, parts: Mapping[Any, tuple[Any, bytes]]) -> None:
    """Keep parts at a path, as `keep` does one value; `own_files.read_parts` gives them back."""
    with suppress(OSError):
        own_files.write_parts(path, parts)
        own_files.cut_back(os.path.dirname(path), _ENDING, MOST, MOST_BYTES)


def toml_table(path: Path) -> dict[str, Any]:
    """What a TOML file says; kept, for reading it takes longer than linting a post. Raises OSError, ValueError."""
    state = path.stat()
    given = ("toml", path, state.st_mtime_ns, state.st_size, sys.implementation.cache_tag)
    copy = place(*map(str, given))
    table: dict[str, Any] | None = read(copy)
    if table is None:
        import tomllib

        table = tomllib.loads(path.read_text(encoding="utf-8"))
        with suppress(ValueError):  # a value that cannot be kept, such as a date
            keep(copy, table)
    return table
