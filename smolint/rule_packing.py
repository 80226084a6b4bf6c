"""Rules as plain values, in which compiled copies of packs keep them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smolint.finding import Level
from smolint.rules import Example, LateExamples, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

_LEVELS = {level.value: level for level in Level}


def packed(rule: Rule) -> dict[str, Any]:
    """The rule as plain values, but for its examples."""
    platforms = {name: level.value for name, level in rule.platforms.items()}
    own = {"level": rule.level.value, "platforms": platforms, "examples": len(rule.examples) > 0}
    return _plain(rule) | own


def unpacked(rule: dict[str, Any], examples: Callable[[], Mapping[str, list[dict[str, Any]]]]) -> Rule:
    """The rule of these values; `examples` gives those of all rules of its pack, by id, as plain values."""
    levels = {place: _LEVELS[level] for place, level in rule["platforms"].items()}
    name = rule["id"]
    late = LateExamples(lambda: tuple(Example(**one) for one in examples().get(name, ()))) if rule["examples"] else ()
    return Rule(**rule | {"level": _LEVELS[rule["level"]], "platforms": levels, "examples": late})


def packed_examples(rules: Iterable[Rule]) -> dict[str, list[dict[str, Any]]]:
    """The examples of rules as plain values, by the rules' ids."""
    return {rule.id: [_plain(one) for one in rule.examples] for rule in rules}


def _plain(one: Rule | Example) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__match_args__}
