"""The keys of the configuration, their types, and where they stand in a TOML file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from smolint.errors import ConfigError
from smolint.options import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

KEYS: Mapping[str, str] = {
    "extend": "text",
    "language": "text or table",
    "ui-language": "text",
    "site": "text",
    "select": "list",
    "extend-select": "list",
    "ignore": "list",
    "fail-on": "text",
    "packs": "list",
    "cornerstone": "list",
    "platforms": "table of names",
    "rules": "table of tables",
    "per-file-ignores": "table of names",
    "published": "list",
    "exclude": "list",
    "extend-exclude": "list",
    "force-exclude": "true or false",
    "links": "table of true or false",
}
"""The keys at the top of a configuration and the type of each; any other table is a platform's own."""

LINKS: Mapping[str, str] = {"campaign": "link/untracked"}
"""The keys of the table `links`, each with the rule that it switches on."""

_CHOICES = {"fail-on": ("suggestion", "warning", "error", "never"), "ui-language": ("en", "fr")}


def _is_names(value: object) -> bool:
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(item, str) for item in value))


def _all_values(value: object, fits: Callable[[object], bool]) -> bool:
    return isinstance(value, dict) and all(fits(item) for item in value.values())


_FITS: Mapping[str, Callable[[object], bool]] = {
    "text": lambda value: isinstance(value, str),
    "list": lambda value: isinstance(value, list) and _is_names(value),
    "true or false": lambda value: isinstance(value, bool),
    "text or table": lambda value: isinstance(value, str) or _all_values(value, lambda item: isinstance(item, str)),
    "table of names": lambda value: _all_values(value, _is_names),
    "table of tables": lambda value: _all_values(value, lambda item: isinstance(item, dict)),
    "table of true or false": lambda value: _all_values(value, lambda item: isinstance(item, bool)),
}


def check_keys(table: Mapping[str, Any], text: str, path: str, prefix: tuple[str, ...] = ()) -> None:
    """Raise ConfigError, with the line and the nearest right name, for an unknown key or a wrong type.

    Tables of unknown name pass: they may be a platform's; who knows the platforms checks them.
    """
    for key, value in table.items():
        line = line_of(text, *prefix, key)
        if key not in KEYS:
            guess = nearest(key, KEYS)
            # A slip is a letter or two: `linkedin`, a platform's table, is no way to write `links`.
            if not isinstance(value, dict) or (guess and abs(len(guess) - len(key)) <= 2):
                hint = f"did you mean '{guess}'?" if guess else f"the keys are {', '.join(KEYS)}"
                raise ConfigError(f"unknown key '{key}'", path=path, line=line, hint=hint)
        elif not _FITS[KEYS[key]](value):
            wanted = KEYS[key] if KEYS[key] == "true or false" else f"a {KEYS[key]}"
            raise ConfigError(f"'{key}' must be {wanted}, not {value!r}", path=path, line=line)
        elif key in _CHOICES and value not in _CHOICES[key]:
            hint = f"choose one of {', '.join(_CHOICES[key])}"
            raise ConfigError(f"'{value}' is no value of '{key}'", path=path, line=line, hint=hint)
    for key in table.get("links", {}):
        if key not in LINKS:
            line, hint = line_of(text, *prefix, "links", key), f"the keys are {', '.join(LINKS)}"
            raise ConfigError(f"unknown key '{key}' in 'links'", path=path, line=line, hint=hint)


_HEADER = re.compile(r"^\s*\[+\s*(.+?)\s*\]+\s*(?:#.*)?$")
_PART = re.compile(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*\.?""")
_KEY = re.compile(r"""^\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(next(part for part in match.groups() if part is not None) for match in _PART.finditer(dotted))


def line_of(text: str, *keys: str) -> int:
    """The line (from 1) of a key in a TOML text, given with the tables around it; 0 when it is not found.

    A key that stands deeper than the file spells out is found at the nearest table or key above it.
    """
    here: tuple[str, ...] = ()
    best, depth = 0, 0
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            here = _parts(header.group(1))
            spelled = here
        elif key := _KEY.match(line):
            spelled = (*here, *_parts(key.group(1)))
        else:
            continue
        if spelled[: len(keys)] == keys and (not best or depth < len(keys)):
            return number
        if len(spelled) > depth and spelled == keys[: len(spelled)]:
            best, depth = number, len(spelled)
    return best
