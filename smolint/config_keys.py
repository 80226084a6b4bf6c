"""The keys of the configuration, their types, and where they stand in a TOML file."""

from __future__ import annotations

from smolint.errors import ConfigError, Phrase, phrase
from smolint.late_pattern import late_pattern
from smolint.options import did_you_mean, nearest, wrong_type
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

KEYS: Mapping[str, str] = {
    "extend": "text",
    "language": "text or table",
    "ui-language": "text",
    "site": "text",
    "select": "list",
    "extend-select": "list",
    "ignore": "list",
    "fail-on": "text",
    "max-seconds": "number",
    "packs": "list",
    "vale": "text",
    "cornerstone": "list",
    "platforms": "table of names",
    "rules": "table of tables",
    "per-file-ignores": "table of names",
    "published": "list",
    "exclude": "list",
    "extend-exclude": "list",
    "force-exclude": "true or false",
    "links": "table of true or false",
    "spacy": "table of texts",
}
"""The keys at the top of a configuration and the type of each; any other table is a platform's own."""

LINKS: Mapping[str, str] = {"campaign": "link/untracked"}
"""The keys of the table `links`, each with the rule that it switches on."""

_WANTED: Mapping[str, Phrase] = {
    "text": phrase("a text"),
    "list": phrase("a list of texts"),
    "true or false": phrase("true or false"),
    "number": phrase("a number from 0 up to 100,000,000"),
    "text or table": phrase("a text or a table of texts"),
    "table of names": phrase("a table of names"),
    "table of texts": phrase("a table of texts"),
    "table of tables": phrase("a table of tables"),
    "table of true or false": phrase("a table of true or false"),
}

_MOST = 1e8
_CHOICES = {"fail-on": ("suggestion", "warning", "error", "never"), "ui-language": ("en", "fr")}


def _is_names(value: object) -> bool:
    return isinstance(value, str) or (isinstance(value, list) and all(isinstance(item, str) for item in value))


def _all_values(value: object, fits: Callable[[object], bool]) -> bool:
    return isinstance(value, dict) and all(fits(item) for item in value.values())


_FITS: Mapping[str, Callable[[object], bool]] = {
    "text": lambda value: isinstance(value, str),
    "list": lambda value: isinstance(value, list) and _is_names(value),
    "true or false": lambda value: isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= _MOST,
    "text or table": lambda value: isinstance(value, str) or _all_values(value, lambda item: isinstance(item, str)),
    "table of names": lambda value: _all_values(value, _is_names),
    "table of texts": lambda value: _all_values(value, lambda item: isinstance(item, str)),
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
            # A slip is a letter: `linkedin`, a platform's table, is no way to write `links`.
            if not isinstance(value, dict) or (guess and abs(len(guess) - len(key)) <= 1):
                hint = did_you_mean(guess, the_keys(KEYS))
                raise ConfigError(phrase("unknown key '{key}'", key=key), path=path, line=line, hint=hint)
        elif not _FITS[KEYS[key]](value):
            raise ConfigError(wrong_type(key, _WANTED[KEYS[key]], value), path=path, line=line)
        elif key in _CHOICES and value not in _CHOICES[key]:
            raise ConfigError(no_value(key, value), path=path, line=line, hint=choose(_CHOICES[key]))
    for key in table.get("links", {}):
        if key not in LINKS:
            message = phrase("unknown key '{key}' in [{table}]", key=key, table="links")
            raise ConfigError(message, path=path, line=line_of(text, *prefix, "links", key), hint=the_keys(LINKS))


def the_keys(keys: Iterable[str]) -> Phrase:
    """The hint that lists the keys."""
    return phrase("the keys are {names}", names=", ".join(keys))


def no_value(key: str, value: object) -> Phrase:
    """What is wrong with a value that is none of those that a key takes."""
    return phrase("'{value}' is no value of '{key}'", value=value, key=key)


def choose(choices: Iterable[str]) -> Phrase:
    """The hint that lists the values of a key."""
    return phrase("choose one of {names}", names=", ".join(choices))


_LONGEST_LINE = 1_000
"""Characters at the beginning of a line within which its key stands; a longer row of brackets takes long to match."""

_HEADER = late_pattern(r"^\s*\[+\s*(.+?)\s*\]+\s*(?:#.*)?$")
_PART = late_pattern(r"""\s*(?:"([^"]*)"|'([^']*)'|([\w-]+))\s*\.?""")
_KEY = late_pattern(r"""^\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")


def _parts(dotted: str) -> tuple[str, ...]:
    return tuple(next(part for part in match.groups() if part is not None) for match in _PART.finditer(dotted))


def line_of(text: str, *keys: str) -> int:
    """The line (from 1) of a key in a TOML text, given with the tables around it; 0 when it is not found.

    A key that stands deeper than the file spells out is found at the nearest table or key above it.
    """
    here: tuple[str, ...] = ()
    best, depth = 0, 0
    for number, line in enumerate(text.split("\n"), 1):
        line = line[:_LONGEST_LINE]
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
