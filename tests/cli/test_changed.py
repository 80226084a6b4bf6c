"""`--changed-since` and `--staged`: only what is new is told."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from .conftest import LONG, POST, Smolint


def git(folder: Path, *arguments: str) -> None:
    names = ["-c", "user.name=a", "-c", "user.email=a@a"]
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(drafts: Path) -> Path:
    git(drafts, "init", "-q")
    git(drafts, "add", "-A")
    git(drafts, "commit", "-q", "-m", "old posts")
    return drafts


def told(smolint: Smolint, *arguments: str) -> list[tuple[str, int]]:
    report = json.loads(smolint("posts", "--output-format", "json", *arguments).out)
    return [(finding["path"], finding["line"]) for finding in report["findings"]]


@pytest.mark.parametrize(
    "option", [("--changed-since", "HEAD"), ("--staged",)], ids=["since the last commit", "staged"]
)
def test_only_new_lines_are_told(smolint: Smolint, repository: Path, option: tuple[str, ...]) -> None:
    assert told(smolint) == [("posts/bread.md", 6)]
    assert told(smolint, *option) == []
    (repository / "posts" / "bread.md").write_text(f"{POST}\n{LONG} Is it not?\n", encoding="utf-8")
    (repository / "posts" / "rolls.md").write_text(POST, encoding="utf-8")
    git(repository, "add", "-A")

    assert told(smolint, *option) == [("posts/bread.md", 8), ("posts/rolls.md", 6)]


def test_files_that_did_not_change_are_not_counted(smolint: Smolint, repository: Path) -> None:
    (repository / "posts" / "rolls.md").write_text(POST, encoding="utf-8")
    summary = json.loads(smolint("posts", "--changed-since", "HEAD", "--output-format", "json").out)["summary"]

    assert (summary["files"], summary["findings"]) == (1, 1)


def test_rules_that_compare_drafts_see_the_others(smolint: Smolint, repository: Path) -> None:
    post = "---\ntitle: Rye bread\nkeyphrase: rye bread\n---\n\nRye bread is dark. Do you like it?\n"
    (repository / "posts" / "rye.md").write_text(post, encoding="utf-8")
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "rye")
    (repository / "posts" / "wholemeal-rye.md").write_text(post, encoding="utf-8")

    assert told(smolint, "--select", "seo/keyphrase-reused", "--changed-since", "HEAD") == [
        ("posts/wholemeal-rye.md", 3)
    ]


def test_only_new_lines_are_mended(smolint: Smolint, repository: Path) -> None:
    path = repository / "posts" / "bread.md"
    old = "Read [it](https://bread.fr/?fbclid=1).\n"
    path.write_text(old, encoding="utf-8")
    git(repository, "commit", "-q", "-a", "-m", "link")
    path.write_text(f"{old}\n{old}", encoding="utf-8")
    smolint("posts", "--select", "link/tracking-junk", "--fix", "--changed-since", "HEAD")

    assert path.read_text(encoding="utf-8") == f"{old}\n{old.replace('?fbclid=1', '')}"


def test_what_git_cannot_tell_stops_the_run(smolint: Smolint, drafts: Path) -> None:
    ended = smolint("posts", "--staged")

    assert ended.code == 2
    assert "git cannot tell" in ended.err
