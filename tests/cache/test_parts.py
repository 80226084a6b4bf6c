from pathlib import Path

import pytest

from smolint.cache import parts as module
from smolint.cache.parts import Parts
from smolint.config import Config
from smolint.discovery import Found
from smolint.engine import lint_file
from smolint.host import installed_host
from smolint.session import Session

SETUP = Session(installed_host(), Config()).setup(".")


def added(parts, folder, *names):
    for name in names:
        path = Path(folder, name)
        path.write_text(
            f"# A post named {name}\n\nIt tells of bread, and why it rises in the oven.\n", encoding="utf-8"
        )
        (result,) = lint_file(Found(path, Path(folder), named=False), SETUP)
        parts.add(Found(path, Path(folder), named=False), SETUP, result, None, (0, 0))


def test_each_file_is_a_part(tmp_path):
    parts = Parts()
    added(parts, tmp_path, "a.md", "b.md")
    assert [Path(one.path).name for one in parts.files] == ["a.md", "b.md"]
    assert parts.packed(())


@pytest.mark.parametrize(
    ("names", "most"),
    [
        pytest.param(("a.md", "b.md", "b.md", "b.md", "c.md"), 10**6, id="a file with several results"),
        pytest.param(("a.md", "b.md", "c.md"), 1, id="more than a record holds"),
    ],
)
def test_what_will_not_be_written_is_not_held(tmp_path, names, most, monkeypatch):
    monkeypatch.setattr(module, "MOST_BYTES", most)
    parts = Parts()
    added(parts, tmp_path, *names)
    assert parts.files == []
    assert parts.packed(()) == b""
