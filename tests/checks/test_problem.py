from __future__ import annotations

import pytest

from checks.made import made
from smolint.check import Mark
from smolint.checks.problem import Reported, reported_by_parser
from smolint.draft import Problem
from smolint.source import Span

SPAN = Span(0, 2)


def found(*problems):
    return list(reported_by_parser(made("We bake.", problems=problems), Reported("source/unreadable")))


@pytest.mark.parametrize(
    ("values", "variant"),
    [
        pytest.param({}, "", id="nothing more to say"),
        pytest.param({"code": "encoding"}, "encoding", id="by its code"),
        pytest.param({"code": "xml", "variant": "xml-entity"}, "xml-entity", id="by its variant"),
    ],
)
def test_reports_what_the_parser_found(values, variant):
    assert found(Problem("source/unreadable", SPAN, values)) == [Mark(SPAN, values, variant=variant)]


def test_leaves_other_problems_to_other_rules():
    assert found(Problem("front-matter/invalid", SPAN)) == []
    assert found() == []
