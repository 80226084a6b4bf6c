"""How the process ends: at once, and with nothing lost."""

import subprocess
import sys

import pytest

CODE = """
import atexit, sys, threading, time
atexit.register(print, "good bye")
{more}
sys.argv = ["smolint", *{arguments}]
from smolint.__main__ import main
main()
"""
THREAD = 'threading.Thread(target=lambda: (time.sleep(0.2), print("a thread ends"))).start()'
TRACE = "sys.settrace(lambda *_: None)"
TAKEN_APART = """
class Kept:
    def __del__(self, print=print):
        print("taken apart")
kept = Kept()
"""

INTERRUPTED = """
class Finder:
    def find_spec(self, name, path=None, target=None):
        if name == "{module}":
            raise KeyboardInterrupt
sys.meta_path.insert(0, Finder())
"""


def ended(*arguments, more=""):
    code = CODE.format(more=more, arguments=list(arguments))
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


@pytest.fixture
def drafts(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / ".kept"))
    (tmp_path / "one.tweet").write_text("Our bread is baked at dawn. " * 20, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["--version"], 0, id="the version"),
        pytest.param(["--isolated", "one.tweet"], 1, id="findings"),
        pytest.param(["--isolated", "--fail-on", "never", "one.tweet"], 0, id="findings that do not count"),
        pytest.param(["--no-such-option"], 2, id="a mistake"),
    ],
)
def test_the_exit_code_and_all_output_are_told(drafts, arguments, code):
    run = ended(*arguments)
    assert run.returncode == code
    assert run.stdout.endswith("good bye\n")
    assert (len(run.stdout.splitlines()) > 1) == (code != 2)
    assert bool(run.stderr) == (code == 2)


@pytest.mark.parametrize("more", [pytest.param(THREAD, id="a thread"), pytest.param(TRACE, id="a debugger")])
def test_what_else_runs_in_the_process_is_waited_for(drafts, more):
    run = ended("--version", more=f"{more}\nimport os; os._exit = lambda code: print('cut off')")
    assert run.returncode == 0
    assert "cut off" not in run.stdout
    assert ("a thread ends" in run.stdout) == (more == THREAD)


def test_nothing_is_taken_apart(drafts):
    assert "taken apart" not in ended("--version", more=TAKEN_APART).stdout


@pytest.mark.parametrize("module", ["smolint.fast", "smolint.cli.exits", "click"])
def test_ctrl_c_ends_it_quietly_while_modules_are_loaded(drafts, module):
    run = ended("--jobs=1", "one.tweet", more=INTERRUPTED.format(module=module))
    assert run.returncode == 130
    assert run.stderr == ""
