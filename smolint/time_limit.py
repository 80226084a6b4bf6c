"""How long a file may take: an alarm interrupts what runs where the process has one, else checks look at the clock."""

from __future__ import annotations

import time
from contextlib import contextmanager
from math import inf
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_AGAIN = 0.5
"""Seconds after which an alarm rings again: Python drops what is raised while it tidies up."""


class TooSlow(BaseException):
    """The time of a file is up. No `Exception`, so that no check takes it for a mistake of its own."""


class _Alarm:
    """The alarm of the process; `set` is None while limits do not interrupt."""

    set: Callable[[float, float], object] | None = None
    armed = False
    begun: Callable[[], object] | None = None


class TimeLimit:
    """Gives what runs inside `with limit:` some seconds, anew each time; 0 is no limit.

    Raises TooSlow inside the block once they are over: at once inside `alarms()`, else at the next `check()`.
    """

    __slots__ = ("seconds", "until")

    def __init__(self, seconds: float = 0) -> None:
        self.seconds = seconds
        self.until = inf

    def __enter__(self) -> None:
        if _Alarm.begun:
            _Alarm.begun()
        if self.seconds > 0:
            self.until = time.monotonic() + self.seconds
            if _Alarm.set:
                _Alarm.armed = True
                _Alarm.set(self.seconds, _AGAIN)

    def __exit__(self, *_: object) -> None:
        self.until = inf
        if _Alarm.armed:
            _Alarm.armed = False
            if _Alarm.set:
                _Alarm.set(0, 0)

    def check(self) -> None:
        """Raise TooSlow if the seconds are over."""
        if time.monotonic() > self.until:
            raise TooSlow


@contextmanager
def alarms(begun: Callable[[], object] | None = None) -> Iterator[None]:
    """Let limits interrupt what runs as long as the block does, with SIGALRM.

    Without effect outside the main thread, and on systems without that signal. Only the command does so: a program
    that uses smolint as a library keeps its signals. `begun` is called whenever a limit begins.
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
        _Alarm.set, _Alarm.begun, _Alarm.armed = None, None, False
        signal.signal(signal.SIGALRM, before)


def _ring(*_: object) -> None:
    if _Alarm.armed:
        raise TooSlow
