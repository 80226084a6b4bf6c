"""Commands run as whole processes, in turn, with their time and their memory as the operating system counted them."""

from __future__ import annotations

import os
import shlex
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

_RSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""What `ru_maxrss` counts in: bytes on macOS, kibibytes on Linux (getrusage(2))."""


@dataclass(frozen=True, slots=True)
class Run:
    """One finished process: seconds on the clock and of processors, peak memory in bytes, exit code, bytes printed.

    The memory is that of the largest single process of the command, workers included.
    """

    seconds: float
    cpu_seconds: float
    peak_bytes: int
    code: int
    printed: int


@dataclass(frozen=True, slots=True)
class Contender:
    """A command of a case: who runs it, on how many posts, and what must be done before each run, untimed.

    `shown` is the command as a reader may type it; `codes` are the exit codes of a run that did its work.
    """

    name: str
    command: tuple[str, ...]
    posts: int = 1
    rules: str = ""
    shown: str = ""
    codes: frozenset[int] = frozenset({0, 1})
    folder: Path | None = None
    before: Callable[[], None] | None = None

    def typed(self) -> str:
        """The command for a reader."""
        return self.shown or shlex.join(self.command)


@dataclass(frozen=True, slots=True)
class Timing:
    """All runs of a contender."""

    contender: Contender
    runs: list[Run] = field(default_factory=list)

    @property
    def seconds(self) -> float:
        """The median time on the clock."""
        return statistics.median(run.seconds for run in self.runs)

    @property
    def cpu_seconds(self) -> float:
        """The median time of processors."""
        return statistics.median(run.cpu_seconds for run in self.runs)

    @property
    def peak_bytes(self) -> int:
        """The largest peak of any run."""
        return max(run.peak_bytes for run in self.runs)

    @property
    def rate(self) -> float:
        """Posts a second."""
        return self.contender.posts / self.seconds

    @property
    def cpu_rate(self) -> float:
        """Posts for each second of a processor, which other work on the machine changes less."""
        return self.contender.posts / max(self.cpu_seconds, 1e-6)

    @property
    def worked(self) -> bool:
        """Whether every run ended as a linter that did its work ends."""
        return all(run.code in self.contender.codes for run in self.runs)


def run_once(contender: Contender, output: Path) -> Run:
    """Run a command to its end, what it prints going to a file. Raises OSError where it cannot be started."""
    if contender.before:
        contender.before()
    with output.open("wb") as stream:
        start = time.perf_counter()
        process = subprocess.Popen(
            contender.command, cwd=contender.folder, stdin=subprocess.DEVNULL, stdout=stream, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    cpu = usage.ru_utime + usage.ru_stime
    return Run(seconds, cpu, usage.ru_maxrss * _RSS_UNIT, process.returncode, output.stat().st_size)


def in_turn(contenders: Sequence[Contender], rounds: int, output: Path, *, warm_up: bool = True) -> list[Timing]:
    """Time the contenders one after the other, round after round; a first round is not counted where `warm_up`.

    So a slow minute of the machine falls on all of them.
    """
    if warm_up:
        for one in contenders:
            run_once(one, output)
    timings = [Timing(one) for one in contenders]
    for number in range(1, rounds + 1):
        for timing in timings:
            _tell(f"round {number} of {rounds}: {timing.contender.name}")
            timing.runs.append(run_once(timing.contender, output))
    _tell("")
    return timings


def _tell(progress: str) -> None:
    if sys.stderr.isatty():
        print(f"\r\x1b[K{progress}", end="", file=sys.stderr, flush=True)
