"""Rule packs: folders of YAML files, read into rules, checked, and kept compiled between runs."""

from __future__ import annotations

import json
import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from smolint import __version__, fast
from smolint.dataclass import dataclass
from smolint.errors import ConfigError, Phrase, phrase, reason_of
from smolint.finding import Level
from smolint.options import OptionError, build_options, did_you_mean, nearest, option_types
from smolint.parser_reasons import parser_reason
from smolint.rules import Example, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from smolint.check import Check

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
MOST_COPIES = 40
"""Compiled copies that are kept, the newest: one for each state of each pack."""

_EXAMPLE_KEYS = ("platform", "language", "path", "valid", "invalid", "marks", "settings", "files", "beside")

_DOUBLE_QUOTED = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_ESCAPE = re.compile(r"\\.")


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A rule file as YAML gives it: its path, its rule's id, its keys with their values and lines."""

    path: str
    id: str
    keys: Mapping[str, Any]
    lines: Mapping[str, int]


def builtin_pack() -> Path:
    """The folder of the rules that ship with smolint: `smolint/rules` in a wheel, `rules/` in a checkout."""
    here = Path(__file__).parent
    return here / "rules" if (here / "rules").is_dir() else here.parent / "rules"


def load_rules(packs: Iterable[Path], checks: Mapping[str, Check]) -> dict[str, Rule]:
    """All rules of the packs by id; a later pack's rule replaces an earlier one of the same id.

    Raises ConfigError, with file and line, for anything that is not a rule.
    """
    rules = {}
    for pack in packs:
        for entry in compiled_files(pack):
            rules[entry.id] = build_rule(entry, checks)
    return rules


def build_rule(entry: RuleFile, checks: Mapping[str, Check]) -> Rule:
    """The rule that a rule file describes. Raises ConfigError with file, line and the nearest right name."""
    keys = entry.keys
    for required in ("extends", "message"):
        if required not in keys:
            raise ConfigError(phrase("the rule has no '{key}'", key=required), path=entry.path, line=1)
    check = checks.get(str(keys["extends"]))
    if check is None:
        name = str(keys["extends"])
        raise _error(
            entry, "extends", phrase("no check is named '{name}'", name=name), did_you_mean(nearest(name, checks))
        )
    options = {key: value for key, value in keys.items() if key not in _KEYS}
    _check_options(entry, check, options)
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


def _check_options(entry: RuleFile, check: Check, options: Mapping[str, Any]) -> None:
    try:
        build_options(check.options, options)
    except OptionError as error:
        guess = nearest(error.key, [*_KEYS, *option_types(check.options)])
        hint = error.advice or did_you_mean(guess if guess != error.key else "")
        raise _error(entry, error.key, error.words, hint) from error


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


_MOST_NODES = 1_000_000
"""The values of a rule file: a few aliases of aliases make billions of a few lines."""


@cache
def _loader() -> Any:
    """PyYAML's safe loader with the plain values of YAML 1.2: `no`, `off` and `12:30` in a list of words are words."""
    import yaml

    class Loader(yaml.CSafeLoader):
        yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}  # type: ignore[misc]  # it belongs to the class

    for tag, pattern, first in (
        ("bool", r"true|True|TRUE|false|False|FALSE", [*"tTfF"]),
        ("null", r"~|null|Null|NULL|", [*"~nN", ""]),
        ("int", r"[-+]?(?:0|[1-9][0-9]*)", [*"-+0123456789"]),
        ("float", r"[-+]?(?:0|[1-9][0-9]*)?\.[0-9]+", [*"-+0123456789."]),
    ):
        Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"(?:{pattern})\Z"), first)
    return Loader


def read_rule_file(path: Path, rule_id: str) -> RuleFile:
    """One rule file as plain data (dates as text). Raises ConfigError where it is no YAML map."""
    import yaml

    try:
        text = path.read_text(encoding="utf-8")
        loader = _loader()(_with_plain_quotes(text) if "\\'" in text else text)
        node = loader.get_single_node()
        if _size(node, {}) > _MOST_NODES:
            problem = phrase("a rule file must not repeat its parts without end")
            raise ConfigError(problem, path=str(path), line=1)
        keys = json.loads(json.dumps(loader.construct_document(node) if node else {}, default=str))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        problem = phrase("not valid YAML: {reason}", reason=parser_reason(str(error.problem)))
        raise ConfigError(problem, path=str(path), line=line) from error
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(phrase("cannot be read: {reason}", reason=reason_of(error)), path=str(path)) from error
    # Control characters, impossible days, lists that hold themselves, keys that are no text.
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        problem = phrase("not valid YAML: {reason}", reason=parser_reason(str(error).partition("\n")[0]))
        raise ConfigError(problem, path=str(path)) from error
    if not isinstance(keys, dict):
        raise ConfigError(phrase("a rule file must be a map of keys"), path=str(path), line=1)
    lines = {str(key.value): key.start_mark.line + 1 for key, _ in node.value} if node else {}
    return RuleFile(str(path), rule_id, keys, lines)


def _size(node: Any, known: dict[int, int]) -> int:
    """How many values a YAML node has with those of its aliases, each as often as it stands there.

    What a node holds of itself counts for nothing: it is refused later on.
    """
    if id(node) not in known:
        known[id(node)] = 0
        inside = getattr(node, "value", None)
        parts = (
            [part for one in inside for part in (one if isinstance(one, tuple) else (one,))]
            if isinstance(inside, list)
            else []
        )
        known[id(node)] = 1 + sum(_size(part, known) for part in parts)
    return known[id(node)]


def _with_plain_quotes(text: str) -> str:
    """The text with `\\'` in double quotes as `'`: YAML forbids it, Go reads it, and styles have it."""
    return _DOUBLE_QUOTED.sub(lambda quoted: _ESCAPE.sub(lambda one: one[0].replace("\\'", "'"), quoted[0]), text)


def compiled_files(pack: Path) -> list[RuleFile]:
    """The pack's rule files, from the compiled copy when nothing has changed since it was written."""
    if not pack.is_dir():
        hint = phrase("'packs' names folders of rule files")
        raise ConfigError(phrase("no such folder of rules"), path=str(pack), hint=hint)
    files = sorted(path for path in pack.rglob("*.yml") if not path.name.startswith(".") and path.is_file())
    stats = [path.stat() for path in files]
    stamp = repr([(str(path), stat.st_mtime_ns, stat.st_size) for path, stat in zip(files, stats, strict=True)])
    key = fast.digest(f"{__version__}\n{stamp}".encode()).hex()
    copy = _cache_folder() / f"rules-{key}.json"
    try:
        return [RuleFile(*fields) for fields in json.loads(copy.read_text(encoding="utf-8"))]
    except (OSError, ValueError, TypeError):
        entries = [read_rule_file(path, path.relative_to(pack).with_suffix("").as_posix()) for path in files]
        _keep(copy, json.dumps([(entry.path, entry.id, entry.keys, entry.lines) for entry in entries]))
        return entries


def _cache_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "smolint"


def _keep(copy: Path, text: str) -> None:
    """Write the compiled copy atomically; a folder that cannot be written only costs time."""
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        draft = copy.with_suffix(f".{os.getpid()}")
        draft.write_text(text, encoding="utf-8")
        draft.replace(copy)
        copies = sorted(copy.parent.glob("rules-*.json"), key=lambda path: path.stat().st_mtime_ns)
        for old in copies[:-MOST_COPIES]:
            old.unlink(missing_ok=True)
    except OSError:
        return
