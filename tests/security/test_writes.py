"""What a run writes: its cache and what the user asks for, never through a link that came with the project."""

from __future__ import annotations

import os
import sqlite3
import stat
from pathlib import Path

import pytest

from smolint.cache.store import Store, clean
from smolint.writing import write_atomically

from .conftest import Run

POST = "---\ntitle: Bread\nplatform: wordpress\n---\n\nWe bake is is bread. And you?\n"


def test_a_check_writes_to_its_cache_alone(tree: Path, run: Run, tmp_path: Path) -> None:
    (tree / "posts" / "bread.md").write_text(POST, encoding="utf-8")
    ended = run("posts", XDG_CACHE_HOME=str(tmp_path / "kept"))
    allowed = (tree / ".smolint_cache", tmp_path / "kept", Path("/dev"))
    written = {path for path in ended.written(Path("/")) if not any(path.is_relative_to(one) for one in allowed)}

    assert written == set()
    assert sorted(path.name for path in tree.iterdir()) == [".git", ".smolint_cache", "posts"]


def test_an_isolated_check_writes_nothing_in_the_project(tree: Path, run: Run) -> None:
    (tree / "posts" / "bread.md").write_text(POST, encoding="utf-8")
    ended = run("--isolated", "posts")

    assert ended.written(tree) == set()
    assert sorted(path.name for path in tree.iterdir()) == [".git", "posts"]


def test_a_fix_does_not_leave_the_project(tree: Path, run: Run, tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text(POST, encoding="utf-8")
    (tree / "posts" / "bread.md").symlink_to(outside)
    run("--fix", "--unsafe-fixes", "--add-suppressions", "posts")
    run("--fix", "--unsafe-fixes", "posts")

    assert outside.read_text(encoding="utf-8") == POST


def other_database(path: Path) -> bytes:
    with sqlite3.connect(path) as base:
        base.execute("CREATE TABLE kept (mine)")
    base.close()
    return path.read_bytes()


def test_a_cache_that_is_a_link_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "CACHEDIR.TAG").touch()
    before = other_database(tmp_path / "theirs" / "results.db")
    (tmp_path / "cache").symlink_to("theirs")
    store = Store(tmp_path / "cache")
    store.put({b"key": b"value"})

    assert store.get([b"key"]) == {}
    store.close()
    assert not clean(tmp_path / "cache")
    assert (tmp_path / "theirs" / "results.db").read_bytes() == before
    assert sorted(path.name for path in (tmp_path / "theirs").iterdir()) == ["CACHEDIR.TAG", "results.db"]


@pytest.mark.parametrize("ending", ["", "-wal", "-shm"])
def test_nor_one_whose_file_is_a_link(tmp_path: Path, ending: str) -> None:
    before = other_database(tmp_path / "theirs.db")
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / f"results.db{ending}").symlink_to(tmp_path / "theirs.db")
    store = Store(tmp_path / "cache")
    store.put({b"key": b"value"})
    store.close()

    assert (tmp_path / "theirs.db").read_bytes() == before


@pytest.mark.parametrize(
    "statements",
    [
        pytest.param(
            "CREATE VIEW kept AS WITH RECURSIVE n(key) AS (SELECT 1 UNION ALL SELECT key + 1 FROM n)"
            " SELECT key, key AS value, 0 AS day FROM n",
            id="a view without end",
        ),
        pytest.param(
            "CREATE TABLE kept (key BLOB PRIMARY KEY, value BLOB NOT NULL, day INTEGER NOT NULL) WITHOUT ROWID;"
            "CREATE TRIGGER t AFTER INSERT ON kept BEGIN DELETE FROM kept; END",
            id="a trigger",
        ),
    ],
)
def test_a_cache_runs_nothing_that_it_holds(tmp_path: Path, statements: str) -> None:
    store = Store(tmp_path / "cache")
    store.put({b"key": b"value"})
    store.close()
    with sqlite3.connect(tmp_path / "cache" / "results.db") as base:
        base.execute("DROP TABLE kept")
        base.executescript(statements)
    base.close()
    store = Store(tmp_path / "cache")
    store.put({b"key": b"value"})

    assert store.get([b"key"]) == {b"key": b"value"}
    store.close()


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs the permissions of Unix")
def test_temporary_files_are_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A draft that is being replaced can be read by nobody else until it has its own permissions."""
    draft = tmp_path / "bread.md"
    draft.write_bytes(b"old")
    draft.chmod(0o600)
    seen = []
    replace = os.replace

    def watched(source: str, target: str) -> None:
        seen.append(stat.S_IMODE(Path(source).stat().st_mode))
        replace(source, target)

    monkeypatch.setattr(os, "replace", watched)
    write_atomically(draft, b"new")

    assert seen == [0o600]
    assert [path.name for path in tmp_path.iterdir()] == ["bread.md"]
