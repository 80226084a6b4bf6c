"""A worker: a process that lints the files it is asked for, one after the other."""

from __future__ import annotations

import signal
import time
from itertools import count
from typing import TYPE_CHECKING

from smolint import late_pattern
from smolint.cache.linting import read
from smolint.cache.runs import current
from smolint.engine import lint_file
from smolint.looks import recorded
from smolint.named_tuple import NamedTuple
from smolint.time_limit import alarms
from smolint.workers.messages import ALIVE, asked, end, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from multiprocessing.connection import Connection

    from smolint.cache.linting import CachedLint
    from smolint.discovery import Found
    from smolint.session import Session

_SETTLED = 50
"""Files after which a worker has compiled nearly all the patterns that it will need: they are kept for later runs."""
_BEAT = 1.0
"""Seconds after which a worker that says nothing else says that it is alive."""


class Means(NamedTuple):
    """What a worker works with: the configuration of each folder, and the cache, None where nothing is kept."""

    session: Session
    cache: CachedLint | None = None


def work(pipe: Connection, inherited: Iterable[Connection], start: Callable[[], Means]) -> None:
    """Lint what the pipe asks for until it is closed: the whole life of a worker.

    `inherited` are the pipes of others, which a fork has copied: their ends are seen only once all copies are closed.
    """
    # Ctrl-C is for the process that was called: it ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
    for other in inherited:
        other.close()
    voice = _Voice(pipe)
    with alarms(voice.alive):
        means = start()
        try:
            voice.say(ALIVE)
            for number in count(1):
                _lint(*asked(pipe.recv_bytes()), means, voice)
                if number == _SETTLED:
                    late_pattern.keep()
        except (EOFError, OSError):
            # Nobody asks any more, or listens.
            return


class _Voice:
    """Sends messages, and remembers when."""

    def __init__(self, pipe: Connection) -> None:
        self.pipe = pipe
        self.last = time.monotonic()

    def say(self, message: bytes) -> None:
        self.pipe.send_bytes(message)
        self.last = time.monotonic()

    def alive(self) -> None:
        if time.monotonic() - self.last > _BEAT:
            self.say(ALIVE)


def _lint(found: Found, for_corpus: bool, means: Means, voice: _Voice) -> None:
    setup = means.session.setup(found.path.parent)
    content = read(found, setup) if means.cache and not for_corpus else None
    if content is None:
        for result in lint_file(found, setup, for_corpus=for_corpus):
            voice.say(tell(result))
        voice.say(end(None, ()))
        return
    trail = current()
    raw, own = content
    with recorded() as looks:
        for result in lint_file(found, setup, raw=raw):
            voice.say(tell(result))
    voice.say(end(own, looks, *(trail.taken() if trail else ())))
