"""What is kept by parts is read as it was written, and not at all where it is damaged."""

import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.own_files import read_parts, write_parts

PARTS = {"bread": ("dark", b"rye and water"), "cake": (None, b""), ("roll", 2): ([1], bytes(range(256)))}


@pytest.fixture
def path(tmp_path):
    """Where parts were written."""
    path = str(tmp_path / "kept" / "parts")
    write_parts(path, PARTS)
    return path


def known(path):
    kept = read_parts(path)
    found = dict(kept.items())
    kept.close()
    return found


def test_all_of_it(path):
    assert known(path) == PARTS


def test_one_part(path):
    kept = read_parts(path)
    assert (len(kept), "cake" in kept, "pie" in kept) == (3, True, False)
    assert (kept.about(("roll", 2)), kept.read(("roll", 2))) == PARTS["roll", 2]
    assert kept.read("pie") is None
    kept.close()


def test_parts_are_read_from_the_file_that_was_opened(path):
    kept = read_parts(path)
    write_parts(path, {"bread": (None, b"wheat")})
    assert kept.read("bread") == b"rye and water"
    kept.close()
    assert known(path) == {"bread": (None, b"wheat")}


def test_without_a_file_there_are_none(tmp_path):
    assert known(str(tmp_path / "nothing")) == {}


@given(at=st.integers(0, 10_000), bits=st.integers(1, 255))
def test_a_damaged_byte_costs_its_part_or_all(tmp_path_factory, at, bits):
    path = str(tmp_path_factory.mktemp("damaged") / "parts")
    write_parts(path, PARTS)
    with open(path, "r+b") as file:
        at %= os.stat(path).st_size
        file.seek(at)
        byte = file.read(1)[0]
        file.seek(at)
        file.write(bytes([byte ^ bits]))
    assert len(known(path)) < 3
    assert known(path).items() <= PARTS.items()


@given(length=st.integers(0, 10_000))
def test_one_that_is_cut_off_holds_nothing(tmp_path_factory, length):
    path = str(tmp_path_factory.mktemp("cut") / "parts")
    write_parts(path, PARTS)
    os.truncate(path, length % os.stat(path).st_size)
    assert known(path) == {}


def test_a_file_under_another_name_is_not_read(path):
    os.replace(path, f"{path}-2")
    assert known(f"{path}-2") == {}


def test_the_users_own_folder_is_marked_as_a_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    write_parts(str(tmp_path / "smolint" / "deep" / "parts"), PARTS)
    tag = (tmp_path / "smolint" / "CACHEDIR.TAG").read_text()
    assert tag.startswith("Signature: 8a477f597d28d172789f06886806bc55\n")
    assert (tmp_path / "smolint" / ".gitignore").read_text().endswith("\n*\n")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["smolint"]


def test_no_other_folder_is_marked(path, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "ke"))
    write_parts(path, PARTS)
    assert [one.name for one in (tmp_path / "kept").iterdir()] == ["parts"]
