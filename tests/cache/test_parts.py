import marshal
from pathlib import Path

import pytest

from smolint.cache.parts import Block, Parts
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
        parts.add(Found(path, Path(folder), named=False), SETUP, result, 0)


def seal(parts, most=10**6):
    pages = []

    def keep(content):
        pages.append(content)
        return (0, 0, len(content), 0) if len(content) < most else None

    parts.seal([], keep)
    return pages


def test_files_that_follow_each_other_are_a_block(tmp_path):
    parts = Parts()
    added(parts, tmp_path, "a.md", "b.md")
    (page,) = seal(parts)
    (block,) = parts.blocks
    assert [Path(one).name for one in block.shown] == ["a.md", "b.md"]
    assert len(page) == block.packed[2] > sum(block.facts.values()) > 0
    assert parts.packed(())


def test_what_else_is_read_is_no_file_that_changes_alone(tmp_path):
    parts = Parts()
    added(parts, tmp_path, "a.md", "b.md")
    seal(parts)
    (path, _) = parts.blocks[0].files
    (block, *_) = marshal.loads(parts.packed({f"={path}": None}))[0]
    assert [Path(one).name for one in Block(*block).files] == ["", "b.md"]


@pytest.mark.parametrize(
    ("names", "most"),
    [
        pytest.param(("a.md", "b.md", "b.md", "b.md", "c.md"), 10**6, id="a file with several results"),
        pytest.param(("a.md", "b.md", "c.md"), 1, id="more than the disk takes"),
    ],
)
def test_what_will_not_be_written_is_not_held(tmp_path, names, most):
    parts = Parts()
    added(parts, tmp_path, *names)
    seal(parts, most)
    assert (parts.blocks, parts.waiting) == ([], [])
    assert parts.packed(()) == b""
