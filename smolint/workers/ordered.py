"""Many files, by workers where that pays, their results in the order of the files."""

from __future__ import annotations

import gc
from collections import deque
from itertools import islice
from typing import TYPE_CHECKING

from smolint.cache.runs import current
from smolint.dataclass import dataclass
from smolint.engine import lint_file
from smolint.errors import SmolintError
from smolint.loading import MAX_BYTES
from smolint.workers.crew import Crew, processors, start_method
from smolint.workers.messages import Task

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from smolint.cache.linting import CachedLint
    from smolint.discovery import Found
    from smolint.finding import FileResult
    from smolint.setup import Setup
    from smolint.workers.messages import Ended
    from smolint.workers.worker import Means

WINDOW = 200
"""Files that are looked at ahead of the one whose results are told."""
_SECONDS_A_FILE = 0.001
_SECONDS_A_BYTE = 1.5e-6
"""What linting takes: 240 real posts of 1.8 MB took 3.4 s, 30 of 0.2 MB 0.7 s, of which 0.3 s are the start."""
BREAK_EVEN = {"fork": 0.2, "spawn": 0.6}
"""Seconds that workers must save to be worth their start, for each warms up by itself.

Forks: of the same posts, two of them lost 0.2 s, and won with 30 posts already. A spawned worker takes 0.2 s more on
Linux, 0.18 s of them before its first file (60 posts: 0.89 s of the processor each, a fork 0.67 s); where there is no
fork, making a process takes twice as long.
"""


class _Coming:
    """Files to come, with the mistake in a configuration at which they end."""

    def __init__(self, jobs: Iterator[tuple[Found, Setup]]) -> None:
        self.jobs = jobs
        self.failure: SmolintError | None = None

    def take(self, most: int) -> list[tuple[Found, Setup]]:
        """The next files, at most so many."""
        taken: list[tuple[Found, Setup]] = []
        try:
            taken.extend(islice(self.jobs, most))
        except SmolintError as error:
            self.failure = error
        return taken


@dataclass(slots=True)
class Lookout:
    """What a run with workers needs: how many, what they start with, and who knows results already.

    `jobs` is 0 for as many as there are processors, where they pay.
    `for_corpus` says of a path that nothing is told of it, so that it is linted for the corpus checks alone.
    """

    jobs: int
    start: Callable[[], Means]
    cache: CachedLint | None = None
    for_corpus: Callable[[Path], bool] = lambda _: False
    method: str | None = None
    crew: Crew | None = None

    def every(self, jobs: Iterable[tuple[Found, Setup]]) -> Iterator[tuple[Setup, FileResult]]:
        """The results of files, in the order of the files. Raises what `jobs` raises, once all before it is told."""
        coming = _Coming(iter(jobs))
        window: deque[Task] = deque()
        waiting: deque[Task] = deque()
        while True:
            self._look_ahead(coming, window, waiting)
            if not window:
                break
            front = window[0]
            if not front.done and not self._at_work(waiting):
                # Not gathered first: an export has many results.
                waiting.remove(front)
                rest = islice(self._lint(front), front.gone, None)
                yield from ((front.setup, result) for result in rest)
                front.done = True
            elif not front.done and not front.results and self.crew:
                self.crew.listen(front)
            if front.untold:
                front.results = list(islice(self._lint(front), front.gone, None)) if front.done else []
            while front.results:
                front.gone += 1
                yield front.setup, front.results.pop(0)
            if front.done:
                window.popleft()
        if coming.failure:
            raise coming.failure

    def close(self) -> None:
        """End the workers."""
        if self.crew:
            self.crew.close()
            self.crew = None

    def _look_ahead(self, coming: _Coming, window: deque[Task], waiting: deque[Task]) -> None:
        if len(window) > WINDOW // 2:
            return
        jobs = coming.take(WINDOW - len(window))
        if self.cache:
            self.cache.fetch(jobs)
        for job in jobs:
            task = Task(*job, for_corpus=self.for_corpus(job[0].path))
            known = self.cache.known(*job) if self.cache and not task.for_corpus else None
            if known is None:
                task.kept = [] if self.cache and _size(task.found.path) <= MAX_BYTES else None
                waiting.append(task)
            else:
                task.results, task.done = list(known), True
            window.append(task)

    def _at_work(self, waiting: deque[Task]) -> bool:
        """Give the files that wait to workers; False where there are none, and none would pay."""
        if self.crew is None and self._pays(waiting):
            self._hire(len(waiting))
        if self.crew is None:
            return False
        while True:
            waiting.extendleft(reversed(self.crew.returned))
            self.crew.returned.clear()
            if not self.crew.workers:
                self.close()
                self.jobs = 1
                return False
            if not waiting or not self.crew.give(waiting[0]):
                return True
            waiting.popleft()

    def _lint(self, task: Task) -> Iterable[FileResult]:
        if self.cache and not task.for_corpus:
            return self.cache.file(task.found, task.setup)
        return lint_file(task.found, task.setup, for_corpus=task.for_corpus)

    def _pays(self, waiting: deque[Task]) -> bool:
        """Whether workers would save more than they cost; where a number of them is wanted, two files are enough."""
        if self.jobs:
            return self.jobs > 1 and len(waiting) > 1
        workers = min(processors(), len(waiting))
        if workers < 2:
            return False
        seconds = [_SECONDS_A_FILE + _SECONDS_A_BYTE * _size(task.found.path) for task in waiting]
        total = sum(seconds)
        return total - max(total / workers, *seconds) > BREAK_EVEN[self.method or start_method()]

    def _hire(self, most: int) -> None:
        if self.cache and (self.method or start_method()) != "fork":
            # What such a worker opens is not noticed.
            self.cache.whole = False
        # What there is now is shared with forks as long as nobody writes to it, and looking for garbage writes.
        gc.freeze()
        try:
            self.crew = Crew(min(self.jobs or processors(), most), self.start, self._keep, self.method)
        except OSError:
            # No more processes, or no more memory: slower, but it goes on.
            self.jobs = 1

    def _keep(self, task: Task, ended: Ended) -> None:
        trail = current()
        if trail:
            trail.opened |= dict.fromkeys(ended.opened)
            trail.listed |= dict.fromkeys(ended.listed)
        if self.cache and ended.own and task.kept and not task.untold:
            self.cache.keep(task.found, task.setup, ended.own, task.kept, ended.looks)
        task.kept = None


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
