from pathlib import Path

import pytest

from smolint.aiming import NOWHERE, aim, readings_of
from smolint.config import Config
from smolint.discovery import Found
from smolint.host import installed_host
from smolint.loading import open_bytes
from smolint.setup import make_setup

HOST = installed_host()


def aimed(text, name, config=None):
    setup = make_setup(config or Config(), HOST)
    opened = open_bytes(text.encode(), name, HOST.parsers)
    return list(aim(list(opened.drafts), Path(name), Path(), setup))


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        pytest.param("Fresh bread.", "bread.tweet", ["twitter"], id="told by the ending"),
        pytest.param("---\nplatforms: [facebook, linkedin]\n---\nBread", "a.txt", ["facebook", "linkedin"], id="named"),
        pytest.param("---\nplatform: orkut\n---\nFresh.", "a.txt", [""], id="a name that nobody knows"),
        pytest.param("Fresh bread.", "bread.txt", [""], id="not told"),
    ],
)
def test_a_draft_is_read_once_on_each_platform(text, name, expected):
    (one,) = aimed(text, name)
    assert [reading.platform.name for reading in one.readings] == expected
    assert bool(one.skipped) == (expected == [""])


def test_the_items_of_a_thread_know_each_other():
    first, second = aimed("One.\n---\nTwo.\n", "bread.tweet")
    (reading,) = second.readings
    assert [item.part for item in reading.thread] == [0, 1]
    assert first.readings[0].thread is reading.thread


def test_what_the_configuration_says_goes_before_the_platforms_defaults():
    config = Config(settings={"mastodon": {"max-characters": 1000}})
    (plain,) = aimed("Du pain frais pour tous.", "pain.mastodon.txt")
    (told,) = aimed("Du pain frais pour tous.", "pain.mastodon.txt", config)
    assert plain.readings[0].settings["max-characters"] is None
    assert told.readings[0].settings["max-characters"] == 1000
    assert told.readings[0].draft.language == "fr"


def test_a_file_that_cannot_be_read_is_aimed_nowhere(tmp_path):
    setup = make_setup(Config(), HOST)
    path = tmp_path / "bread.tweet"
    path.write_bytes(b"\xff\xfe\x00")
    (one,) = aim(list(open_bytes(path.read_bytes(), path.name, HOST.parsers).drafts), path, tmp_path, setup)
    assert (one.readings[0].platform, one.skipped) == (NOWHERE, "")
    assert list(readings_of(Found(path, tmp_path, named=True), setup)) == []
