"""The store keeps what it is given, survives damage and company, and stays within its bounds."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
from pathlib import Path

import pytest

from smolint.cache import store as stores
from smolint.cache.store import Store, clean


def test_what_is_put_is_there_later(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache")
    store.put({b"a": b"1", b"b": b"2"})
    store.close()
    store = Store(tmp_path / "cache")

    assert store.get([b"a", b"b", b"c"]) == {b"a": b"1", b"b": b"2"}
    store.put({b"a": b"3"})
    assert store.get([b"a"]) == {b"a": b"3"}


def test_its_folder_is_left_alone_by_git_and_backups(tmp_path: Path) -> None:
    Store(tmp_path / "cache").put({b"a": b"1"})

    assert (tmp_path / "cache" / ".gitignore").read_text(encoding="utf-8").splitlines()[-1] == "*"
    assert (tmp_path / "cache" / "CACHEDIR.TAG").read_bytes().startswith(b"Signature: 8a477f597d28d172789f06886806bc55")


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda _: b"", id="emptied"),
        pytest.param(lambda _: b"no database at all" * 100, id="another file"),
        pytest.param(lambda raw: raw[: len(raw) // 2], id="cut in half"),
        pytest.param(lambda raw: raw[:100] + os.urandom(len(raw) - 100), id="noise behind its head"),
        pytest.param(lambda raw: os.urandom(len(raw)), id="noise"),
    ],
)
def test_a_damaged_file_is_begun_anew(tmp_path: Path, damage) -> None:
    folder = tmp_path / "cache"
    store = Store(folder)
    store.put({bytes([number]) * 16: b"x" * 1000 for number in range(200)})
    store.close()
    path = folder / "results.db"
    path.write_bytes(damage(path.read_bytes()))
    store = Store(folder)
    found = store.get([bytes([number]) * 16 for number in range(200)])

    assert set(found.values()) <= {b"x" * 1000}
    store.put({b"new": b"value"})
    store.close()
    assert Store(folder).get([b"new"]) == {b"new": b"value"}


def test_a_byte_that_changed_on_the_disk_is_noticed(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache")
    store.put({b"a": b"findings"})
    store.close()
    with sqlite3.connect(tmp_path / "cache" / "results.db") as base:
        base.execute("UPDATE kept SET value = replace(value, CAST('d' AS BLOB), CAST('t' AS BLOB))")

    assert Store(tmp_path / "cache").get([b"a"]) == {}


def test_one_of_another_version_is_begun_anew(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache")
    store.put({b"a": b"1"})
    store.close()
    with sqlite3.connect(tmp_path / "cache" / "results.db") as base:
        base.execute("PRAGMA user_version = 99")

    assert Store(tmp_path / "cache").get([b"a"]) == {}


def test_a_folder_that_cannot_be_made_is_a_store_without_anything(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    store = Store(tmp_path / "file" / "cache")
    store.put({b"a": b"1"})

    assert store.get([b"a"]) == {}
    store.close()


def fill(folder: Path, name: int) -> None:
    for number in range(40):
        store = Store(folder)
        store.put({f"{name}-{number}".encode(): b"x" * 500})
        store.close()


def test_several_processes_may_write_at_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=fill, args=(tmp_path / "cache", name)) for name in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    wanted = [f"{name}-{number}".encode() for name in range(4) for number in range(40)]

    assert [worker.exitcode for worker in workers] == [0, 0, 0, 0]
    assert len(Store(tmp_path / "cache").get(wanted)) == 160


def test_what_was_not_used_for_long_goes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stores, "MOST_BYTES", 80_000)
    store = Store(tmp_path / "cache")
    monkeypatch.setattr(stores, "_today", lambda: 100)
    store.put({b"old": b"x" * 30_000, b"used": b"y" * 20_000})
    monkeypatch.setattr(stores, "_today", lambda: 101)
    store.get([b"used"])
    store.put({b"new": b"z" * 30_000})
    store.close()

    assert set(Store(tmp_path / "cache").get([b"old", b"used", b"new"])) == {b"used", b"new"}
    monkeypatch.setattr(stores, "_today", lambda: 300)
    store = Store(tmp_path / "cache")
    store.put({b"later": b"1"})
    store.close()
    assert set(Store(tmp_path / "cache").get([b"used", b"new", b"later"])) == {b"later"}


def test_only_what_smolint_made_is_cleaned(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    Store(folder).put({b"a": b"1"})

    assert clean(folder)
    assert not folder.exists()
    assert not clean(folder)
    folder.mkdir()
    (folder / "mine.txt").write_text("mine", encoding="utf-8")
    assert not clean(folder)
    (folder / "CACHEDIR.TAG").write_text("", encoding="utf-8")
    assert clean(folder)
    assert (folder / "mine.txt").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
@pytest.mark.parametrize("ending", ["", "-wal", "-shm", "-journal"])
def test_a_pipe_beside_it_keeps_nobody_waiting(tmp_path: Path, ending: str) -> None:
    store = Store(tmp_path / "cache")
    store.put({b"a": b"1"})
    store.close()
    place = tmp_path / "cache" / f"results.db{ending}"
    place.unlink(missing_ok=True)
    os.mkfifo(place)
    store = Store(tmp_path / "cache")
    store.put({b"a": b"2"})

    assert store.get([b"a"]) == {}
    store.close()
