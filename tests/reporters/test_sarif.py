import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smolint.finding import FileResult, Note
from smolint.reporters.sarif import artifact_uri

from .samples import BLOG, english_results, finding, french_results, report

SCHEMA = json.loads((Path(__file__).parent.parent / "data" / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA, format_checker=jsonschema.Draft4Validator.FORMAT_CHECKER)


def log(results: list[FileResult], *notes: Note, **settings: Any) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(report("sarif", results, *notes, **settings))
    return parsed


@pytest.mark.parametrize(
    "results",
    [
        pytest.param(english_results(), id="findings of every level and a fix"),
        pytest.param(french_results(), id="French findings"),
        pytest.param([], id="no file"),
        pytest.param([FileResult("a.md", crashes=("Traceback …",))], id="a check that failed"),
    ],
)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_log_follows_the_public_schema(results: list[FileResult], language: str) -> None:
    VALIDATOR.validate(log(results, Note("a.txt", "Left out."), Note("", "A plugin is left out."), language=language))


@settings(max_examples=40)
@given(st.text(st.characters(codec=None)), st.text(min_size=1))
def test_any_text_follows_the_schema(message: str, path: str) -> None:
    VALIDATOR.validate(log([FileResult(path, (finding(BLOG, "Bread", message=message, path=path),))]))


def test_results_point_to_their_rule_and_place() -> None:
    run = log(english_results())["runs"][0]
    result = run["results"][2]

    assert run["columnKind"] == "unicodeCodePoints"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "sentence/too-long"
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "tweets/dawn.tweet"},
        "region": {"startLine": 1, "startColumn": 16, "endLine": 1, "endColumn": 18, "snippet": {"text": "at"}},
    }


def test_a_rule_is_described_in_the_language_of_the_run() -> None:
    rule = log(english_results(), language="fr")["runs"][0]["tool"]["driver"]["rules"][2]

    assert rule["shortDescription"]["text"] == "Cette phrase compte …\u00a0mots, soit plus de …"
    assert rule["fullDescription"]["text"] == "Le lecteur perd le fil."
    assert "Coupez-la en deux." in rule["help"]["markdown"]
    assert rule["defaultConfiguration"]["level"] == "warning"
    assert rule["helpUri"] == "https://example.org/sentences"


def test_levels_are_those_of_the_standard() -> None:
    assert [result["level"] for result in log(english_results())["runs"][0]["results"]] == [
        "note",
        "error",
        "warning",
        "warning",
    ]


def test_fingerprints_survive_lines_added_above() -> None:
    before = log([FileResult("a.md", (finding(BLOG, "Bread"), finding(BLOG, "Bread")))])
    after = log([FileResult("a.md", (finding("\n\n" + BLOG, "Bread"), finding("\n\n" + BLOG, "Bread")))])
    prints = [[one["partialFingerprints"] for one in each["runs"][0]["results"]] for each in (before, after)]

    assert prints[0] == prints[1]
    assert prints[0][0] != prints[0][1]


def test_a_failed_check_makes_the_run_unsuccessful() -> None:
    assert (
        log([FileResult("a.md", crashes=("Traceback …",))])["runs"][0]["invocations"][0]["executionSuccessful"] is False
    )
    assert log([], Note("a.txt", "Left out."))["runs"][0]["invocations"][0]["executionSuccessful"] is True


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        pytest.param("posts/bread.md", "posts/bread.md", id="a plain path"),
        pytest.param("billets/pâte à pain.md", "billets/p%C3%A2te%20%C3%A0%20pain.md", id="accents and spaces"),
        pytest.param("a:b#c?d%.md", "a%3Ab%23c%3Fd%25.md", id="characters that URIs use"),
        pytest.param("/drafts/a.md", "file:///drafts/a.md", id="an absolute path"),
        pytest.param("caf\udce9.md", "caf%E9.md", id="a name that is not UTF-8"),
        pytest.param("../a.md", "../a.md", id="a path above"),
    ],
)
def test_paths_become_uris(path: str, uri: str) -> None:
    assert artifact_uri(path) == uri
