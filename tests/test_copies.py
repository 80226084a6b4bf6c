import os

import pytest

from smolint import copies


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def test_what_was_kept_is_read_again():
    place = copies.place("rules", "1.0")
    copies.keep(place, [{"level": "error", "languages": ("fr", "en")}])
    assert copies.read(place) == [{"level": "error", "languages": ("fr", "en")}]


def test_other_parts_lead_to_another_place():
    assert copies.place("rules", "1.0") != copies.place("rules", "1.1")


def test_nothing_is_read_where_nothing_is():
    assert copies.read(copies.place("rules")) is None


@pytest.mark.parametrize("length", [0, 10, 30], ids=["empty", "within its seal", "within its values"])
def test_a_copy_that_was_cut_short_is_none(length):
    place = copies.place("rules")
    copies.keep(place, ["a value of some length"])
    with open(place, "rb") as file:
        kept = file.read()
    with open(place, "wb") as file:
        file.write(kept[:length])
    assert copies.read(place) is None


def test_a_copy_that_was_changed_is_none():
    place = copies.place("rules")
    copies.keep(place, ["a value of some length"])
    with open(place, "r+b") as file:
        file.seek(-3, os.SEEK_END)
        file.write(b"?")
    assert copies.read(place) is None


def test_old_copies_are_deleted(monkeypatch, tmp_path):
    monkeypatch.setattr(copies, "MOST", 3)
    for number in range(6):
        copies.keep(copies.place(str(number)), number)
    assert len(list((tmp_path / "smolint").glob("*.rules"))) == 3


def test_a_copy_in_the_place_of_another_is_none():
    one, other = copies.place("rules"), copies.place("words")
    copies.keep(one, ["rules"])
    copies.keep(other, ["words"])
    os.replace(one, other)
    assert copies.read(other) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_the_place_of_a_copy_keeps_nobody_waiting():
    place = copies.place("rules")
    os.makedirs(os.path.dirname(place))
    os.mkfifo(place)
    assert copies.read(place) is None
