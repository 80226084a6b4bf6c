"""The baseline: what it hides, until when, and how its file looks."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from smolint.baseline import baseline_text, make_baseline, read_baseline
from smolint.errors import ConfigError
from smolint.finding import Excerpt, FileResult, Finding, Level, fingerprint
from smolint.project import BASELINE, find_baseline
from smolint.source import Span

LINE = "We bake our bread at dawn, and very good it is."


def finding(text: str = "our bread at dawn", line: str = LINE, number: int = 3, **changes: object) -> Finding:
    column = line.index(text) + 1
    made = Finding(
        "sentence/too-long", Level.WARNING, "Too long.", "posts/a.md", number, column, number, column + len(text),
        Span(column, column + len(text)), text, platform="wordpress", excerpt=Excerpt(line),
    )  # fmt: skip
    return replace(made, **changes)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        pytest.param(finding(number=90), True, id="moved down"),
        pytest.param(finding(message="In other words."), True, id="another message"),
        pytest.param(finding("Our  bread\nat dawn", "Our  bread\nat dawn"), True, id="wrapped anew, another capital"),
        pytest.param(finding(line="He said: our bread at dawn."), True, id="other words around a long mark"),
        pytest.param(finding("our bread at dusk", "our bread at dusk"), False, id="another word in it"),
        pytest.param(finding(rule="paragraph/too-long"), False, id="another rule"),
        pytest.param(finding(platform="linkedin"), False, id="another platform"),
    ],
)
def test_what_a_finding_is_known_by(other: Finding, same: bool) -> None:
    assert (fingerprint(other) == fingerprint(finding())) is same


def test_few_marked_words_are_known_by_their_neighbours() -> None:
    short = fingerprint(finding("very", LINE))

    assert short == fingerprint(finding("very", "Yes: bread at dawn, and very good it is, I say."[5:]))
    assert short != fingerprint(finding("very", "We bake our bread at dusk, and very good it is."))
    assert fingerprint(finding("", LINE)) == fingerprint(finding("", LINE, number=9))


def run(*findings: Finding, path: str = "posts/a.md") -> FileResult:
    return FileResult(path, findings, drafts=1)


def test_a_baseline_hides_each_finding_as_often_as_it_stands(tmp_path: Path) -> None:
    twice = [finding(number=1), finding(number=9)]
    made = make_baseline(Path(), [run(*twice)])
    hidden = made.hide(run(*twice, finding(number=12), finding("very")))

    assert [(one.line, one.text) for one in hidden.findings] == [(12, "our bread at dawn"), (3, "very")]
    assert hidden.baselined == 2


def test_what_is_mended_is_gone(tmp_path: Path) -> None:
    made = make_baseline(Path(), [run(finding(), finding("very")), run(path="posts/b.md")])
    made.met.clear()
    made.hide(run(finding()))

    assert [(entry.path, entry.rule, count) for entry, count in made.gone().items()] == [
        ("posts/a.md", "sentence/too-long", 1)
    ]


def test_files_that_were_not_read_keep_their_entries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "posts").mkdir()
    for name in ("a.md", "b.md"):
        (tmp_path / "posts" / name).write_text("text", encoding="utf-8")
    other = finding(path="posts/b.md")
    lost = finding(path="posts/lost.md")
    before = make_baseline(tmp_path, [run(finding()), run(other, path="posts/b.md"), run(lost, path="posts/lost.md")])
    after = make_baseline(tmp_path, [run()], before)

    assert {entry.path for entry in after.entries} == {"posts/b.md"}


def test_an_unreadable_file_is_never_hidden() -> None:
    unreadable = finding(rule="source/unreadable")

    assert make_baseline(Path(), [run(unreadable)]).hide(run(unreadable)).findings == (unreadable,)


def test_the_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    made = make_baseline(tmp_path, [run(finding(path="é.md"), finding(path="é.md"), path="é.md")])
    path = tmp_path / BASELINE
    path.write_text(baseline_text(made), encoding="utf-8")

    assert read_baseline(path).entries == made.entries
    assert baseline_text(read_baseline(path)) == path.read_text(encoding="utf-8")
    assert json.loads(path.read_text(encoding="utf-8"))["version"] == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("[]", id="a list"),
        pytest.param('{"version": 2, "files": {}}', id="of another version"),
        pytest.param('{"version": 1, "files": {"a.md": {"x/y": 3}}}', id="of another shape"),
        pytest.param('{"version": 1, "files": {"a.md": {"x/y": {"z": "many"}}}}', id="a count that is none"),
        pytest.param("\x00", id="binary"),
    ],
)
def test_what_is_no_baseline_is_told_kindly(tmp_path: Path, text: str) -> None:
    path = tmp_path / BASELINE
    path.write_text(text, encoding="utf-8")

    with pytest.raises(ConfigError, match="no baseline that smolint can read") as caught:
        read_baseline(path)
    assert caught.value.path == str(path)


def test_the_nearest_baseline_of_the_repository_holds(tmp_path: Path) -> None:
    inner = tmp_path / "site" / "posts"
    inner.mkdir(parents=True)
    assert find_baseline(inner) is None or not (tmp_path / BASELINE).exists()
    (tmp_path / BASELINE).write_text("{}", encoding="utf-8")

    assert find_baseline(inner) == tmp_path / BASELINE
    (tmp_path / "site" / ".git").mkdir()
    assert find_baseline(inner) is None
