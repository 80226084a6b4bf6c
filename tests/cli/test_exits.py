import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from .conftest import Smolint

HEAVY = ("click", "pluggy", "bs4", "PIL", "numpy", "spacy", "yaml", "rich", "jsonschema", "regex", "json")


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, *arguments], capture_output=True, env=os.environ | environment, check=False)


def test_the_version_is_told_without_heavy_imports() -> None:
    program = (
        "import sys\nfrom smolint.__main__ import code_of\nassert code_of(['--version']) == 0\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    told, heavy = python("-c", program).stdout.decode().splitlines()

    assert told.startswith("smolint 0.")
    assert heavy == "[]"


@pytest.mark.parametrize("flag", ["--version", "-V"])
def test_both_ways_to_the_version_agree(flag: str, smolint: Smolint) -> None:
    assert smolint(flag).out == python("-m", "smolint", "--version").stdout.decode()


def test_french_survives_a_plain_locale(drafts: Path) -> None:
    (drafts / "posts" / "pâte.md").write_text("Très bon.", encoding="utf-8")
    ended = python(
        "-m", "smolint", "posts", "--select", "depth", "--ui-language", "fr", LC_ALL="C", PYTHONIOENCODING="ascii"
    )

    assert "posts/pâte.md" in ended.stdout.decode()
    assert ended.stderr == b""


def test_a_reader_that_leaves_is_no_error(drafts: Path) -> None:
    for number in range(200):
        (drafts / "posts" / f"{number}.md").write_text("We bake " + "very " * 40 + "good bread.", encoding="utf-8")
    command = [sys.executable, "-m", "smolint", "posts"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        errors = process.stderr.read()

    assert errors == b""
    assert process.returncode == 141


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell of Unix")
@pytest.mark.parametrize("streams", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-", ">/dev/full", ">/dev/full 2>/dev/full"])
@pytest.mark.parametrize(
    "arguments",
    ["--version", "--help", "check --no-cache posts", "check posts", "check --fix posts", "stats posts", "rules", "-x"],
)
def test_streams_that_are_closed_or_full_are_no_bug(drafts: Path, arguments: str, streams: str) -> None:
    (drafts / "posts" / "bread.md").write_text("Du pain ! Et du du pain.", encoding="utf-8")
    command = f"{sys.executable} -m smolint {arguments} {streams}"
    ended = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=120, check=False)

    assert ended.returncode in ((2, 120) if "full" in streams else (0, 1) if arguments != "-x" else (2,))
    assert ended.stderr == "" or "Traceback" not in ended.stderr
    assert len((drafts / "posts" / "bread.md").read_text(encoding="utf-8").splitlines()) == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_without_a_traceback(drafts: Path) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "smolint", "posts"]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)

    assert ended.returncode == 2
    assert ended.stderr.startswith(b"error: ")
    assert b"Traceback" not in ended.stderr


def test_ctrl_c_ends_quietly(smolint: Smolint, monkeypatch: pytest.MonkeyPatch) -> None:
    _fail_with(KeyboardInterrupt(), monkeypatch)
    ended = smolint("posts")

    assert ended.code == 130
    assert ended.err == ""


def test_a_bug_is_told_kindly(smolint: Smolint, monkeypatch: pytest.MonkeyPatch) -> None:
    _fail_with(RuntimeError("no flour"), monkeypatch)
    ended = smolint("posts")

    assert ended.code == 3
    assert ended.err.startswith("This is a bug in smolint, not in your drafts: RuntimeError: no flour\n")
    assert "--verbose" in ended.err
    assert "Traceback" not in ended.err
    assert "Traceback" in smolint("posts", "--verbose").err


def test_errors_are_told_in_the_language_of_the_command(smolint: Smolint) -> None:
    assert smolint("rules", "--platform", "myspace", "--ui-language", "fr").err.startswith("erreur\u00a0: ")


def _fail_with(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    def lint(*_: object, **__: object) -> Iterator[None]:
        raise error
        yield

    monkeypatch.setattr("smolint.cli.results.linted", lint)
