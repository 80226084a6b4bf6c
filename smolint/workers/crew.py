"""A crew: the workers of a run. One that dies or hangs costs the file it was linting; another takes its place."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections import deque
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from smolint.dataclass import dataclass, field
from smolint.lost import lost, too_slow
from smolint.targets import shown_path
from smolint.workers.messages import END, RESULT, UNTOLD, Ended, ask, ended, told
from smolint.workers.worker import work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection

    from smolint.workers.messages import Task
    from smolint.workers.worker import Means

DEPTH = 4
"""Files that a worker has been given at most, so that it need not wait for the next."""
_MOST_HELD = 4
"""Results of a file whose turn has not come that are held, of 4 MB each; a worker that has more to tell waits."""
_START = 120.0
"""Seconds that a worker may take to begin: where it is not forked, it loads all of smolint."""
_GRACE = 2.0
"""Seconds over the limit of a file after which a worker that has not seen to it itself is ended."""


@dataclass(slots=True, eq=False)
class _Worker:
    process: Any
    pipe: Connection
    tasks: deque[Task] = field(default_factory=deque)
    heard: float = 0.0
    ready: bool = False


class Crew:
    """Workers that lint files; `start` gives each its means, and must be picklable where processes are spawned.

    `at_end` is told of each file that a worker has linted to its end. Raises OSError where there can be no process.
    """

    def __init__(
        self,
        size: int,
        start: Callable[[], Means],
        at_end: Callable[[Task, Ended], object],
        method: str | None = None,
    ) -> None:
        import multiprocessing

        # Python begins a process that is spawned with the current folder among its modules, where a stranger's may lie.
        os.environ["PYTHONSAFEPATH"] = "1"
        self.context: Any = multiprocessing.get_context(method or start_method())
        self.start = start
        self.at_end = at_end
        self.returned: deque[Task] = deque()
        self.workers: list[_Worker] = []
        for _ in range(size):
            self.workers.append(self._hire())

    def give(self, task: Task) -> bool:
        """Give a file to the worker that has the fewest; False where all have enough."""
        one = min(self.workers, key=lambda worker: len(worker.tasks))
        if len(one.tasks) >= DEPTH:
            return False
        if not one.tasks:
            one.heard = time.monotonic()
        one.tasks.append(task)
        try:
            one.pipe.send_bytes(ask(task))
        except OSError:
            if len(one.tasks) == 1:
                # It died when it had nothing to do.
                self._replace(one)
        return True

    def listen(self, front: Task) -> None:
        """Wait until a worker has told something; what it told is in its tasks then, or in `returned`."""
        from multiprocessing.connection import wait

        busy = [one for one in self.workers if one.tasks]
        heard = [one for one in busy if one.tasks[0] is front or len(one.tasks[0].results) < _MOST_HELD]
        ready = wait([one.pipe for one in heard], self._patience(heard))
        now = time.monotonic()
        for one in busy:
            if one.pipe in ready:
                one.heard = now
                self._hear(one)
            elif one not in heard:
                one.heard = now
            elif now > self._deadline(one):
                task = one.tasks.popleft()
                self._replace(one)
                _close(task, too_slow(shown_path(task.found.path), task.setup))

    def close(self) -> None:
        """End all workers at once."""
        for one in self.workers:
            one.process.kill()
        for one in self.workers:
            one.process.join()
            one.pipe.close()
        self.workers = []

    def _hear(self, one: _Worker) -> None:
        try:
            message = one.pipe.recv_bytes()
        except (EOFError, OSError):
            self._bury(one)
            return
        one.ready = True
        task = one.tasks[0]
        kind = message[:1]
        if kind == RESULT:
            result = told(message)
            task.results.append(result)
            if task.kept is not None:
                task.kept.append(result)
        elif kind == UNTOLD:
            task.untold = True
        elif kind == END:
            one.tasks.popleft()
            task.done = True
            self.at_end(task, ended(message))

    def _bury(self, one: _Worker) -> None:
        task = one.tasks.popleft()
        reason = self._replace(one)
        shown = shown_path(task.found.path)
        _close(task, lost(shown, task.setup, reason, f"{shown}\n{reason}", died=True))

    def _replace(self, one: _Worker) -> str:
        """Put a new worker in the place of one that is dead, or shall be; how the old one ended."""
        one.process.join(0.2)
        one.process.kill()
        one.process.join()
        code = one.process.exitcode
        one.pipe.close()
        self.returned.extendleft(reversed(one.tasks))
        self.workers.remove(one)
        # Where no more processes can be had, the others go on, and the caller once there is none.
        with suppress(OSError):
            self.workers.append(self._hire())
        return _ending(code)

    def _hire(self) -> _Worker:
        pipe, its_own = self.context.Pipe()
        forked = self.context.get_start_method() == "fork"
        inherited = [pipe, *(one.pipe for one in self.workers)] if forked else []
        process = self.context.Process(target=work, args=(its_own, inherited, self.start), daemon=True)
        with _undisturbed():
            process.start()
        its_own.close()
        return _Worker(process, pipe)

    def _patience(self, heard: list[_Worker]) -> float | None:
        deadline = min(map(self._deadline, heard), default=float("inf"))
        return max(0.0, deadline - time.monotonic()) + 0.01 if deadline < float("inf") else None

    def _deadline(self, one: _Worker) -> float:
        seconds = one.tasks[0].setup.config.max_seconds
        if not one.ready:
            return one.heard + _START
        return one.heard + 1.25 * seconds + _GRACE if seconds else float("inf")


def start_method() -> str:
    """How processes are made here: a fork is fast, and safe only on Linux."""
    return "fork" if sys.platform == "linux" else "spawn"


def processors() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _close(task: Task, result: Any) -> None:
    task.results.append(result)
    task.done = True


def _ending(code: int) -> str:
    """How a process ended, by its exit code; below zero, it is that of a signal."""
    if code >= 0:
        return f"exit {code}"
    return signal.Signals(-code).name if -code in set(signal.Signals) else f"signal {-code}"


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold Ctrl-C back: a process that has just been forked would end with a traceback."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
