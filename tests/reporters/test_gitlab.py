import json
from pathlib import Path
from typing import Any

import pytest

from smolint.finding import FileResult, Level

from .samples import BLOG, english_results, finding, report


def issues(results: list[FileResult]) -> list[dict[str, Any]]:
    parsed: list[dict[str, Any]] = json.loads(report("gitlab", results))
    return parsed


def test_an_issue_has_what_gitlab_wants() -> None:
    issue = issues(english_results())[1]

    assert {**issue, "fingerprint": ""} == {
        "description": "“#Bread#Dawn” is no hashtag: nobody will find it. Put a space between the two.",
        "check_name": "hashtag/not-a-hashtag",
        "fingerprint": "",
        "severity": "major",
        "location": {"path": "tweets/dawn.tweet", "lines": {"begin": 1, "end": 1}},
    }
    assert len(issue["fingerprint"]) == 32


@pytest.mark.parametrize(
    ("level", "severity"),
    [
        pytest.param(Level.ERROR, "major", id="error"),
        pytest.param(Level.WARNING, "minor", id="warning"),
        pytest.param(Level.SUGGESTION, "info", id="suggestion"),
    ],
)
def test_levels_become_severities(level: Level, severity: str) -> None:
    assert issues([FileResult("a.md", (finding(BLOG, "Bread", level=level),))])[0]["severity"] == severity


def test_fingerprints_survive_lines_added_above_and_differ_from_each_other() -> None:
    def prints(text: str) -> list[str]:
        found = (finding(text, "Bread"), finding(text, "Bread"), finding(text, "Bread", path="other.md"))
        return [issue["fingerprint"] for issue in issues([FileResult("a.md", found)])]

    assert prints(BLOG) == prints("\n\n" + BLOG)
    assert len(set(prints(BLOG))) == 3


def test_an_absolute_path_is_told_from_the_current_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    paths = [str(tmp_path / "posts" / "a.md"), "/elsewhere/b.md", "posts/c.md"]
    found = issues([FileResult(path, (finding(BLOG, "Bread", path=path),)) for path in paths])

    assert [issue["location"]["path"] for issue in found] == ["posts/a.md", "/elsewhere/b.md", "posts/c.md"]


def test_nothing_found_is_an_empty_array() -> None:
    assert report("gitlab", [FileResult("a.md", drafts=1)]) == "[]\n"
