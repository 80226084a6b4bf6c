"""From a rule file to a rule: everything that may be wrong with one is told here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smolint.errors import ConfigError, Phrase, phrase
from smolint.finding import Level
from smolint.options import OptionError, build_options, did_you_mean, is_by_platform, nearest, option_types
from smolint.rules import Example, Rule

if TYPE_CHECKING:
    from collections.abc import Mapping

    from smolint.check import Check
    from smolint.literals import ByWord
    from smolint.rule_files import RuleFile

_KEYS = (
    "extends",
    "level",
    "message",
    "messages",
    "help",
    "helps",
    "why",
    "source",
    "link",
    "platforms",
    "languages",
    "enabled",
    "examples",
)

_EXAMPLE_KEYS = ("platform", "language", "path", "valid", "invalid", "marks", "settings", "files", "beside")


def build_rule(entry: RuleFile, checks: Mapping[str, Check]) -> Rule:
    """The rule that a rule file describes. Raises ConfigError with file, line and the nearest right name."""
    keys = entry.keys
    for required in ("extends", "message"):
        if required not in keys:
            raise ConfigError(phrase("the rule has no '{key}'", key=required), path=entry.path, line=1)
    check = check_of(entry, checks)
    options = {key: value for key, value in keys.items() if key not in _KEYS}
    check_options(entry, check, options)
    return Rule(
        id=entry.id,
        extends=check.name,
        level=_level(entry, "level", keys.get("level", "warning")),
        message=_words(entry, "message", keys["message"]),
        path=entry.path,
        messages={name: _words(entry, "messages", words) for name, words in _mapping(entry, "messages").items()},
        help=_words(entry, "help", keys.get("help", {})),
        helps={name: _words(entry, "helps", words) for name, words in _mapping(entry, "helps").items()},
        why=_words(entry, "why", keys.get("why", {})),
        source=str(keys.get("source", "")),
        link=str(keys.get("link", "")),
        platforms={name: _level(entry, "platforms", level) for name, level in _mapping(entry, "platforms").items()},
        languages=tuple(str(language) for language in _list(entry, "languages")),
        options=options,
        examples=tuple(_example(entry, example) for example in _list(entry, "examples")),
        enabled=_truth(entry, "enabled", keys.get("enabled", True)),
        lines=entry.lines,
    )


def check_of(entry: RuleFile, checks: Mapping[str, Check]) -> Check:
    """The check that a rule file extends. Raises ConfigError, with the nearest right name, where there is none."""
    name = str(entry.keys["extends"])
    check = checks.get(name)
    if check is None:
        problem = phrase("no check is named '{name}'", name=name)
        raise _error(entry, "extends", problem, did_you_mean(nearest(name, checks)))
    return check


def check_options(entry: RuleFile, check: Check, options: Mapping[str, Any]) -> None:
    """Raise ConfigError for an option that the check does not have, or of the wrong type."""
    try:
        build_options(check.options, options)
    except OptionError as error:
        guess = nearest(error.key, [*_KEYS, *option_types(check.options)])
        hint = error.advice or did_you_mean(guess if guess != error.key else "")
        raise _error(entry, error.key, error.words, hint) from error


def needed_by(rule: Rule, check: Check) -> ByWord:
    """What a rule needs (see `Rule.needs`), as the options of its check tell it."""
    types = option_types(check.options)
    if any(is_by_platform(value, types[key]) for key, value in rule.options.items()):
        return {}
    found: ByWord = getattr(build_options(check.options, rule.options), "needed", {})
    return found


def _error(entry: RuleFile, key: str, message: Phrase, hint: str | Phrase = "") -> ConfigError:
    return ConfigError(message, path=entry.path, line=entry.lines.get(key, 1), hint=hint)


def _must_be(key: str, wanted: Phrase) -> Phrase:
    return phrase("'{key}' must be {wanted}", key=key, wanted=wanted)


def _mapping(entry: RuleFile, key: str) -> Mapping[str, Any]:
    value = entry.keys.get(key, {})
    if not isinstance(value, dict):
        raise _error(entry, key, _must_be(key, phrase("a map")))
    return value


def _list(entry: RuleFile, key: str) -> list[Any]:
    value = entry.keys.get(key, [])
    if not isinstance(value, list):
        raise _error(entry, key, _must_be(key, phrase("a list")))
    return value


def _level(entry: RuleFile, key: str, value: object) -> Level:
    try:
        return Level(str(value))
    except ValueError:
        hint = phrase("a level is suggestion, warning or error")
        raise _error(entry, key, phrase("'{value}' is no level", value=value), hint) from None


def _truth(entry: RuleFile, key: str, value: object) -> bool:
    if not isinstance(value, bool):
        raise _error(entry, key, _must_be(key, phrase("true or false")))
    return value


def _words(entry: RuleFile, key: str, value: object) -> dict[str, str]:
    if isinstance(value, str):
        return {"en": value}
    if isinstance(value, dict) and all(isinstance(text, str) for text in value.values()):
        return {str(language): text.strip() for language, text in value.items()}
    raise _error(entry, key, _must_be(key, phrase("a text, or a map from language to text")))


def _example(entry: RuleFile, raw: object) -> Example:
    if not isinstance(raw, dict) or ("valid" in raw) == ("invalid" in raw):
        raise _error(entry, "examples", phrase("an example needs a platform and either 'valid' or 'invalid'"))
    for key in raw:
        if key not in _EXAMPLE_KEYS:
            raise _error(entry, "examples", phrase("unknown key '{key}' in an example", key=key))
    marks, beside = raw.get("marks", []), raw.get("beside", {})
    if not isinstance(beside, dict):
        raise _error(entry, "examples", _must_be("beside", phrase("a map from file name to text")))
    return Example(
        platform=str(raw.get("platform", "")),
        text=str(raw.get("valid", raw.get("invalid"))),
        valid="valid" in raw,
        marks=tuple(str(mark) for mark in marks) if isinstance(marks, list) else (str(marks),),
        language=str(raw.get("language", "")),
        path=str(raw.get("path", "")),
        files=tuple(str(name) for name in raw.get("files", [])),
        settings=raw.get("settings", {}),
        beside={str(name): str(text) for name, text in beside.items()},
    )
