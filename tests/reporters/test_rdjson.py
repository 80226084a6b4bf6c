import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smolint.finding import Edit, Excerpt, FileResult, Finding, Fix, Level
from smolint.source import Source, Span

from .samples import english_results, finding, finding_at, french_results, report

POSITION = {
    "type": "object",
    "required": ["line"],
    "additionalProperties": False,
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
}
RANGE = {
    "type": "object",
    "required": ["start", "end"],
    "additionalProperties": False,
    "properties": {"start": POSITION, "end": POSITION},
}
# What reviewdog's reviewdog.proto says of `DiagnosticResult`, as far as smolint writes it.
SCHEMA = {
    "type": "object",
    "required": ["source", "diagnostics"],
    "additionalProperties": False,
    "properties": {
        "source": {"type": "object", "properties": {"name": {"const": "smolint"}}},
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["message", "location", "severity", "code"],
                "additionalProperties": False,
                "properties": {
                    "message": {"type": "string"},
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "location": {
                        "type": "object",
                        "required": ["path", "range"],
                        "additionalProperties": False,
                        "properties": {"path": {"type": "string"}, "range": RANGE},
                    },
                    "code": {
                        "type": "object",
                        "required": ["value"],
                        "additionalProperties": False,
                        "properties": {"value": {"type": "string"}, "url": {"type": "string"}},
                    },
                    "suggestions": {
                        "type": "array",
                        "minItems": 1,
                        "items": {
                            "type": "object",
                            "required": ["range", "text"],
                            "additionalProperties": False,
                            "properties": {"range": RANGE, "text": {"type": "string"}},
                        },
                    },
                },
            },
        },
    },
}
# The example of the format's own description: the letter in the middle takes 4 bytes.
DESERET = "a𐐀b"


def diagnostics(results: list[FileResult]) -> list[dict[str, Any]]:
    parsed: dict[str, Any] = json.loads(report("rdjson", results))
    jsonschema.Draft202012Validator(SCHEMA).validate(parsed)
    found: list[dict[str, Any]] = parsed["diagnostics"]
    return found


def placed(text: str, *edits: tuple[int, int, str]) -> tuple[Edit, ...]:
    """Edits of a text as the engine places them."""
    source = Source("", text)
    made = []
    for start, end, content in edits:
        here, there = source.position(start), source.position(end)
        made.append(Edit(Span(start, end), content, *here, *there, replaced=text[start:end]))
    return tuple(made)


@pytest.mark.parametrize(
    "results",
    [
        pytest.param(english_results(), id="findings of every level"),
        pytest.param(french_results(), id="French findings"),
        pytest.param([], id="no file"),
    ],
)
def test_the_report_follows_the_format(results: list[FileResult]) -> None:
    assert len(diagnostics(results)) == sum(len(result.findings) for result in results)


def test_a_diagnostic_says_what_and_where() -> None:
    assert diagnostics(english_results())[2] == {
        "message": "This sentence is too long.",
        # Two emoji of 4 bytes each come before.
        "location": {
            "path": "tweets/dawn.tweet",
            "range": {"start": {"line": 1, "column": 22}, "end": {"line": 1, "column": 24}},
        },
        "severity": "WARNING",
        "code": {"value": "sentence/too-long"},
    }


def test_columns_are_bytes_as_in_the_description_of_the_format() -> None:
    (found,) = diagnostics([FileResult("a.md", (finding(DESERET, "b"),))])

    assert found["location"]["range"] == {"start": {"line": 1, "column": 6}, "end": {"line": 1, "column": 7}}


@given(st.text("aé𐐀🥖\n", min_size=1, max_size=40), st.data())
def test_ranges_are_those_of_the_bytes(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    (found,) = diagnostics([FileResult("a.md", (finding_at(text, start, end),))])
    place = found["location"]["range"]
    lines = [line.encode() for line in text.split("\n")]

    if "column" in place["start"]:
        before = lines[place["start"]["line"] - 1][: place["start"]["column"] - 1]
        assert before.decode() == text[:start].rpartition("\n")[2]
        assert "\n" not in text[start:end]
    else:
        assert place["start"]["line"] <= place["end"]["line"]


class TestOfAFile:
    """Findings of a file that can be read again."""

    TEXT = "Été : pain\nle «pain» et\nle pain\n"

    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        path = tmp_path / "a.md"
        path.write_text(self.TEXT, encoding="utf-8")
        return path

    def found(self, path: Path, marked: str, **others: Any) -> dict[str, Any]:
        one: Finding = finding(self.TEXT, marked, path=str(path), **others)
        (found,) = diagnostics([FileResult(str(path), (one,))])
        return found

    def test_a_range_over_lines_has_columns(self, path: Path) -> None:
        assert self.found(path, "«pain» et\nle")["location"]["range"] == {
            "start": {"line": 2, "column": 4},
            "end": {"line": 3, "column": 3},
        }

    def test_a_fix_is_a_suggestion(self, path: Path) -> None:
        fix = Fix("Take the blank out", placed(self.TEXT, (3, 4, "\u00a0")))

        assert self.found(path, " :", fix=fix)["suggestions"] == [
            {"range": {"start": {"line": 1, "column": 6}, "end": {"line": 1, "column": 7}}, "text": "\u00a0"}
        ]

    def test_several_edits_are_one_suggestion(self, path: Path) -> None:
        fix = Fix("Blanks", placed(self.TEXT, (19, 19, "\u00a0"), (15, 15, "\u00a0")))

        assert self.found(path, "«pain»", fix=fix)["suggestions"] == [
            {
                "range": {"start": {"line": 2, "column": 6}, "end": {"line": 2, "column": 10}},
                "text": "\u00a0pain\u00a0",
            }
        ]

    def test_a_file_that_changed_gets_no_suggestion(self, path: Path) -> None:
        path.write_text("Now first\n" + self.TEXT, encoding="utf-8")
        fix = Fix("Blanks", placed(self.TEXT, (15, 19, "eau")))

        assert "suggestions" not in self.found(path, "«pain»", fix=fix)

    def test_an_edit_elsewhere_that_no_longer_fits_is_left_out(self, path: Path) -> None:
        path.write_text(self.TEXT.replace("le pain", "du pain"), encoding="utf-8")
        fix = Fix("Blanks", placed(self.TEXT, (0, 0, "x"), (24, 26, "un")))

        assert "suggestions" not in self.found(path, "Été", fix=fix)

    def test_a_window_of_a_long_line_has_columns(self, path: Path) -> None:
        one = replace(
            finding(self.TEXT, "pain", path=str(path)), excerpt=Excerpt(": pain", 5, cut_before=True, cut_after=False)
        )
        (found,) = diagnostics([FileResult(str(path), (one,))])

        assert found["location"]["range"]["start"] == {"line": 1, "column": 9}


def test_a_window_of_a_line_that_cannot_be_read_again_gives_lines() -> None:
    one = replace(finding("Our bread", "bread"), excerpt=Excerpt("bread", 5, cut_before=True))
    (found,) = diagnostics([FileResult("gone.md", (one,))])

    assert found["location"]["range"] == {"start": {"line": 1}, "end": {"line": 1}}


def test_lines_do_not_take_in_one_that_only_begins() -> None:
    text = "One\nTwo\nThree\n"
    (found,) = diagnostics([FileResult("gone.md", (finding(text, "One\nTwo\n"),))])

    assert found["location"]["range"] == {"start": {"line": 1}, "end": {"line": 2}}


@pytest.mark.parametrize(
    ("level", "severity"),
    [
        pytest.param(Level.ERROR, "ERROR", id="error"),
        pytest.param(Level.WARNING, "WARNING", id="warning"),
        pytest.param(Level.SUGGESTION, "INFO", id="suggestion"),
    ],
)
def test_levels_become_severities(level: Level, severity: str) -> None:
    assert diagnostics([FileResult("a.md", (finding("Bread", "Bread", level=level),))])[0]["severity"] == severity
