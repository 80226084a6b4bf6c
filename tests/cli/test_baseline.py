"""`smolint baseline`, and `check` with one."""

from __future__ import annotations

import json
from pathlib import Path

from .conftest import LONG, Smolint

NEW = LONG.replace("good", "fine")


def test_todays_findings_are_hidden_until_their_text_changes(smolint: Smolint, drafts: Path) -> None:
    post = drafts / "posts" / "bread.md"
    made = smolint("baseline", "posts")
    clean = smolint("posts", "--fail-on", "suggestion")

    assert (made.code, clean.code) == (0, 0)
    assert "1\N{NO-BREAK SPACE}finding in 1\N{NO-BREAK SPACE}file." in made.out
    assert "Nothing to mend" in clean.out
    assert "1\N{NO-BREAK SPACE}finding hidden by the baseline." in clean.out

    text = post.read_text(encoding="utf-8")
    post.write_text(text.replace(LONG, f"Hello.\n\n{LONG}"), encoding="utf-8")
    assert smolint("posts", "--fail-on", "suggestion").code == 0
    post.write_text(text.replace(LONG, NEW), encoding="utf-8")
    changed = smolint("posts", "--fail-on", "suggestion", "--verbose")
    assert changed.code == 1
    assert "1\N{NO-BREAK SPACE}entry of the baseline gone" in changed.out
    assert "posts/bread.md: sentence/too-long" in changed.out


def test_the_baseline_can_be_named_and_left_out(smolint: Smolint) -> None:
    smolint("baseline", "posts", "--baseline", "old.json")

    assert smolint("posts", "--fail-on", "suggestion").code == 1
    assert smolint("posts", "--fail-on", "suggestion", "--baseline", "old.json").code == 0
    assert smolint("posts", "--fail-on", "suggestion", "--baseline", "none.json").code == 2
    smolint("baseline", "posts")
    assert smolint("posts", "--fail-on", "suggestion", "--no-baseline").code == 1


def test_writing_it_anew_tells_what_changed(smolint: Smolint, drafts: Path) -> None:
    smolint("baseline", "posts")
    first = (drafts / ".smolint-baseline.json").read_bytes()
    assert "0 new, 0 dropped" in smolint("baseline", "posts").out
    assert (drafts / ".smolint-baseline.json").read_bytes() == first
    (drafts / "posts" / "bread.md").write_text("---\ntitle: Bread\n---\n\nShort. Is it?\n", encoding="utf-8")

    assert "0 new, 1 dropped" in smolint("baseline", "posts").out


def test_clean_drafts_need_none(smolint: Smolint, drafts: Path) -> None:
    (drafts / "posts" / "bread.md").write_text("---\ntitle: Bread\n---\n\nShort. Is it?\n", encoding="utf-8")

    assert "no baseline is needed" in smolint("baseline", "posts").out
    assert not (drafts / ".smolint-baseline.json").exists()


def test_machines_are_told_too(smolint: Smolint) -> None:
    smolint("baseline", "posts")
    summary = json.loads(smolint("posts", "--output-format", "json").out)["summary"]

    assert summary["baseline"] == {"hidden": 1, "gone": []}


def test_a_narrower_run_takes_nothing_for_gone(smolint: Smolint) -> None:
    smolint("baseline", "posts")

    assert "gone" not in smolint("posts", "--select", "image").out


def test_what_is_hidden_is_not_mended(smolint: Smolint, drafts: Path) -> None:
    text = "---\ntitle: Bread\n---\n\nRead [it](https://bread.fr/?fbclid=1).\n"
    (drafts / "posts" / "bread.md").write_text(text, encoding="utf-8")
    smolint("baseline", "posts", "--select", "link")
    smolint("posts", "--select", "link", "--fix")

    assert (drafts / "posts" / "bread.md").read_text(encoding="utf-8") == text
