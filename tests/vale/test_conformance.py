"""Vale's own scenarios, run through the command: the same findings at the same places.

The fixtures and the expected lines are Vale 3.15.1's (tests/data/vale: see ORIGIN.md and LICENSE there).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from smolint.cli.exits import run

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parents[1] / "data" / "vale"
LINES = 116
DIFFER = {
    'test.md:105:16:demo.Raw:Link "[must not use `.html`](../index.html)" must use the .md file extension.': (
        "the comment above it says demo.Raw = NO; Vale 3.15 heeded none in rules on the raw source, 3.21 does"
    ),
    "test.md:27:1:Vale.Repetition:'Mermaid' is repeated!": (
        "Vale 3.15 does not find a text with a link in it; the words begin at column 9, where 3.21 has them"
    ),
    "test.md:35:1:Vale.Repetition:'use' is repeated!": (
        "Vale 3.15 does not find a text with emphasis in it; the words begin at column 12, where 3.21 has them"
    ),
    "test.html:6:1:demo.SentenceCase:'Something\u00a0Weird is happening With Vale With Entities' should be "
    "sentence-cased": "Vale does not find a text with entities in the source; the heading begins at column 13",
}


class Scenario(NamedTuple):
    """One run of Vale: where, on what, and what it said."""

    name: str
    directory: Path
    target: str
    expected: frozenset[str]


def scenarios() -> Iterator[Scenario]:
    for case in json.loads((DATA / "cases.json").read_text(encoding="utf-8")):
        yield Scenario(case["scenario"], DATA / case["directory"], case["target"], frozenset(case["expected"]))


def told(scenario: Scenario, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> frozenset[str]:
    monkeypatch.chdir(scenario.directory)
    config = next(name for name in (".vale.ini", "_vale") if (scenario.directory / name).is_file())
    run(("check", "--isolated", "--vale-config", config, "--output-format", "json", scenario.target))
    findings = json.loads(capsys.readouterr().out)["findings"]
    return frozenset(
        f"{one['path']}:{one['line']}:{one['column']}:{one['rule']}:{one['message']}"
        for one in findings
        if "." in one["rule"]
    )


@pytest.mark.parametrize("scenario", [pytest.param(one, id=one.name) for one in scenarios()])
def test_findings_are_those_of_vale(
    scenario: Scenario, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    found = told(scenario, monkeypatch, capsys)

    assert scenario.expected - found == scenario.expected & DIFFER.keys()
    assert len(found - scenario.expected) <= len(scenario.expected & DIFFER.keys())


def test_nearly_all_lines_are_compared() -> None:
    expected = [line for scenario in scenarios() for line in scenario.expected]

    assert len(expected) == LINES
    assert len(DIFFER) <= LINES * 0.05
    assert DIFFER.keys() <= set(expected)
