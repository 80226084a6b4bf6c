"""`--jobs`: several processes say the same as one, and go when the command does."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from .conftest import POST, Smolint

COMMAND = [sys.executable, "-m", "smolint", "posts", "--no-cache", "--jobs", "2", "--output-format", "json"]
FIXTURES = Path(__file__).parent.parent.parent / "fixtures"
linux = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")


@pytest.fixture
def posts(drafts: Path) -> Path:
    for number in range(300):
        (drafts / "posts" / f"{number}.md").write_text(f"{POST}\n{number}\n\n" * 30, encoding="utf-8")
    return drafts


@pytest.fixture
def begun(posts: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A run with two workers at work."""
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    run = subprocess.Popen(
        COMMAND, cwd=posts, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, start_new_session=True
    )
    deadline = time.monotonic() + 60
    while len(children(run.pid)) < 2 and run.poll() is None and time.monotonic() < deadline:
        time.sleep(0.01)
    yield run
    with suppress(ProcessLookupError):
        os.killpg(run.pid, signal.SIGKILL)
    run.communicate()


def children(parent: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]
    except OSError:
        return []


def gone(process: int) -> bool:
    """Whether a process ends within some seconds."""
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            return True
        if state == "Z":
            return True
        time.sleep(0.02)
    return False


@pytest.mark.parametrize("paths", [pytest.param("posts", id="posts"), pytest.param(str(FIXTURES), id="fixtures")])
def test_they_say_the_same(smolint: Smolint, drafts: Path, paths: str) -> None:
    for number in range(5):
        (drafts / "posts" / f"{number}.md").write_text(f"{POST}{number}", encoding="utf-8")
    one, two = (smolint(paths, "--no-cache", "--jobs", jobs, "--output-format", "jsonl") for jobs in "12")
    assert without_time(two.out) == without_time(one.out)
    assert (two.code, two.err) == (one.code, one.err)


def without_time(report: str) -> list[str]:
    return [line for line in report.splitlines() if '"seconds"' not in line]


def test_with_a_cache_they_say_the_same(smolint: Smolint, drafts: Path) -> None:
    for number in range(5):
        (drafts / "posts" / f"{number}.md").write_text(f"{POST}{number}", encoding="utf-8")
    runs = [smolint("posts", "--jobs", jobs, "--output-format", "concise").out for jobs in "2211"]
    assert len(set(runs)) == 1


@pytest.mark.parametrize("value", ["0", "-1", "many", "1.5", "1000"])
def test_what_is_no_number_of_processes(smolint: Smolint, value: str) -> None:
    ended = smolint("posts", "--jobs", value)
    assert (ended.code, ended.out) == (2, "")
    assert "--jobs takes a number from 1 to 256, or auto" in ended.err


@linux
def test_ctrl_c_ends_all_at_once(begun: subprocess.Popen[bytes]) -> None:
    workers = children(begun.pid)
    began = time.monotonic()
    # As a terminal does: to the command and its workers.
    os.killpg(begun.pid, signal.SIGINT)
    _, told = begun.communicate(timeout=30)
    assert (begun.returncode, told) == (130, b"")
    assert time.monotonic() - began < 10
    assert workers
    assert all(map(gone, workers))


@linux
def test_ctrl_c_while_workers_begin_ends_without_a_word(posts: Path) -> None:
    for _ in range(12):
        run = subprocess.Popen(
            COMMAND, cwd=posts, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
        )
        while not children(run.pid) and run.poll() is None:
            time.sleep(0.0005)
        os.killpg(run.pid, signal.SIGINT)
        _, told = run.communicate(timeout=30)
        assert (run.returncode, told) == (130, b"")


@linux
def test_workers_do_not_outlive_a_command_that_is_killed(begun: subprocess.Popen[bytes]) -> None:
    workers = children(begun.pid)
    begun.kill()
    begun.wait()
    assert workers
    assert all(map(gone, workers))


@linux
def test_a_worker_that_is_killed_costs_one_file_at_most(begun: subprocess.Popen[bytes]) -> None:
    os.kill(random.Random(3).choice(children(begun.pid)), signal.SIGKILL)
    out, told = begun.communicate(timeout=300)
    findings = json.loads(out)["findings"]
    lost = [one["path"] for one in findings if one["rule"] == "source/internal-error"]
    assert b"Traceback" not in told
    assert (len(lost), begun.returncode) in ((0, 0), (1, 3))
    assert len({one["path"] for one in findings}) == 301
