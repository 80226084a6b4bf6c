import signal
import sys
import time
from contextlib import nullcontext

import pytest

from smolint import time_limit
from smolint.time_limit import TimeLimit, TooHeavy, TooSlow, alarms, unweighed

needs_alarms = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no alarms")


def forever():
    while True:
        sum(range(1000))


def wait():
    time.sleep(30)


def busy(seconds):
    until = time.thread_time() + seconds
    while time.thread_time() < until:
        sum(range(1000))


def swallow():
    try:
        forever()
    except TooSlow:
        forever()


@needs_alarms
@pytest.mark.parametrize(
    "work",
    [
        pytest.param(forever, id="that computes"),
        pytest.param(wait, id="that waits"),
        pytest.param(swallow, id="that swallows the first alarm"),
    ],
)
def test_an_alarm_interrupts_work(work):
    began = time.monotonic()
    with alarms(), pytest.raises(TooSlow), TimeLimit(0.05):
        work()
    assert time.monotonic() - began < 10


@needs_alarms
def test_signals_are_given_back():
    before = signal.getsignal(signal.SIGALRM)
    with alarms():
        assert signal.getsignal(signal.SIGALRM) != before
    assert signal.getsignal(signal.SIGALRM) == before


@pytest.mark.parametrize("work", [pytest.param(busy, id="that computes"), pytest.param(time.sleep, id="that waits")])
def test_without_alarms_the_clock_is_looked_at(work):
    limit = TimeLimit(0.01)
    with limit:
        work(0.1)
        with pytest.raises(TooSlow):
            limit.check()


@pytest.mark.parametrize("guard", [pytest.param(alarms, id="with alarms"), pytest.param(nullcontext, id="without")])
def test_a_busy_machine_makes_nothing_too_slow(guard):
    limit = TimeLimit(0.1)
    with guard(), limit:
        time.sleep(0.2)
        limit.check()
        time.sleep(0.1)
        limit.check()


@needs_alarms
def test_whoever_listens_hears_that_it_goes_on():
    told = []
    with alarms(lambda: told.append(time.monotonic())), TimeLimit(0.1):
        time.sleep(0.2)
    assert len(told) > 1


@pytest.mark.parametrize("seconds", [pytest.param(0, id="no limit"), pytest.param(60, id="a long one")])
def test_work_in_time_goes_on(seconds):
    limit = TimeLimit(seconds)
    with alarms(), limit:
        time.sleep(0.02)
        limit.check()
    time.sleep(0.02)
    limit.check()


def test_a_limit_holds_anew_each_time():
    limit = TimeLimit(1)
    with alarms():
        for _ in range(4):
            with limit:
                time.sleep(0.3)


def test_no_check_can_take_it_for_its_own_mistake():
    assert not issubclass(TooSlow, Exception)


weighed = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="this system does not tell of its memory")


def grow(size=400):
    """Take so many megabytes of memory, a little later than the first look."""
    busy(0.2)
    held = []
    for _ in range(size):
        held.append(bytearray(b"x" * 1_000_000))
        busy(0.001)


@weighed
@pytest.mark.parametrize("seconds", [pytest.param(0, id="no limit of time"), pytest.param(60, id="a long one")])
def test_memory_is_bounded(seconds):
    with alarms(), pytest.raises(TooHeavy), TimeLimit(seconds):
        grow()


@weighed
def test_memory_that_was_taken_before_does_not_count():
    held = bytearray(b"x" * 400_000_000)
    with alarms(), TimeLimit(60):
        grow(20)
    assert held


@weighed
def test_nor_does_what_stays():
    with alarms(), TimeLimit(60):
        busy(0.2)
        with unweighed():
            held = bytearray(b"x" * 400_000_000)
            busy(0.2)
        grow(20)
    assert held


@weighed
def test_each_file_has_its_memory():
    limit = TimeLimit(60)
    with alarms():
        for _ in range(3):
            with limit:
                grow(100)


def test_a_system_that_does_not_tell_of_its_memory_bounds_none(monkeypatch):
    monkeypatch.setattr(time_limit, "_resident", lambda: 0)
    with alarms(), TimeLimit(60):
        busy(0.3)
