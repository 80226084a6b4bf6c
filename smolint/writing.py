"""Writing files so that nothing is ever lost: a file is replaced as a whole or stays as it was."""

from __future__ import annotations

import os
import signal
import stat
import tempfile
import threading
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDING = ("SIGINT", "SIGTERM", "SIGHUP")


def write_atomically(path: Path, content: bytes, *, expected: bytes | None = None) -> bool:
    """Replace a file's content; False, and nothing is written, where the file no longer holds what was `expected`.

    The new content is written beside it under another name and then takes its place, with its permissions (and its
    owner, where the system allows that). Of a symbolic link, the file that it leads to is replaced. Raises OSError.
    """
    target = Path(os.path.realpath(path))
    status = target.stat() if target.exists() else None
    if expected is not None and (status is None or target.read_bytes() != expected):
        return False
    with _undisturbed():
        _replace(target, content, status)
    return True


def _replace(target: Path, content: bytes, status: os.stat_result | None) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:60]}.", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        _dress(Path(name), status)
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let signals that end the process wait until the block does, so that it leaves no file behind.

    Their handlers are replaced, not the signals blocked: a block holds for one thread, and a library may have others.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    numbers = [getattr(signal, name) for name in _ENDING if hasattr(signal, name)]
    usual = {number: signal.getsignal(number) for number in numbers}
    held = {number: handler for number, handler in usual.items() if handler not in (None, signal.SIG_IGN)}
    for number in held:
        signal.signal(number, lambda number, _: came.append(number))
    try:
        yield
    finally:
        for number, handler in held.items():
            signal.signal(number, handler)
        for number in came:
            signal.raise_signal(number)


def _dress(path: Path, status: os.stat_result | None) -> None:
    """Give a new file the permissions and the owner of the one that it replaces, else what a new file gets."""
    if status is None:
        mask = os.umask(0)
        os.umask(mask)
        path.chmod(0o666 & ~mask)
        return
    if hasattr(os, "chown"):
        # Only the system's administrator may give files away: it is the user's own then.
        with suppress(OSError):
            os.chown(path, status.st_uid, status.st_gid)
    path.chmod(stat.S_IMODE(status.st_mode))
