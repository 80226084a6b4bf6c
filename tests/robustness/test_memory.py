"""Files made to fill the memory: a run stays small and says why it stopped."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells of its memory at once")

MOST = 420_000
"""Kilobytes of a process that reads the worst file: 150 MB for the file, over what it was before it was read."""
HEAD = "---\ntitle: Le pain\nplatform: wordpress\n---\n\n"
EXPORT = (
    '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/">'
    "<channel><wp:wxr_version>1.2</wp:wxr_version><item><title>Le pain</title><content:encoded><![CDATA["
)


CHECK = ("check", "--no-cache", "--jobs", "1", "--output-format", "concise")


def run(folder: Path, *arguments: str) -> tuple[str, int]:
    """What a run over a folder prints, and the kilobytes that it took at most."""
    command = [sys.executable, "-P", "-m", "smolint", *(arguments or CHECK), "."]
    most = 0
    with (folder / ".out").open("w+", encoding="utf-8") as out:
        with subprocess.Popen(command, cwd=folder, stdout=out, stderr=out) as process:
            # Not `ru_maxrss`, which begins with what this process takes.
            while process.poll() is None:
                most = max(most, _peak(process.pid))
                time.sleep(0.01)
        out.seek(0)
        told = out.read()
    assert process.returncode in (0, 1, 2), told
    return told, most


def _peak(pid: int) -> int:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM:")), 0)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("a.md", HEAD + "- a\n" * 1_200_000, id="a list without end"),
        pytest.param("a.md", HEAD + "> a\n\n" * 1_000_000, id="quotations without end"),
        pytest.param("a.md", HEAD + "|a|b|\n|-|-|\n" + "|c|d|\n" * 800_000, id="a table without end"),
        pytest.param("a.md", f"---\ntags: [{'a,' * 2_500_000}]\n---\n\nDu pain.\n", id="tags without end"),
        pytest.param("a.tweet", "#a " * 1_000_000, id="a million hashtags"),
        pytest.param("a.tweet", "Du pain !\n---\n" * 300_000, id="a thread without end"),
        pytest.param("a.linkedin.txt", "a\n" * 2_500_000, id="lines without end"),
    ],
)
def test_a_file_that_takes_too_much_is_stopped(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / f"z{name}").write_text("Du pain.\n\nDu pain !\n", encoding="utf-8")
    told, most = run(tmp_path)

    assert most < MOST
    assert f"{name}:1:1: error source/too-slow" in told
    assert "MB of memory" in told


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param("a.md", HEAD + "a" * 100_000_000, id="a word of 100 MB"),
        pytest.param("a.md", HEAD + "a " * 24_000_000, id="a line of 48 MB"),
        pytest.param("a.xml", EXPORT + "a " * 25_000_000, id="an item of 50 MB"),
    ],
)
def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    told, most = run(tmp_path)

    assert most < MOST
    assert "error source/unreadable" in told


def test_a_long_book_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(HEAD + ("Le pain se garde bien. Il faut du temps. " * 10 + "\n\n") * 2_500, "utf-8")
    told, _ = run(tmp_path)

    assert "source/" not in told


@pytest.mark.parametrize("command", ["stats", "baseline"])
def test_other_commands_have_the_same_limit(tmp_path: Path, command: str) -> None:
    (tmp_path / "a.md").write_text(HEAD + "- a\n" * 1_200_000, encoding="utf-8")
    (tmp_path / "z.md").write_text(HEAD + "Du pain.\n", encoding="utf-8")
    told, most = run(tmp_path, command)

    assert most < MOST
    assert "z.md" in told or ".smolint-baseline.json" in told
