"""Styles: folders of Vale's rule files, read into smolint's rules as they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from smolint.dataclass import dataclass, replace
from smolint.errors import ConfigError, phrase
from smolint.late_pattern import compiled
from smolint.options import did_you_mean, nearest, option_types
from smolint.packs import compiled_files
from smolint.plain_file import read_plain_text
from smolint.rule_building import build_rule
from smolint.rule_files import RuleFile
from smolint.scopes import VALE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from smolint.check import Check
    from smolint.rules import Rule

POINTS = (
    "capitalization", "conditional", "consistency", "existence", "metric", "occurrence", "readability", "repetition",
    "script", "sequence", "spelling", "substitution",
)  # fmt: skip
"""What a rule of Vale may extend."""

_LEFT = frozenset({"description", "name", "tests", "pos", "code", "path"})
"""Keys of Vale's that change no finding."""
_EXTENDS = compiled(r"^[\"']?extends[\"']?\s*:\s*[\"']?([\w.-]+)", re.MULTILINE | re.IGNORECASE)
_PLACEHOLDER = compiled(r"%(?:\[(\d+)\])?[sdv]|%%")


@dataclass(frozen=True, slots=True)
class Style:
    """A style: its rules, and those of its files that smolint does not follow, each with the reason."""

    name: str
    rules: Mapping[str, Rule]
    refused: tuple[tuple[str, Any], ...] = ()


def is_style(folder: Path) -> bool:
    """Whether a folder is a style of Vale's: files that stand in it directly extend what Vale's rules can extend."""
    return folder.is_dir() and any(map(_extends_point, sorted(folder.glob("*.yml"))))


def _extends_point(path: Path) -> bool:
    try:
        found = _EXTENDS.search(read_plain_text(path, errors="replace"))
    except OSError:
        return False
    return found is not None and (found[1] in POINTS or "." in found[1])


def load_styles(folders: Iterable[Path], checks: Mapping[str, Check], extra: Mapping[str, Any]) -> list[Style]:
    """The styles in some folders. `extra` are options for every check that has them (a vocabulary's words).

    Raises ConfigError, with file, line and the nearest right name, for what is no rule of Vale's.
    """
    files = {folder: [_lowered(entry, folder) for entry in compiled_files(folder)] for folder in folders}
    known = {entry.id: entry for entries in files.values() for entry in entries}
    return [_style(folder, entries, known, checks, extra) for folder, entries in files.items()]


def _style(
    folder: Path,
    entries: list[RuleFile],
    known: Mapping[str, RuleFile],
    checks: Mapping[str, Check],
    extra: Mapping[str, Any],
) -> Style:
    rules, refused = {}, []
    for entry in (_extended(entry, known, ()) for entry in entries):
        if "extends" not in entry.keys and "message" not in entry.keys:
            continue
        point = str(entry.keys.get("extends", ""))
        if point == "script":
            reason = phrase("it is a script in Tengo, which smolint does not run")
            refused.append((entry.id, reason))
            continue
        rules[entry.id] = style_rule(entry, checks, extra)
    return Style(folder.name, rules, tuple(refused))


def style_rule(entry: RuleFile, checks: Mapping[str, Check], extra: Mapping[str, Any]) -> Rule:
    """The rule that a file of a style describes. Raises ConfigError."""
    point = str(entry.keys.get("extends", ""))
    check = checks.get(point)
    if check is None or point not in POINTS:
        message = phrase("'{name}' is nothing that a rule of Vale can extend", name=point)
        hint = did_you_mean(nearest(point, POINTS), phrase("it extends one of {names}", names=", ".join(POINTS)))
        raise ConfigError(message, path=entry.path, line=entry.lines.get("extends", 1), hint=hint)
    types = option_types(check.options)
    keys = {name: _fitting(value, types.get(name)) for name, value in entry.keys.items() if name not in _LEFT}
    keys |= {name: value for name, value in extra.items() if name in types and name not in keys}
    if "scope" in types:
        keys["scope"] = [f"{VALE}{scope}" for scope in keys.get("scope") or _scope_of(point)]
    if point == "conditional":
        # Vale's check of that name heeds no such key, which some packs have: every short word would be an acronym.
        keys.pop("ignorecase", None)
    message = keys.get("message", "")
    if isinstance(message, str):
        keys["message"] = _message(_quoted_once(message) if _replaces(keys) else message)
    return build_rule(replace(entry, keys=keys), checks)


def _scope_of(point: str) -> tuple[str, ...]:
    """The scope of a rule that names none: what measures a text measures all of it."""
    return ("summary",) if point in ("metric", "readability") else ("text",)


def _replaces(keys: Mapping[str, Any]) -> bool:
    """Whether a rule says by what a match is to be replaced: Vale then quotes each of the ways itself."""
    action = keys.get("action")
    return keys.get("extends") == "substitution" and isinstance(action, Mapping) and action.get("name") == "replace"


def _quoted_once(message: str) -> str:
    for quoted in ("'%s'", '"%s"'):
        if message.count(quoted) == 2:
            message = message.replace(quoted, "%s", 1)
    return message


def _message(text: str) -> str:
    """Vale's message as smolint's: `%s` becomes `{0}`, `{1}` and so on, braces stay braces."""
    count = iter(range(len(text)))

    def field(match: re.Match[str]) -> str:
        if match.group() == "%%":
            return "%"
        return "{" + str(int(match[1]) - 1 if match[1] else next(count)) + "}"

    return _PLACEHOLDER.sub(field, text.replace("{", "{{").replace("}", "}}"))


def _fitting(value: Any, wanted: Any) -> Any:
    """A value in the type that the option has: Vale takes a word for a list of one, a number for a text."""
    if wanted is None:
        return value
    text = str(wanted)
    if text.startswith("tuple[str"):
        items = value if isinstance(value, list) else [] if value is None else [value]
        return [_plain(item) for item in items]
    if "Mapping[str, str]" in text and isinstance(value, Mapping):
        return {str(name): _plain(item) for name, item in value.items()}
    if wanted is str and isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value


def _plain(value: Any) -> Any:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, dict | list) else str(value)


def _lowered(entry: RuleFile, folder: Path) -> RuleFile:
    """A rule file of a style: `Style.Rule` is its id, its keys are read in any case."""
    keys = {name.lower(): value for name, value in entry.keys.items()}
    lines = {name.lower(): line for name, line in entry.lines.items()}
    return replace(entry, id=f"{folder.name}.{entry.id.replace('/', '.')}", keys=keys, lines=lines)


def _extended(entry: RuleFile, known: Mapping[str, RuleFile], chain: tuple[str, ...]) -> RuleFile:
    """A rule with what it takes over from the rule that it extends by name (Vale 3.20)."""
    name = str(entry.keys.get("extends", ""))
    if "." not in name:
        return entry
    parent = known.get(name)
    if parent is None or name in (*chain, entry.id):
        message = phrase("no rule is named '{name}'", name=name)
        hint = did_you_mean(nearest(name, known))
        raise ConfigError(message, path=entry.path, line=entry.lines.get("extends", 1), hint=hint)
    above = _extended(parent, known, (*chain, entry.id))
    return replace(entry, keys={**above.keys, **entry.keys, "extends": above.keys.get("extends", "")})


def rule_names(styles: Iterable[Style]) -> Iterator[str]:
    """The ids of all rules of some styles, those that are refused too."""
    for style in styles:
        yield from style.rules
        yield from (name for name, _ in style.refused)
