"""What tells whether the code is the same as before: its version, and in a checkout the state of its files."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

from smolint import __version__
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_CODE = (".py", ".toml", ".yml", ".txt", ".mo", ".json")


@cache
def code_fingerprint() -> str:
    """smolint's version and Python's; in a checkout, where the version stays while the code changes, its files too."""
    here = Path(__file__).parent
    checkout = (here.parent / "pyproject.toml").is_file()
    folders = (here, here.parent / "plugins", here.parent / "rules") if checkout else ()
    stamps = [files_stamp(folder) for folder in folders]
    return repr((__version__, sys.version_info[:3], sys.implementation.name, stamps))


@cache
def files_stamp(folder: Path) -> int:
    """A number that changes when a file of code or data below a folder does."""
    return hash(tuple(sorted(_stamps(os.fspath(folder))))) if folder.is_dir() else 0


def _stamps(folder: str) -> Iterator[tuple[int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if not entry.name.startswith((".", "__")):
                    yield from _stamps(entry.path)
            elif entry.name.endswith(_CODE):
                status = entry.stat()
                yield status.st_mtime_ns, status.st_size
