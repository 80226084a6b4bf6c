"""How long a file may take: an alarm interrupts what runs where the process has one, else checks look at the clock.

What counts is the time of the processor, so that a busy machine makes no file too slow. Of what only waits (a folder on
a network), the clock decides.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_AGAIN = 0.5
"""Seconds after which an alarm rings again: Python drops what is raised while it tidies up."""
_WAITING = 5
"""How many times the seconds of a limit may pass by the clock."""
_SOONEST = 0.01


class TooSlow(BaseException):
    """The time of a file is up. No `Exception`, so that no check takes it for a mistake of its own."""


class _Alarm:
    """The alarm of the process; `set` is None while limits do not interrupt."""

    set: Callable[[float, float], object] | None = None
    limit: TimeLimit | None = None
    begun: Callable[[], object] | None = None


class TimeLimit:
    """Gives what runs inside `with limit:` some seconds of its thread's processor, anew each time; 0 is no limit.

    Raises TooSlow inside the block once they are over, or five times as many by the clock: at once inside `alarms()`,
    else at the next `check()`.
    """

    __slots__ = ("_latest", "_most", "_next", "seconds")

    def __init__(self, seconds: float = 0) -> None:
        self.seconds = seconds
        self._next = self._most = self._latest = inf

    def __enter__(self) -> None:
        if _Alarm.begun:
            _Alarm.begun()
        if self.seconds > 0:
            now = time.monotonic()
            self._next, self._latest = now + self.seconds, now + _WAITING * self.seconds
            self._most = time.thread_time() + self.seconds
            if _Alarm.set:
                _Alarm.limit = self
                _Alarm.set(self.seconds, _AGAIN)

    def __exit__(self, *_: object) -> None:
        self._next = inf
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


@contextmanager
def alarms(begun: Callable[[], object] | None = None) -> Iterator[None]:
    """Let limits interrupt what runs as long as the block does, with SIGALRM.

    Without effect outside the main thread, and on systems without that signal. Only the command does so: a program
    that uses smolint as a library keeps its signals. `begun` is called whenever a limit begins, and when it goes on.
    """
    import signal
    import threading
    from functools import partial

    _Alarm.begun = begun
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
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


def _ring(*_: object) -> None:
    if _Alarm.limit and _Alarm.set:
        left = _Alarm.limit.left()
        if _Alarm.begun:
            _Alarm.begun()
        _Alarm.set(max(left, _SOONEST), _AGAIN)
