import os

import pytest

from smolint import plain_file
from smolint.plain_file import NotAFile, TooLarge, open_plain, read_plain, read_plain_text

pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")


def test_a_file_is_read_as_it_is(tmp_path):
    path = tmp_path / "x"
    path.write_bytes(b"one\r\ntwo\0")

    assert read_plain(path, 100) == b"one\r\ntwo\0"
    with open_plain(str(path)) as file:
        assert (file.read(3), file.read(100)) == (b"one", b"\r\ntwo\0")


def test_a_text_has_plain_line_ends_and_no_mark(tmp_path):
    path = tmp_path / "x"
    path.write_bytes(b"\xef\xbb\xbfone\r\ntwo\rthree\n")

    assert read_plain_text(path, "utf-8-sig") == "one\ntwo\nthree\n"


def test_a_link_is_followed(tmp_path):
    (tmp_path / "x").write_bytes(b"one")
    (tmp_path / "y").symlink_to(tmp_path / "x")

    assert read_plain(tmp_path / "y", 100) == b"one"


@pytest.mark.parametrize(("size", "fits"), [(0, True), (9, True), (10, True), (11, False), (5_000, False)])
def test_only_so_much_is_read(tmp_path, size, fits):
    path = tmp_path / "x"
    path.write_bytes(bytes(size))
    if fits:
        assert len(read_plain(path, 10)) == size
        return
    with pytest.raises(TooLarge) as caught:
        read_plain(path, 10)
    assert caught.value.bytes == size


def test_a_file_that_grows_is_read_no_further(tmp_path, monkeypatch):
    path = tmp_path / "x"
    path.write_bytes(bytes(5_000))
    empty = os.stat_result((0o100644, *[0] * 9))
    monkeypatch.setattr(plain_file.os, "fstat", lambda _: empty)

    assert len(read_plain(path, 5_000)) == 5_000
    with pytest.raises(TooLarge):
        read_plain(path, 4_999)


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="no such system files here")
def test_files_that_say_they_are_empty_are_read():
    assert b"Name:" in read_plain("/proc/self/status", 100_000)


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="no devices here")
@pytest.mark.parametrize("name", ["zero", "null", "tty"])
def test_a_device_is_not_read(tmp_path, name):
    (tmp_path / "x").symlink_to(f"/dev/{name}")

    with pytest.raises(NotAFile):
        read_plain(tmp_path / "x", 100)


@pipes
def test_a_pipe_keeps_nobody_waiting(tmp_path):
    os.mkfifo(tmp_path / "x")

    with pytest.raises(NotAFile):
        open_plain(tmp_path / "x")


@pipes
def test_nor_does_one_that_takes_the_place_of_a_file(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "x")
    (tmp_path / "y").touch()
    before = os.stat(tmp_path / "y")
    monkeypatch.setattr(plain_file.os, "stat", lambda _: before)

    with pytest.raises(NotAFile):
        open_plain(tmp_path / "x")


@pipes
def test_nor_does_a_file_of_the_system_that_has_nothing_to_say(tmp_path, monkeypatch):
    os.mkfifo(tmp_path / "x")
    (tmp_path / "y").touch()
    file = os.stat(tmp_path / "y")
    monkeypatch.setattr(plain_file.os, "stat", lambda _: file)
    monkeypatch.setattr(plain_file.os, "fstat", lambda _: file)
    writer = os.open(tmp_path / "x", os.O_RDWR)
    try:
        with pytest.raises(NotAFile):
            read_plain(tmp_path / "x", 100)
    finally:
        os.close(writer)


def test_a_folder_is_told(tmp_path):
    with pytest.raises(IsADirectoryError):
        read_plain(tmp_path, 100)


def test_nothing_stays_open(tmp_path):
    (tmp_path / "x").touch()
    file = open_plain(tmp_path / "x")
    file.close()

    assert file.closed
