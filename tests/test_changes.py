"""Which lines are new: told by git, in real repositories."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smolint.changes import Changes, changed_since, staged
from smolint.errors import UsageError

Git = Callable[..., None]
NAMES = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@a", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@a"}


def run_git(folder: Path, *arguments: str) -> None:
    environment = {**os.environ, **NAMES, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, env=environment)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    run_git(tmp_path, "init", "-q", "-b", "main")
    (tmp_path / "a.md").write_text("one\ntwo\nthree\nfour\nfive\n", encoding="utf-8")
    commit(tmp_path)
    return tmp_path


def commit(folder: Path) -> None:
    run_git(folder, "add", "-A")
    run_git(folder, "commit", "-q", "-m", "x", "--allow-empty")


def lines(changes: Changes, path: Path) -> list[int]:
    found = changes.lines.get(str(path.resolve()), ())
    return [line for start, end in found for line in range(start, min(end, start + 99) + 1)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("one\nTWO\nthree\nfour\nfive\n", [2], id="a line changed"),
        pytest.param("zero\none\ntwo\nthree\nfour\nfive\n", [1], id="a line before the others"),
        pytest.param("one\ntwo\nthree\nfour\nfive\nsix\nseven\n", [6, 7], id="lines after the others"),
        pytest.param("one\nfour\nfive\n", [], id="lines gone"),
        pytest.param(
            "one\ntwo\n++ x\n@@ -1 +1 @@\nthree\nfour\n-- five\n", [3, 4, 7], id="lines that look like a diff"
        ),
        pytest.param("one\ntwo\nthree\nfour\nfive", [5], id="the last line end gone"),
        pytest.param("one\ntwo\nthree\nfour\nfive\n", [], id="nothing"),
    ],
)
def test_changed_lines(repository: Path, text: str, expected: list[int]) -> None:
    (repository / "a.md").write_text(text, encoding="utf-8")

    assert lines(changed_since(repository, "HEAD"), repository / "a.md") == expected


@pytest.mark.parametrize(
    "name", ["b.md", "été à Paris.md", 'a "quoted" one.md', "tab\there.md", "new\nline.md", "b/b/c.md"]
)
def test_new_files_are_new_as_a_whole_known_to_git_or_not(repository: Path, name: str) -> None:
    path = repository / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("a\nb\n", encoding="utf-8")

    assert lines(changed_since(repository, "HEAD"), path)[:2] == [1, 2]
    run_git(repository, "add", "-A")
    assert lines(changed_since(repository, "HEAD"), path) == [1, 2]
    assert lines(staged(repository), path) == [1, 2]


def test_files_that_git_ignores_are_not_new(repository: Path) -> None:
    (repository / ".gitignore").write_text("*.tmp\n", encoding="utf-8")
    (repository / "a.tmp").write_text("x\n", encoding="utf-8")

    assert not changed_since(repository, "HEAD").touch(repository / "a.tmp")


def test_a_branch_counts_from_where_it_left(repository: Path) -> None:
    run_git(repository, "checkout", "-q", "-b", "draft")
    (repository / "a.md").write_text("one\ntwo\nthree\nfour\nFIVE\n", encoding="utf-8")
    commit(repository)
    run_git(repository, "checkout", "-q", "main")
    (repository / "a.md").write_text("ONE\ntwo\nthree\nfour\nfive\n", encoding="utf-8")
    commit(repository)
    run_git(repository, "checkout", "-q", "draft")

    assert lines(changed_since(repository, "main"), repository / "a.md") == [5]


def test_a_renamed_file_is_not_new(repository: Path) -> None:
    run_git(repository, "mv", "a.md", "b.md")
    (repository / "b.md").write_text("one\ntwo\nthree\nfour\n5\n", encoding="utf-8")
    run_git(repository, "add", "-A")

    assert lines(changed_since(repository, "HEAD"), repository / "b.md") == [5]


def test_staged_lines_are_found_where_they_stand_now(repository: Path) -> None:
    path = repository / "a.md"
    path.write_text("one\ntwo\nthree\nFOUR\nfive\n", encoding="utf-8")
    run_git(repository, "add", "-A")
    path.write_text("zero\nzero\none\nthree\nFOUR\nfive\nsix\n", encoding="utf-8")

    assert lines(staged(repository), path) == [5]


TEXTS = st.lists(st.sampled_from("abcde"), max_size=8)


@settings(max_examples=25)
@given(old=TEXTS, index=TEXTS, now=TEXTS)
def test_staged_lines_that_are_still_there_are_found(
    tmp_path_factory: pytest.TempPathFactory, old: list[str], index: list[str], now: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("repository")
    run_git(folder, "init", "-q")
    path = folder / "a.md"
    for state, unique in ((old, ""), (index, "staged"), (now, "later")):
        text = [f"{line}{number if unique == 'staged' else ''}" for number, line in enumerate(state)]
        if unique == "later":
            text = [*map(str, now), *(f"{line}{number}" for number, line in enumerate(index)), *map(str, now)]
        path.write_text("".join(f"{line}\n" for line in text), encoding="utf-8")
        if unique != "later":
            run_git(folder, "add", "-A")
        if not unique:
            commit(folder)
    found = lines(staged(folder), path)
    written = path.read_text(encoding="utf-8").splitlines()

    assert [written[line - 1] for line in found] == [f"{line}{number}" for number, line in enumerate(index)]


def test_what_git_cannot_tell_is_told_kindly(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = tmp_path_factory.mktemp("outside")
    with pytest.raises(UsageError, match="git cannot tell what has changed"):
        changed_since(repository, "no-such-branch")
    with pytest.raises(UsageError, match="git cannot tell"):
        changed_since(repository, "--output=x")
    with pytest.raises(UsageError, match="not a git repository"):
        staged(outside)
    assert not (repository / "x").exists()


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param({"diff.external": "{trap}"}, id="a program that compares"),
        pytest.param({"core.fsmonitor": "{trap}"}, id="a program that watches files"),
        pytest.param({"diff.x.textconv": "{trap}", "diff.x.command": "{trap}"}, id="a program that makes text"),
        pytest.param({"filter.x.clean": "{trap}"}, id="a filter"),
        pytest.param({"filter.x.process": "{trap}", "filter.x.required": "true"}, id="a filter that stays"),
        pytest.param({"filter.a=b.clean": "{trap}"}, id="a filter with an odd name"),
        pytest.param({"core.hooksPath": "hooks"}, id="a hook"),
        pytest.param(
            {"core.pager": "{trap}", "core.sshCommand": "{trap}", "core.editor": "{trap}"}, id="other programs"
        ),
    ],
)
def test_a_repository_cannot_make_git_run_programs(repository: Path, settings: dict[str, str]) -> None:
    trap, program = repository / "trap", repository / "program"
    program.write_text(f"#!/bin/sh\ntouch '{trap}'\n", encoding="utf-8")
    program.chmod(0o755)
    (repository / "hooks").mkdir()
    for hook in ("post-index-change", "pre-commit", "post-checkout"):
        (repository / "hooks" / hook).symlink_to(program)
    for name, value in settings.items():
        run_git(repository, "config", name, value.format(trap=program))
    attribute = next((f"filter={name.split('.')[1]}" for name in settings if name.startswith("filter.")), "diff=x")
    (repository / ".gitattributes").write_text(f"*.md {attribute}\n", encoding="utf-8")
    trap.unlink(missing_ok=True)
    (repository / "a.md").write_text("one\ntwo\nthree\nfour\n5\n", encoding="utf-8")
    found = changed_since(repository, "HEAD")
    staged(repository)

    assert lines(found, repository / "a.md") == [5]
    assert not trap.exists()


def test_a_folder_that_looks_like_a_repository_is_none(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """The files of a bare repository can be part of a change, settings and all."""
    trap = tmp_path_factory.mktemp("trap") / "sprung"
    inner = repository / "posts"
    run_git(repository, "init", "-q", "--bare", str(inner))
    with (inner / "config").open("a", encoding="utf-8") as settings:
        settings.write(f'[core]\n\tbare = false\n\tworktree = ..\n\tfsmonitor = "touch {trap}"\n')
    with pytest.raises(UsageError):
        staged(inner)

    assert not trap.exists()


def test_git_does_not_fetch_what_is_missing(repository: Path) -> None:
    trap = repository / "trap"
    for name, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.url": f"ext::touch {trap}",
        "remote.origin.promisor": "true",
        "protocol.ext.allow": "always",
    }.items():
        run_git(repository, "config", name, value)
    blob = subprocess.run(["git", "rev-parse", "HEAD:a.md"], cwd=repository, capture_output=True, check=True, text=True)
    (repository / ".git" / "objects" / blob.stdout[:2] / blob.stdout[2:].strip()).unlink()
    (repository / "a.md").write_text("x\n", encoding="utf-8")
    with pytest.raises(UsageError):
        changed_since(repository, "HEAD")

    assert not trap.exists()
