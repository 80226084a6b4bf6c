from __future__ import annotations

from collections import Counter

import pytest

from smolint.concluding import BATCH, conclude
from smolint.config import Config
from smolint.finding import Finding, Level
from smolint.gathering import AT_ONCE, Gathering
from smolint.host import installed_host
from smolint.judging import Evidence
from smolint.session import Session
from smolint.source import Span

RULE = "seo/keyphrase-reused"
SETUP = Session(installed_host(), Config()).setup(".")


def evidence(path: str, line: int, phrase: str, rule: str = RULE, platform: str = "wordpress") -> Evidence:
    place = Finding(
        rule, Level.WARNING, "", path, line, 1, line, 2, Span(line, line + 1), draft=line, platform=platform
    )
    return Evidence((("en", (phrase,)), "", phrase), place)


def concluded(every: list[Evidence]):
    gathering = Gathering()
    gathering.add(SETUP, ((one.finding.rule, one) for one in every))
    return list(conclude(gathering))


def test_nothing_is_concluded_from_nothing():
    assert list(conclude(Gathering())) == []


def test_a_file_has_one_result_with_its_findings_by_place():
    every = [
        evidence("a.md", 1, "bread"),
        *(evidence("b.md", line, "bread") for line in (9, 4)),
        evidence("c.md", 1, "bread"),
    ]
    found = concluded(every)
    assert [(one.path, [finding.line for finding in one.findings]) for one in found] == [
        ("b.md", [4, 9]),
        ("c.md", [1]),
    ]
    assert all("bread" in finding.message for one in found for finding in one.findings)


@pytest.mark.parametrize(
    "many", [pytest.param(BATCH, id="a batch"), pytest.param(AT_ONCE + BATCH, id="more than stays in memory")]
)
def test_an_export_with_many_findings_has_several_results(many):
    found = concluded([evidence("a.xml", line, "bread") for line in range(1, many + 2)])
    lines = [finding.line for one in found for finding in one.findings]
    assert lines == list(range(2, many + 2))
    assert {one.path for one in found} == {"a.xml"}
    assert max(len(one.findings) for one in found) <= BATCH
    assert len(found) == -(-many // BATCH)


def test_what_is_said_twice_of_a_line_is_told_once_wherever_a_batch_ends():
    every = [
        evidence("a.xml", line, "bread", platform=platform)
        for line in range(1, 2 * BATCH + 2)
        for platform in ("wordpress", "blog")
    ]
    lines = Counter(finding.line for one in concluded(every) for finding in one.findings)
    assert len(lines) == 2 * BATCH
    assert set(lines.values()) == {1}
