import io
import json

from hypothesis import given
from hypothesis import strategies as st

from smolint.finding import FileResult, Note
from smolint.reporters.jsonl import JsonLinesReport
from smolint.reporters.reporter import ReportContext

from .samples import BLOG, english_results, finding, report


def test_findings_have_the_documented_keys() -> None:
    parsed = json.loads(report("json", english_results(), Note("a.txt", "Left out.")))

    assert parsed["version"] == 1
    assert parsed["findings"][1] == {
        "rule": "hashtag/not-a-hashtag",
        "level": "error",
        "message": "“#Bread#Dawn” is no hashtag: nobody will find it.",
        "path": "tweets/dawn.tweet",
        "draft": 0,
        "platform": "twitter",
        "line": 1,
        "column": 28,
        "end_line": 1,
        "end_column": 39,
        "fix": {
            "title": "Put a space between the hashtags",
            "applicability": "safe",
            "edits": [{"line": 1, "column": 28, "end_line": 1, "end_column": 39, "content": "#Bread #Dawn"}],
        },
        "help": "Put a space between the two.",
        "url": None,
    }
    assert parsed["notes"] == [{"path": "a.txt", "message": "Left out."}]


def test_the_summary_counts_every_level() -> None:
    assert json.loads(report("json", english_results()))["summary"] == {
        "files": 3,
        "drafts": 3,
        "findings": 4,
        "by_level": {"suggestion": 1, "warning": 2, "error": 1},
        "by_rule": {
            "accessibility/emoji-overuse": 1,
            "hashtag/not-a-hashtag": 1,
            "paragraph/too-long": 1,
            "sentence/too-long": 1,
        },
        "suppressed": 0,
        "baseline": {"hidden": 0, "gone": []},
        "fixed": 0,
        "fixable": {"safe": 0, "unsafe": 0},
    }


def test_an_empty_run_is_an_object_all_the_same() -> None:
    parsed = json.loads(report("json", []))

    assert parsed["findings"] == []
    assert parsed["summary"]["findings"] == 0


def test_letters_are_written_as_they_are() -> None:
    assert "“#Bread#Dawn”" in report("json", english_results())


@given(st.text(st.characters(codec=None)), st.text(st.characters(codec=None, exclude_characters="\0"), min_size=1))
def test_any_text_gives_valid_json_that_utf8_can_hold(message: str, path: str) -> None:
    results = [FileResult(path, (finding(BLOG, "Bread", message=message, path=path),))]
    text = report("json", results, Note(path, message))
    lines = report("jsonl", results).encode("utf-8").decode("utf-8").split("\n")

    assert json.loads(text.encode("utf-8"))["findings"][0]["line"] == 1
    assert [json.loads(line).keys() for line in lines[:-1]][-1] == {"summary"}


def test_lines_are_written_as_findings_come() -> None:
    stream = io.StringIO()
    opened = JsonLinesReport(stream, ReportContext("en", {}, "1.2.3"))
    opened.add(english_results()[0])

    assert [json.loads(line)["rule"] for line in stream.getvalue().splitlines()] == [
        "accessibility/emoji-overuse",
        "hashtag/not-a-hashtag",
        "sentence/too-long",
    ]
