"""Folders as a repository may hold them: a run tells what it cannot read, and reads the rest."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

DRAFT = "---\nplatform: wordpress\n---\n\nDu pain, encore du pain.\n"
NAMES = ["a\nb.md", "\u202etxt.md", "\x1b[31m.md", "::warning::.md", "<b>.md", "😀.md", "x" * 252 + ".md"]


def smolint(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # our own command
        [sys.executable, "-m", "smolint", "check", "--no-cache", "--output-format", "json", *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def assert_kind(ended: subprocess.CompletedProcess[str]) -> None:
    assert ended.returncode in (0, 1, 2)
    assert "Traceback" not in ended.stderr
    if ended.stdout:
        json.loads(ended.stdout)


@pytest.mark.skipif(sys.platform == "win32", reason="such names are not allowed there")
def test_strange_names_of_files_are_read(tmp_path: Path) -> None:
    for name in NAMES:
        (tmp_path / name).write_text(DRAFT, encoding="utf-8")
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.md")).write_text(DRAFT, encoding="utf-8")
    ended = smolint(tmp_path)

    assert_kind(ended)
    assert len({one["path"] for one in json.loads(ended.stdout)["findings"]}) == len(NAMES) + 1


def test_a_line_of_gitignore_that_is_no_pattern_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("!\nlater.md\n[\n", encoding="utf-8")
    for name in ("post.md", "later.md"):
        (tmp_path / name).write_text(DRAFT, encoding="utf-8")
    ended = smolint(tmp_path)

    assert_kind(ended)
    assert {Path(one["path"]).name for one in json.loads(ended.stdout)["findings"]} == {"post.md"}


def test_a_glob_of_the_configuration_that_is_no_pattern_fits_nothing(tmp_path: Path) -> None:
    (tmp_path / "smolint.toml").write_text(
        'exclude = ["!"]\n[per-file-ignores]\n"!" = ["all"]\n[platforms]\n"!" = ["wordpress"]\n', encoding="utf-8"
    )
    (tmp_path / "post.md").write_text(DRAFT, encoding="utf-8")

    assert_kind(smolint(tmp_path))


def test_links_in_a_circle_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "again").symlink_to(tmp_path)
    (tmp_path / "a.md").symlink_to("b.md")
    (tmp_path / "b.md").symlink_to("a.md")

    assert_kind(smolint(tmp_path))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_pipes_keep_nobody_waiting(tmp_path: Path) -> None:
    for name in ("post.md", ".gitignore", "photo.png", "deck.pptx", ".smolint-baseline.json"):
        os.mkfifo(tmp_path / name)
    (tmp_path / "other.md").write_text(f"{DRAFT}\n![du pain](photo.png)\n", encoding="utf-8")

    assert_kind(smolint(tmp_path))
    assert_kind(smolint(tmp_path, "post.md"))


@pytest.mark.skipif(sys.platform == "win32", reason="a current folder cannot be removed there")
def test_a_current_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    code = "import os, runpy; os.rmdir(os.getcwd()); runpy.run_module('smolint', run_name='__main__')"
    ended = subprocess.run(  # our own command
        [sys.executable, "-c", code, "."], cwd=gone, capture_output=True, text=True, timeout=120, check=False
    )

    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to this user")
def test_closed_folders_are_told(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir()
    (tmp_path / "post.md").write_text(DRAFT, encoding="utf-8")
    closed.chmod(0)
    try:
        for arguments in (["."], ["closed"], ["closed/post.md"]):
            assert_kind(smolint(tmp_path, *arguments))
    finally:
        closed.chmod(0o755)
