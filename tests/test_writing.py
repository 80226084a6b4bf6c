"""Files are replaced as a whole, or stay as they were."""

from __future__ import annotations

import os
import signal
import stat
import threading
from pathlib import Path

import pytest

from smolint.writing import write_atomically


def test_the_content_is_replaced_and_the_mode_kept(tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    path.write_bytes(b"old")
    path.chmod(0o640)

    assert write_atomically(path, b"new", expected=b"old")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert os.listdir(tmp_path) == ["post.md"]


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "post.md"
    path.write_bytes(b"written by its author just now")

    assert not write_atomically(path, b"new", expected=b"old")
    assert path.read_bytes() == b"written by its author just now"
    assert os.listdir(tmp_path) == ["post.md"]


def test_a_file_that_is_gone_is_not_made_again(tmp_path: Path) -> None:
    assert not write_atomically(tmp_path / "post.md", b"new", expected=b"old")
    assert os.listdir(tmp_path) == []


def test_a_new_file_gets_what_the_system_gives_new_files(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_bytes(b"")

    assert write_atomically(tmp_path / "made", b"new")
    assert (tmp_path / "made").stat().st_mode == plain.stat().st_mode


def test_of_a_link_the_file_behind_it_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "kept" / "post.md"
    target.parent.mkdir()
    target.write_bytes(b"old")
    link = tmp_path / "post.md"
    link.symlink_to(target)

    assert write_atomically(link, b"new", expected=b"old")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_nothing_is_left_behind_where_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "post.md"
    path.write_bytes(b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, b"new", expected=b"old")

    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["post.md"]


@pytest.mark.skipif(os.name == "nt", reason="signals come otherwise there")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["Ctrl+C", "a kill"])
def test_a_signal_waits_until_the_file_is_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    path = tmp_path / "post.md"
    path.write_bytes(b"old")
    seen: list[bytes] = []
    before = signal.signal(number, lambda *_: seen.append(path.read_bytes()))
    monkeypatch.setattr(os, "fsync", lambda _: os.kill(os.getpid(), number))
    ended = threading.Event()
    other = threading.Thread(target=ended.wait)
    # The system may hand a signal to any thread.
    other.start()
    try:
        assert write_atomically(path, b"new")
    finally:
        signal.signal(number, before)
        ended.set()
        other.join()

    assert seen == [b"new"]
    assert [one.name for one in tmp_path.iterdir()] == ["post.md"]
