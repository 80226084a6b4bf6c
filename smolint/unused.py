"""Suppressions that silence nothing, as problems for the rule `suppression/unused`."""

from __future__ import annotations

import re

from smolint.draft import Problem
from smolint.finding import group_of
from smolint.options import nearest
from smolint.suppression import VERBS
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from smolint.rules import Rule
    from smolint.suppression import Silence

RULE = "suppression/unused"


def unused_problems(unused: Iterable[Silence], ran: Iterable[str], rules: Mapping[str, Rule]) -> list[Problem]:
    """A problem for each suppression that silenced nothing, for each that names no rule, for comments that are none.

    A suppression of a rule that did not run this time (another platform's, or not selected) may be right
    another time: nothing is said of it.
    """
    ran_ids = set(ran)
    known = {"all", *rules, *(rule.group for rule in rules.values())}
    ran_names = {"all", *ran_ids, *(group_of(rule_id) for rule_id in ran_ids)}
    problems = []
    for silence in unused:
        if silence.mistaken:
            problems.append(_misunderstood(silence, known))
        elif silence.selector not in known:
            guess = nearest(silence.selector, known)
            variant = "unknown-rule" if guess else "unknown-rule-no-nearest"
            values = {"rules": silence.selector, "nearest": guess, "variant": variant}
            problems.append(Problem(RULE, silence.span, values))
        elif silence.selector in ran_names and silence.selector != RULE:
            problems.append(Problem(RULE, silence.span, {"rules": silence.selector}))
    return problems


def _misunderstood(silence: Silence, known: set[str]) -> Problem:
    """The problem of a comment whose words are no directive, with the nearest that is one."""
    found = re.match(r"([\w-]*)[\s=:]*(.*)", silence.mistaken, re.DOTALL)
    verb, names = found.groups() if found else ("", "")
    guess = nearest(verb, VERBS)
    rules = [nearest(name, known) or name for name in re.findall(r"[^\s,]+", names)]
    meant = f"{guess}={','.join(rules)}" if guess and rules else guess
    variant = "unknown-directive" if guess else "unknown-directive-no-nearest"
    return Problem(RULE, silence.span, {"rules": silence.mistaken, "nearest": meant, "variant": variant})
