"""The steps of Vale's action `edit`: small changes to a matched text, one after the other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smolint.checks.letter_case import camel, pascal, plain, straight, typographic, words_of
from smolint.checks.match_case import capitalized
from smolint.checks.number_words import in_digits, in_words
from smolint.checks.reference import with_groups
from smolint.checks.title_case import sentence_case, title_case
from smolint.errors import Phrase, phrase
from smolint.options import did_you_mean, nearest
from smolint.pattern_tree import PatternError, needs
from smolint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


def _regex(text: str, expression: str, template: str) -> str:
    def filled(found: re.Match[str]) -> str:
        return with_groups(template, found.group(), [one or "" for one in found.groups()])

    return pattern(expression).sub(filled, text)


def _split(text: str, separator: str, number: str) -> str:
    parts = text.split(separator) if separator else list(text)
    return parts[int(number)] if int(number) < len(parts) else text


def _without(text: str, signs: str) -> str:
    return "".join(sign for sign in text if sign not in signs)


_STEPS: Mapping[str, tuple[int, Callable[..., str]]] = {
    "replace": (2, str.replace),
    "remove": (1, _without),
    "regex": (2, _regex),
    "trim_right": (1, str.rstrip),
    "trim_left": (1, str.lstrip),
    "trim": (1, str.strip),
    "truncate": (1, lambda text, separator: text.split(separator)[0] if separator else ""),
    "split": (2, _split),
    "wrap": (1, lambda text, sign: f"{sign}{text}{sign}"),
    "unwrap": (1, lambda text, sign: text.removeprefix(sign).removesuffix(sign)),
    "prefix": (1, lambda text, before: before + text),
    "suffix": (1, lambda text, after: text + after),
    "squeeze": (0, lambda text: re.sub(r"\s+", " ", text)),
    "capitalize": (0, capitalized),
    "uncapitalize": (0, lambda text: text[:1].lower() + text[1:]),
    "smart": (0, typographic),
    "dumb": (0, straight),
    "ascii": (0, plain),
    "words": (0, in_words),
    "digits": (0, in_digits),
    "lower": (0, str.lower),
    "upper": (0, str.upper),
    "title": (0, title_case),
    "sentence": (0, sentence_case),
    "simple": (0, lambda text: " ".join(words_of(text))),
    "kebab": (0, lambda text: "-".join(words_of(text))),
    "snake": (0, lambda text: "_".join(words_of(text))),
    "camel": (0, camel),
    "pascal": (0, pascal),
}
"""Each step with the number of its parameters."""


def simple(text: str) -> str:
    """A name in code as words in lower case: « getUserName » becomes « get user name »."""
    return " ".join(words_of(text))


def edited(text: str, params: Sequence[str], groups: Sequence[str] = ()) -> str:
    """A text after the steps that the parameters list, each followed by its own; white space around it is cut off."""
    at, matched = 0, text
    while at < len(params):
        name = params[at]
        count, step = _STEPS[name]
        own = params[at + 1 : at + 1 + count]
        text = step(text, *(own if name == "regex" else [with_groups(one, matched, groups) for one in own]))
        at += 1 + count
    return text.strip()


def step_problem(params: Sequence[str]) -> tuple[Phrase, str | Phrase] | None:
    """What is wrong with the parameters of an `edit`, and a hint; None when nothing is."""
    at = 0
    if not params:
        return phrase("the action 'edit' needs a step"), ""
    while at < len(params):
        name = params[at]
        if name not in _STEPS:
            return phrase("'{name}' is no step of the action 'edit'", name=name), did_you_mean(nearest(name, [*_STEPS]))
        count = _STEPS[name][0]
        own = params[at + 1 : at + 1 + count]
        if len(own) < count or (name == "split" and not own[1].isdecimal()):
            return phrase("the step '{name}' needs {count} parameters", name=name, count=count), ""
        if name == "regex" and (problem := _wrong(own[0])):
            return problem, ""
        at += 1 + count
    return None


def _wrong(expression: str) -> Phrase | None:
    try:
        needs(expression)
    except PatternError as error:
        return phrase("'{expression}' is no pattern: {problem}", expression=expression, problem=error.words)
    return None
