"""Whatever is killed, and when: the next run says what a run says that was never disturbed."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="finds the workers as Linux tells of them"),
]

SERVER = """
import json, os, sys
sys.path[:] = [folder for folder in sys.path if folder]
import smolint.cli.check, smolint.builtin, smolint.cache.linting, smolint.cache.store, smolint.cli.exits
import smolint.workers.ordered
from smolint.__main__ import main
for line in sys.stdin:
    told, arguments = json.loads(line)
    child = os.fork()
    if not child:
        os.dup2(os.open(told, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 1)
        sys.argv = ["smolint", *arguments]
        try:
            main()
        except SystemExit as end:
            os._exit(end.code)
    print(child, flush=True)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
TEXT = "---\ntitle: {title}\n---\n\n# {title}\n\nWe bake at dawn.  It is {word} good bread, and [more]({number}.md).\n"
ROUNDS = 25
FILES = 24
COMMAND = ("posts", "--output-format", "json", "--fail-on", "never")


class Runs:
    """Runs in a folder of drafts, each a fork of a process that has loaded smolint already."""

    def __init__(self, root: Path) -> None:
        self.told = root / "told.json"
        environment = {**os.environ, "XDG_CACHE_HOME": str(root / "home")}
        self.server = subprocess.Popen(
            [sys.executable, "-c", SERVER],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=root,
            env=environment,
        )

    def begin(self, *more: str) -> int:
        """The process of a new run."""
        self.server.stdin.write(json.dumps([str(self.told), [*COMMAND, *more]]) + "\n")
        self.server.stdin.flush()
        return int(self.server.stdout.readline())

    def end(self) -> int:
        return int(self.server.stdout.readline())

    def __call__(self, *more: str) -> tuple[int, object]:
        self.begin(*more)
        code = self.end()
        return code, self.said()

    def said(self) -> dict[str, object]:
        told = json.loads(self.told.read_bytes())
        return {"findings": told["findings"], "notes": told["notes"]}


@pytest.fixture
def runs(tmp_path):
    (tmp_path / ".git").mkdir()
    (tmp_path / "posts").mkdir()
    one = Runs(tmp_path)
    yield one
    one.server.stdin.close()
    one.server.wait()
    one.server.stdout.close()


def write(root: Path, state: int, numbers: range) -> None:
    for number in numbers:
        word = ("very", "really")[state]
        text = TEXT.format(title=f"Baking bread {number}", word=word, number=number + 1)
        (root / "posts" / f"{number}.md").write_text(text, encoding="utf-8")


def workers(process: int) -> list[int]:
    with suppress(OSError, ValueError):
        return [int(one) for one in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    return []


def lives(process: int) -> bool:
    """Whether a process is at work: one that has ended stays until its parent has asked how."""
    with suppress(OSError):
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    return False


def kill(process: int) -> None:
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGKILL)


def clean_runs(runs: Runs, root: Path) -> list[tuple[int, object]]:
    said = []
    for state in (0, 1):
        write(root, state, range(FILES))
        said.append(runs("--no-cache", "--jobs", "1"))
    return said


def test_a_run_that_is_killed_changes_no_other(runs, tmp_path):
    wanted = clean_runs(runs, tmp_path)
    dice = random.Random(5)
    for number in range(ROUNDS):
        state = number % 2
        write(tmp_path, state, range(FILES))
        process = runs.begin("--jobs", "2")
        time.sleep(dice.uniform(0, 0.4))
        own = workers(process)
        kill(process)
        runs.end()
        assert runs("--jobs", "2") == wanted[state]
        assert not [one for one in own if lives(one)]


def test_a_worker_that_is_killed_costs_one_file_at_most(runs, tmp_path):
    wanted = clean_runs(runs, tmp_path)
    dice = random.Random(6)
    for number in range(ROUNDS):
        state = number % 2
        write(tmp_path, state, range(FILES))
        process = runs.begin("--jobs", "2")
        time.sleep(dice.uniform(0, 0.3))
        for one in workers(process)[:1]:
            kill(one)
        code = runs.end()
        lost = {one["path"] for one in runs.said()["findings"] if one["rule"] == "source/internal-error"}
        assert len(lost) <= 1
        assert code == (3 if lost else wanted[state][0])
        assert others(runs.said(), lost) == others(wanted[state][1], lost)
        assert runs("--jobs", "2") == wanted[state]


def others(said: dict[str, object], lost: set[str]) -> list[object]:
    """What is said of the files that are left; what counts all of them differs by those that are lost."""
    counting = {"sharing/module-missing"} if lost else set()
    return [one for one in said["findings"] if one["path"] not in lost and one["rule"] not in counting]
