"""A kept result is given back only while all that it came from is as it was, and is then the very same."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.cache.linting import CachedLint
from smolint.cache.packing import _plain, _value, pack_results, unpack_results
from smolint.cache.store import Store
from smolint.config import Config
from smolint.engine import lint
from smolint.finding import FileResult
from smolint.host import installed_host
from smolint.looks import forget
from smolint.session import Session
from smolint.testing import fixtures_folder

POST = "---\ntitle: Bread\n---\n\nWe bake. ![A loaf](loaf.png) [More](more.md) Do you?\n"


def run(folder: Path, cache: Path, config: Config | None = None) -> tuple[list[FileResult], int]:
    """The results of a run, and how many files were not read again."""
    forget()
    kept = CachedLint(Store(cache))
    session = Session(installed_host(), config)
    results = list(lint([folder], session=session, each=kept.file))
    kept.close()
    return results, kept.hits


@pytest.fixture
def post(project, tmp_path: Path) -> Path:
    project("posts/bread.md", POST)
    shutil.copy(next((fixtures_folder() / "images").glob("*.png")), tmp_path / "posts" / "loaf.png")
    return Path("posts/bread.md")


def test_the_second_run_reads_nothing_and_says_the_same(tmp_path: Path) -> None:
    fixtures = fixtures_folder()
    plain = list(lint([fixtures], session=Session(installed_host())))
    first, _ = run(fixtures, tmp_path)
    second, hits = run(fixtures, tmp_path)

    assert first == plain
    assert second == plain
    assert hits > 10


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda post: post.write_text(POST + "More.\n", encoding="utf-8"), id="the draft"),
        pytest.param(lambda post: (post.parent / "loaf.png").unlink(), id="an image is gone"),
        pytest.param(lambda post: (post.parent / "loaf.png").write_bytes(b"GIF89a"), id="an image is another"),
        pytest.param(
            lambda post: (post.parent / "more.md").write_text("x", encoding="utf-8"), id="a file that is linked"
        ),
        pytest.param(lambda post: post.rename(post.with_name("rolls.md")), id="its name"),
        pytest.param(
            lambda _: Path("smolint.toml").write_text('ignore = ["image"]\n', encoding="utf-8"),
            id="the configuration",
        ),
    ],
)
def test_what_a_result_comes_from_makes_it_anew(post: Path, tmp_path: Path, change: Callable[[Path], object]) -> None:
    run(Path("posts"), tmp_path / "cache")
    assert run(Path("posts"), tmp_path / "cache")[1] == 1
    change(post)
    found, hits = run(Path("posts"), tmp_path / "cache")
    bread = [result for result in found if result.path.endswith(("bread.md", "rolls.md"))]

    assert hits == 0
    assert bread == [one for one in lint([Path("posts")]) if one.path.endswith(("bread.md", "rolls.md"))]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda post: os.utime(post, (1, 1)), id="the draft's time"),
        pytest.param(lambda post: os.utime(post.parent / "loaf.png", (1, 1)), id="the image's time"),
        pytest.param(lambda post: post.write_text(POST, encoding="utf-8"), id="the same text once more"),
    ],
)
def test_what_changes_nothing_keeps_the_result(post: Path, tmp_path: Path, change: Callable[[Path], object]) -> None:
    before, _ = run(Path("posts"), tmp_path / "cache")
    change(post)

    assert run(Path("posts"), tmp_path / "cache") == (before, 1)


def test_other_rules_give_other_results(post: Path, tmp_path: Path) -> None:
    run(Path("posts"), tmp_path / "cache")
    only = Config(select=("depth",))
    found, hits = run(Path("posts"), tmp_path / "cache", only)

    assert hits == 0
    assert {one.rule for result in found for one in result.findings} <= {"depth/too-short"}
    assert run(Path("posts"), tmp_path / "cache", replace(only, ui_language="fr"))[1] == 0
    assert run(Path("posts"), tmp_path / "cache", only) == (found, 1)


def test_rules_that_compare_drafts_work_from_what_was_kept(project, tmp_path: Path) -> None:
    for name in ("a", "b"):
        project(f"posts/{name}.md", f"---\ntitle: {name}\nkeyphrase: rye bread\n---\n\nRye bread is dark. Is it?\n")
    config = Config(select=("seo/keyphrase-reused",))
    first, _ = run(Path("posts"), tmp_path / "cache", config)
    second, hits = run(Path("posts"), tmp_path / "cache", config)

    assert hits == 2
    assert second == first
    assert [one.path for result in second for one in result.findings] == ["posts/b.md"]


@pytest.mark.parametrize("noise", [b"", b"[]", b"{}\n[]", b"[]\n[[]]", b"\xff\xfe", b"[]\n[[1,2,3,4,5,6,7]]"], ids=repr)
def test_a_value_that_somebody_else_wrote_is_not_there(post: Path, tmp_path: Path, noise: bytes) -> None:
    first, _ = run(Path("posts"), tmp_path / "cache")
    with sqlite3.connect(tmp_path / "cache" / "results.db") as base:
        keys = [key for (key,) in base.execute("SELECT key FROM kept")]
    store = Store(tmp_path / "cache")
    store.put(dict.fromkeys(keys, noise))
    store.close()

    assert run(Path("posts"), tmp_path / "cache") == (first, 0)


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text() | st.integers(), inner),
    max_leaves=12,
)


@given(PLAIN)
def test_plain_values_come_back_as_they_were(value: object) -> None:
    back = _value(json.loads(json.dumps(_plain(value))))
    assert back == value
    assert type(back) is type(value)


def test_results_come_back_as_they_were() -> None:
    results = list(lint([fixtures_folder()]))

    assert unpack_results(pack_results(results)) == results
