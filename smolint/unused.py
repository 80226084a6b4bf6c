"""Suppressions that silence nothing, as problems for the rule `suppression/unused`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.draft import Problem
from smolint.options import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from smolint.rules import Rule
    from smolint.suppression import Silence

RULE = "suppression/unused"


def unused_problems(unused: Iterable[Silence], ran: Iterable[str], rules: Mapping[str, Rule]) -> list[Problem]:
    """A problem for each suppression that silenced nothing, and for each that names no rule.

    A suppression of a rule that did not run this time (another platform's, or not selected) may be right
    another time: nothing is said of it.
    """
    ran_ids = set(ran)
    known = {"all", *rules, *(rule.group for rule in rules.values())}
    ran_names = {"all", *ran_ids, *(rule_id.partition("/")[0] for rule_id in ran_ids)}
    problems = []
    for silence in unused:
        if silence.selector not in known:
            guess = nearest(silence.selector, known)
            variant = "unknown-rule" if guess else "unknown-rule-no-nearest"
            values = {"rules": silence.selector, "nearest": guess, "variant": variant}
            problems.append(Problem(RULE, silence.span, values))
        elif silence.selector in ran_names and silence.selector != RULE:
            problems.append(Problem(RULE, silence.span, {"rules": silence.selector}))
    return problems
