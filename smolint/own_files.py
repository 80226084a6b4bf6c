"""Files in the user's own cache: each is written in one step, and the oldest go first."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def write(path: str, parts: Iterable[bytes | bytearray | memoryview]) -> None:
    """Put a file that only the user reads in its place as a whole. Raises OSError, and leaves nothing behind then."""
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    draft = f"{path}.{os.getpid()}"
    try:
        with open(draft, "wb", opener=partial(os.open, mode=0o600)) as file:
            file.writelines(parts)
        os.replace(draft, path)
    except OSError:
        with suppress(OSError):
            os.unlink(draft)
        raise


def cut_back(folder: str, ending: str, most: int, size: int) -> None:
    """Delete the oldest files of a folder whose names end so, until at most so many of that size in bytes are left."""
    with os.scandir(folder) as entries:
        states = [(one.stat(), one.path) for one in entries if one.name.endswith(ending) and one.is_file()]
    states.sort(key=lambda one: one[0].st_mtime_ns, reverse=True)
    for number, (state, path) in enumerate(states, start=1):
        size -= state.st_size
        if number > most or size < 0:
            with suppress(OSError):
                os.unlink(path)
