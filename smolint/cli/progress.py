"""A bar on standard error that shows how far a long run has come."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager

from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from rich.progress import Progress, TaskID

PATIENCE = 0.5
"""Seconds that a run may take before a bar is shown."""


class ProgressBar:
    """Counts files; draws nothing until `PATIENCE` is over, and nothing at all where `shown` is false.

    `total` is asked for the number of files when the bar is first drawn.
    """

    def __init__(self, label: str, total: Callable[[], int], *, shown: bool) -> None:
        self.label = label
        self.total = total
        self.shown = shown
        self.done = 0
        self.path: str | None = None
        self.began = time.monotonic()
        self.bar: tuple[Progress, TaskID] | None = None

    def advance(self, path: str) -> None:
        """Note a result of the file at `path`: a file counts once the next one begins, an export gives many."""
        self.done += self.path not in (None, path)
        self.path = path
        if not self.shown:
            return
        if self.bar is None and time.monotonic() - self.began > PATIENCE:
            self.bar = self._open()
        if self.bar:
            progress, task = self.bar
            # What is concluded from the whole run comes last, and is no file.
            progress.update(task, completed=min(self.done, int(progress.tasks[task].total or 0)))

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Take the bar off the screen while something else is written."""
        if self.bar:
            self.bar[0].stop()
        yield
        if self.bar:
            sys.stdout.flush()
            self.bar[0].start()

    def close(self) -> None:
        """Take the bar off the screen for good."""
        if self.bar:
            self.bar[0].stop()
            self.bar = None

    def _open(self) -> tuple[Progress, TaskID]:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        from smolint.cache.runs import current

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        # The bar is no part of what a record of the run tells again.
        console = Console(stderr=True, file=sys.__stderr__ if current() else None)
        progress = Progress(*columns, console=console, transient=True, redirect_stdout=False)
        task = progress.add_task(self.label, total=self.total())
        progress.start()
        return progress, task
