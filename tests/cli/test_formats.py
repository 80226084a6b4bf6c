"""Every format on the sample drafts, through the real command."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from smolint.reporters.cells import width
from smolint.testing import fixtures_folder

from .conftest import Smolint

SCHEMA = Path(__file__).parent.parent / "data" / "sarif-2.1.0.json"


@pytest.fixture
def samples(monkeypatch: pytest.MonkeyPatch, smolint: Smolint) -> Smolint:
    """The command, run in the folder of sample drafts."""
    monkeypatch.chdir(fixtures_folder())
    return smolint


@pytest.mark.parametrize("language", ["en", "fr"])
def test_text_fits_the_terminal(samples: Smolint, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = samples("--ui-language", language).out.splitlines()

    assert len(lines) > 20
    assert [line for line in lines if width(line) > 80 and " " in line.strip()] == []


def test_json_and_json_lines_say_the_same(samples: Smolint) -> None:
    whole = json.loads(samples("--output-format", "json").out)
    *findings, last = map(json.loads, samples("--output-format", "jsonl").out.splitlines())

    assert whole["findings"] == findings
    assert whole["summary"] == last["summary"]
    assert whole["summary"]["findings"] == len(findings) > 5


def test_findings_mark_what_is_there(samples: Smolint) -> None:
    for finding in json.loads(samples("--output-format", "json").out)["findings"]:
        lines = Path(finding["path"]).read_text(encoding="utf-8").split("\n")
        assert 1 <= finding["line"] <= finding["end_line"] <= len(lines)
        assert 1 <= finding["column"] <= len(lines[finding["line"] - 1]) + 1
        assert (finding["line"], finding["column"]) <= (finding["end_line"], finding["end_column"])


@pytest.mark.parametrize("language", ["en", "fr"])
def test_sarif_follows_the_public_schema(samples: Smolint, language: str) -> None:
    log = json.loads(samples("--output-format", "sarif", "--ui-language", language).out)

    jsonschema.Draft4Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(log)
    assert all("shortDescription" in rule for rule in log["runs"][0]["tool"]["driver"]["rules"])


def test_concise_has_one_line_for_each_finding(samples: Smolint) -> None:
    lines = samples("--output-format", "concise").out.splitlines()
    shape = re.compile(r"[\w./-]+:\d+:\d+: (error|warning|suggestion) [a-z-]+/[a-z-]+ \S")

    assert [line for line in lines if not shape.match(line)] == []
    assert len(lines) == json.loads(samples("--output-format", "json").out)["summary"]["findings"]


def test_github_has_one_command_for_each_finding(samples: Smolint) -> None:
    lines = samples("--output-format", "github").out.splitlines()
    shape = re.compile(
        r"::(error|warning|notice) file=[^,]+,line=\d+,(col=\d+,)?endLine=\d+,.*title=[a-z-]+/[a-z-]+::\S"
    )

    assert [line for line in lines if not shape.match(line)] == []
    assert lines
