"""The helpers for plugin authors tell what is wrong, and only that."""

from dataclasses import replace

import pytest

import smolint
from smolint.finding import Level
from smolint.host import installed_host
from smolint.rules import Example, Rule
from smolint.testing import assert_findings, example_problems, fixtures_folder, load_all_rules, run_example

RULE = replace(load_all_rules()["sentence/too-long"], examples=())
FRENCH = {"language": "fr"}
LONG = " ".join(["mot"] * 40) + "."


@pytest.mark.parametrize(
    ("example", "problem"),
    [
        pytest.param(Example("facebook", "Court.", valid=True, **FRENCH), "", id="rightly silent"),
        pytest.param(Example("facebook", LONG, valid=False, **FRENCH), "", id="rightly reported"),
        pytest.param(Example("facebook", LONG, valid=False, marks=(LONG,), **FRENCH), "", id="marked exactly"),
        pytest.param(Example("facebook", LONG, valid=True, **FRENCH), "should be silent but marks", id="not silent"),
        pytest.param(
            Example("facebook", "Court.", valid=False, **FRENCH),
            "should be reported but is not",
            id="not reported",
        ),
        pytest.param(
            Example("facebook", LONG, valid=False, marks=("mot",), **FRENCH),
            "should mark ['mot'] but marks",
            id="marked otherwise",
        ),
        pytest.param(Example("linkedin", LONG, valid=False, path="a/b/post.md", **FRENCH), "", id="in a folder"),
    ],
)
def test_example_problems(example, problem):
    found = example_problems(replace(RULE, examples=(example,)))
    assert len(found) == bool(problem)
    assert all(problem in line and line.startswith("sentence/too-long, example 1 (") for line in found)


def test_marks_are_compared_as_far_as_findings_show_them():
    """A finding shows the first 200 characters of what it marks."""
    text = " ".join(["motlong"] * 60) + "."
    example = Example("facebook", text, valid=False, marks=(text,), language="fr")
    assert example_problems(replace(RULE, examples=(example,))) == []


def test_only_the_rule_itself_runs():
    example = Example("twitter", f"{LONG} {LONG} {LONG}", valid=False, language="fr")
    assert {finding.rule for finding in run_example(RULE, example)} == {"sentence/too-long"}


def test_house_rules_can_be_tried(project):
    project("house/brand/short.yml", "extends: sentence-too-long\nmessage: x\nmax-words: 2\n")
    rule = load_all_rules([project.root / "house"])["brand/short"]
    example = Example("facebook", "Un deux trois.", valid=False, marks=("Un deux trois.",), language="fr")
    assert example_problems(replace(rule, examples=(example,)), [project.root / "house"]) == []


def test_a_check_that_fails_is_no_silence():
    def crash(reading, options):
        raise ZeroDivisionError

    host = installed_host()
    broken = replace(host, checks={**host.checks, RULE.extends: replace(host.checks[RULE.extends], run=crash)})
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        run_example(RULE, Example("facebook", "Court.", valid=True, **FRENCH), host=broken)


def test_assert_findings():
    found = smolint.lint_text(LONG, platform="facebook", language="fr")
    marked = [(one.rule, one.text) for one in found]
    assert_findings(found, marked)
    with pytest.raises(AssertionError):
        assert_findings(found, [*marked, ("sentence/too-long", "x")])


def test_sample_images_ship():
    assert list((fixtures_folder() / "images").iterdir())


def test_rules_without_examples_have_no_problems():
    assert example_problems(Rule("a/b", "x", Level.ERROR, {"en": "x"})) == []
