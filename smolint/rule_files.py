"""Rule files: YAML, read as plain data with the lines of its keys."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar

from smolint.dataclass import dataclass
from smolint.errors import ConfigError, phrase, reason_of
from smolint.late_pattern import compiled
from smolint.parser_reasons import parser_reason
from smolint.plain_file import read_plain_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_DOUBLE_QUOTED = compiled(r'"(?:[^"\\\n]|\\.)*"')
_ESCAPE = compiled(r"\\.")


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A rule file as YAML gives it: its path, its rule's id, its keys with their values and lines."""

    path: str
    id: str
    keys: Mapping[str, Any]
    lines: Mapping[str, int]


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
        Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", compiled(rf"(?:{pattern})\Z"), first)
    return Loader


def read_rule_file(path: Path, rule_id: str) -> RuleFile:
    """One rule file as plain data (dates as text). Raises ConfigError where it is no YAML map."""
    import yaml

    try:
        text = read_plain_text(path)
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
