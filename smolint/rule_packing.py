"""Rules as plain values, in which compiled copies of packs keep them."""

from __future__ import annotations

import marshal
from dataclasses import fields
from functools import cache
from typing import Any

from smolint.finding import Level
from smolint.rules import Example, LateExamples, Rule

_LEVELS = {level.value: level for level in Level}


def packed(rule: Rule) -> dict[str, Any]:
    """The rule as plain values, but for its examples."""
    platforms = {name: level.value for name, level in rule.platforms.items()}
    own = {"level": rule.level.value, "platforms": platforms, "examples": len(rule.examples) > 0}
    return _plain(rule) | own


def unpacked(rule: dict[str, Any], examples: bytes) -> Rule:
    """The rule of these values; its examples are among those packed with it."""
    levels = {place: _LEVELS[level] for place, level in rule["platforms"].items()}
    name = rule["id"]
    late = LateExamples(lambda: _unpacked_examples(examples)[name]) if rule["examples"] else ()
    return Rule(**rule | {"level": _LEVELS[rule["level"]], "platforms": levels, "examples": late})


def packed_examples(rules: list[Rule]) -> bytes:
    """The examples of all these rules."""
    return marshal.dumps({rule.id: [_plain(one) for one in rule.examples] for rule in rules})


@cache
def _unpacked_examples(examples: bytes) -> dict[str, tuple[Example, ...]]:
    return {name: tuple(Example(**one) for one in those) for name, those in marshal.loads(examples).items()}


def _plain(one: Rule | Example) -> dict[str, Any]:
    return {field.name: getattr(one, field.name) for field in fields(one)}
