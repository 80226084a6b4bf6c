"""How long a file may take: an alarm interrupts what runs where the process has one, else checks look at the clock.

What counts is the time of the processor, so that a busy machine makes no file too slow. Of what only waits (a folder on
a network), the clock decides. The alarm looks at the memory as well, where the system tells it (Linux).
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager

from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

_NEVER = float("inf")
_AGAIN = 0.5
"""Seconds after which an alarm rings again: Python drops what is raised while it tidies up."""
_WAITING = 5
"""How many times the seconds of a limit may pass by the clock."""
_SOONEST = 0.01
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096
_BEAT = 0.05
"""Seconds between two looks at the memory."""
MOST_MEMORY = 150_000_000
"""Bytes that a file may add to the memory of the process; a draft of a megabyte adds about 60 million."""


class TooSlow(BaseException):
    """The time of a file is up. No `Exception`, so that no check takes it for a mistake of its own."""


class TooHeavy(TooSlow):
    """A file takes more memory than it may."""


class _Alarm:
    """The alarm of the process; `set` is None while limits do not interrupt, `blind` while memory does not count."""

    blind = False
    set: Callable[[float, float], object] | None = None
    limit: TimeLimit | None = None
    begun: Callable[[], object] | None = None


class TimeLimit:
    """Gives what runs inside `with limit:` some seconds of its thread's processor, anew each time; 0 is no limit.

    Raises TooSlow inside the block once they are over, or five times as many by the clock: at once inside `alarms()`,
    else at the next `check()`.
    """

    __slots__ = ("_held", "_latest", "_most", "_next", "seconds")

    def __init__(self, seconds: float = 0) -> None:
        self.seconds = seconds
        self._next = self._most = self._latest = _NEVER
        self._held = 0

    def __enter__(self) -> None:
        if _Alarm.begun:
            _Alarm.begun()
        if self.seconds > 0:
            now = time.monotonic()
            self._next, self._latest = now + self.seconds, now + _WAITING * self.seconds
            self._most = time.thread_time() + self.seconds
        if _Alarm.set:
            self._held = 0
            _Alarm.limit = self
            _Alarm.set(min(self.seconds or _BEAT, _BEAT), _AGAIN)

    def __exit__(self, *_: object) -> None:
        self._next = _NEVER
        if _Alarm.limit:
            _Alarm.limit = None
            if _Alarm.set:
                _Alarm.set(0, 0)

    def check(self) -> None:
        """Raise TooSlow if the seconds are over."""
        # The processor's time cannot be up before the clock's, which costs less to look at.
        if time.monotonic() > self._next:
            self._next = time.monotonic() + self.left()

    def left(self) -> float:
        """The seconds for which it will not be over, whatever happens. Raises TooSlow if it is."""
        left = min(self._most - time.thread_time(), self._latest - time.monotonic())
        if left <= 0:
            raise TooSlow
        return left

    def weigh(self) -> None:
        """Raise TooHeavy if the process takes much more memory than when this was first asked."""
        now = _resident()
        if not self._held or _Alarm.blind:
            self._held = now
        elif now - self._held > MOST_MEMORY:
            raise TooHeavy


@contextmanager
def alarms(begun: Callable[[], object] | None = None) -> Iterator[None]:
    """Let limits interrupt what runs as long as the block does, with SIGALRM.

    Without effect outside the main thread, and on systems without that signal. Only the command does so: a program
    that uses smolint as a library keeps its signals. `begun` is called whenever a limit begins, and when it goes on.
    """
    from functools import partial

    signal = _signals()
    _Alarm.begun = begun
    if not hasattr(signal, "setitimer") or not _in_main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, _ring)
    _Alarm.set = partial(signal.setitimer, signal.ITIMER_REAL)
    try:
        yield
    finally:
        _Alarm.set(0, 0)
        _Alarm.set, _Alarm.begun, _Alarm.limit = None, None, None
        signal.signal(signal.SIGALRM, before)


def _signals() -> Any:
    """The module signal, or what it is made of: making enumerations of all signals takes longer than a short draft."""
    try:
        import _signal as signal  # type: ignore[import-not-found]
    except ImportError:
        import signal
    return signal


def _in_main_thread() -> bool:
    # Where nobody has imported threading, there is no other thread: importing it takes longer than the rest.
    threading = sys.modules.get("threading")
    return threading is None or threading.current_thread() is threading.main_thread()


@contextmanager
def unweighed() -> Iterator[None]:
    """Let the memory that is taken inside the block count for no file: what stays (a trained pipeline)."""
    _Alarm.blind = True
    try:
        yield
    finally:
        if _Alarm.limit:
            _Alarm.limit.weigh()
        _Alarm.blind = False


def _ring(*_: object) -> None:
    if _Alarm.limit and _Alarm.set:
        left = _Alarm.limit.left()
        _Alarm.limit.weigh()
        if _Alarm.begun:
            _Alarm.begun()
        _Alarm.set(min(max(left, _SOONEST), _BEAT), _AGAIN)


def _resident() -> int:
    """The bytes of memory that the process takes now, 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", "rb", buffering=0) as file:
            return int(file.read(200).split()[1]) * _PAGE
    except (OSError, ValueError, IndexError):
        return 0
