"""`--isolated` trusts nothing in the clone, and says the same whatever its author puts beside the drafts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Run

LONG = "We bake " + "very " * 40 + "good bread."
POST = f"---\ntitle: Bread\nplatform: wordpress\nimage: bread.png\n---\n\n{LONG} Which bread do you like?\n"
SETTINGS = {
    "a configuration": {"smolint.toml": 'ignore = ["all"]\n'},
    "a hidden configuration": {".smolint.toml": 'exclude = ["*"]\n'},
    "a configuration beside the draft": {"posts/smolint.toml": '[per-file-ignores]\n"**" = ["all"]\n'},
    "a table of a project": {"pyproject.toml": '[tool.smolint]\nfail-on = "never"\nselect = ["hashtag"]\n'},
    "a configuration that is broken": {"smolint.toml": "]["},
    "a pack": {
        "smolint.toml": 'packs = ["house"]\n',
        "house/sentence/too-long.yml": "extends: existence\nmessage: x\ntokens: [zzz]\n",
    },
    "a style": {".vale.ini": "StylesPath = styles\n[*]\nBasedOnStyles = Vale\n", "styles/x.txt": ""},
}


def write(tree: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).write_text(text, encoding="utf-8")


@pytest.fixture
def expected(tree: Path, run: Run) -> str:
    """What an isolated run says of the draft alone."""
    write(tree, {"posts/bread.md": POST})
    report = run("--isolated", "--output-format", "concise", "posts").out
    assert "sentence/too-long" in report
    return report


def test_no_setting_of_the_project_counts(tree: Path, run: Run, expected: str) -> None:
    for files in SETTINGS.values():
        write(tree, files)
        ended = run("--isolated", "--output-format", "concise", "posts")
        assert ended.out == expected
        assert {path.name for path in ended.touched(tree)} == {"bread.md"}
        for name in files:
            (tree / name).unlink()


def test_no_baseline_of_the_project_counts(tree: Path, run: Run, expected: str) -> None:
    run("baseline", "posts")
    assert "sentence/too-long" not in run("posts").out
    ended = run("--isolated", "--output-format", "concise", "posts")

    assert ended.out == expected
    assert (tree / ".smolint-baseline.json") not in ended.touched(tree)
    named = run("--isolated", "--baseline", ".smolint-baseline.json", "posts")
    assert "sentence/too-long" not in named.out


def test_no_cache_of_the_project_counts(tree: Path, run: Run, expected: str) -> None:
    run("posts")
    assert (tree / ".smolint_cache").is_dir()
    ended = run("--isolated", "--output-format", "concise", "posts")

    assert ended.out == expected
    assert ended.touched(tree / ".smolint_cache") == set()


def test_a_configuration_that_the_user_names_counts(tree: Path, run: Run, expected: str, tmp_path: Path) -> None:
    """The way for CI: the team's settings from the branch that is reviewed, the drafts from the change."""
    trusted = tmp_path / "trusted" / "smolint.toml"
    trusted.parent.mkdir()
    trusted.write_text('select = ["sentence"]\n', encoding="utf-8")
    write(tree, {"smolint.toml": 'ignore = ["all"]\n', ".smolint-baseline.json": "{}"})
    ended = run("--isolated", "--config", str(trusted), "--output-format", "json", "posts")
    told = json.loads(ended.out)

    assert {one["rule"].partition("/")[0] for one in told["findings"]} == {"sentence"}


def test_without_isolation_the_project_decides(tree: Path, run: Run) -> None:
    """What SECURITY.md warns of: a change can silence what is said of it."""
    write(tree, {"posts/bread.md": POST, "smolint.toml": 'ignore = ["all"]\n'})

    assert run("--output-format", "concise", "posts").code == 0
