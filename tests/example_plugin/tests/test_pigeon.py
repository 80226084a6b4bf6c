import pytest

import smolint
from smolint.testing import assert_findings, example_problems, load_all_rules

RULES = [rule for rule_id, rule in load_all_rules().items() if rule_id.startswith("pigeon/")]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples_are_judged_as_the_rule_says(rule: smolint.Rule) -> None:
    assert example_problems(rule) == []


def test_a_pigeon_carries_one_slip_of_paper() -> None:
    assert smolint.platforms()["pigeon"].fact("max_text") == 120


def test_only_pigeons_mind_heavy_words() -> None:
    text = "Our misunderstanding is over."
    own = [one for one in smolint.lint_text(text, platform="pigeon") if one.rule.startswith("pigeon/")]
    assert_findings(own, [("pigeon/heavy-word", "misunderstanding")])
    elsewhere = smolint.lint_text(text, platform="facebook")
    assert not [one for one in elsewhere if one.rule.startswith("pigeon/")]
