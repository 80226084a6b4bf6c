"""Whatever stands in a `.gitignore`, the rest of it holds, and nothing is said of it."""

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.ignore_patterns import ignore_spec

NONE = ("[z-a].md", "[!é-z]", "!", "\\", "[[:alpha:]-a]", "")
"""What is no pattern, or none that names a.md."""


@pytest.mark.parametrize("line", [pytest.param(line, id=line or "empty") for line in NONE])
def test_what_is_no_pattern_holds_for_nothing(line):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert not ignore_spec([line]).match_file("a.md")
        assert ignore_spec([line, "a.md"]).match_file("a.md")


@given(st.lists(st.text("[]!-az\\*?/.é^:", max_size=8), max_size=3))
def test_any_line_may_stand_there(lines):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert ignore_spec([*lines, "b.md"]).match_file("b.md")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        pytest.param(".gitignore", "[z-a].md\n[[:alpha:]].x\n", id="gitignore"),
        pytest.param("smolint.toml", 'exclude = ["[z-a]"]\n', id="exclude"),
        pytest.param("smolint.toml", '[per-file-ignores]\n"[z-a].md" = ["length"]\n', id="rules for files"),
        pytest.param("smolint.toml", '[platforms]\n"[z-a].md" = ["twitter"]\n', id="platforms of files"),
    ],
)
def test_a_range_the_wrong_way_round_is_no_bug(project, name, text):
    from smolint.cli.exits import run

    project(name, text)
    project("posts/word.tweet", "We bake at dawn. #bread\n")
    assert run(["posts"]) == 0
