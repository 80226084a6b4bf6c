"""From the options that a rule or a configuration writes to the typed options of its check."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache
from itertools import chain
from types import MappingProxyType, UnionType

from smolint.dataclass import defaults
from smolint.errors import Phrase, phrase
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

_NOTHING = object()
CORNERSTONE = "cornerstone"
"""The key of the value that an option has on the pages that a site rests on, in a map by platform."""


class OptionError(ValueError):
    """An option is unknown or of the wrong type; `key` is the option, `words` and `advice` are for people."""

    def __init__(self, key: str, message: Phrase, hint: str | Phrase = "") -> None:
        super().__init__(message)
        self.key = key
        self.words = message
        self.advice = hint

    @property
    def hint(self) -> str:
        """The next step, in English."""
        return str(self.advice)


@cache
def option_types(options: type) -> Mapping[str, Any]:
    """The keys of an options dataclass in kebab-case, with their types."""
    hints: dict[str, Any] = {}
    for one in reversed(options.__mro__):
        hints |= {name: _hint(wanted, one) for name, wanted in getattr(one, "__annotations__", {}).items()}
    return {name.replace("_", "-"): hints[name] for name in defaults(options)}


_PLAIN = {"bool": bool, "float": float, "int": int, "str": str, "tuple[str, ...]": tuple[str, ...]}
"""What most annotations name."""


def _hint(wanted: Any, options: type) -> Any:
    """The type that an annotation names; `typing.get_type_hints` tells the same in thirty times the time."""
    if not isinstance(wanted, str):
        return wanted
    return _PLAIN[wanted] if wanted in _PLAIN else eval(wanted, vars(sys.modules[options.__module__]))


def option_defaults(options: type) -> dict[str, Any]:
    """The keys of an options dataclass in kebab-case, with their default values."""
    return {name.replace("_", "-"): value for name, value in defaults(options).items()}


def nearest(word: str, known: Mapping[str, Any] | list[str] | tuple[str, ...] | set[str]) -> str:
    """The known word most like this one, `""` when none comes near."""
    from difflib import get_close_matches

    found = get_close_matches(word, list(known), n=1, cutoff=0.6)
    return found[0] if found else ""


def did_you_mean(guess: str, otherwise: str | Phrase = "") -> str | Phrase:
    """The hint that names the nearest right word; where there is none, another hint."""
    return phrase("did you mean '{name}'?", name=guess) if guess else otherwise


def build_options(
    options: type,
    raw: Mapping[str, Any],
    platform: str = "",
    kind: str = "",
    own: Mapping[str, Any] = MappingProxyType({}),
    *,
    cornerstone: bool = False,
) -> Any:
    """An instance of `options` with the raw values, each checked against its type; what `own` says goes first.

    A value written as a map by platform name, kind or `default` is resolved for the given platform; its key
    `cornerstone` goes before all of them on one of the site's cornerstones. Raises OptionError for an unknown key or a
    value of the wrong type, be it meant for another platform.
    """
    if not raw and not own:
        return options()
    known = option_types(options)
    names = (*([CORNERSTONE] if cornerstone else []), platform, kind, "default")
    values = {}
    for key, value in chain(raw.items(), own.items()):
        if key not in known:
            raise OptionError(key, phrase("unknown key '{key}'", key=key), did_you_mean(nearest(key, known)))
        chosen = _for_draft(key, value, known[key], names)
        if chosen is not _NOTHING:
            values[key.replace("-", "_")] = chosen
    return options(**values)


def is_by_platform(value: Any, wanted: Any) -> bool:
    """Whether a value is a map by platform name, kind, `default` or `cornerstone` of values of the wanted type."""
    return isinstance(value, Mapping) and _origin(wanted) not in (dict, Mapping)


def _for_draft(key: str, value: Any, wanted: Any, names: tuple[str, ...]) -> Any:
    if not is_by_platform(value, wanted):
        return _convert(key, value, wanted)
    choices = {name: _convert(key, one, wanted) for name, one in value.items()}
    return next((choices[name] for name in names if name in choices), _NOTHING)


def _origin(wanted: Any) -> Any:
    """What a type with brackets is without them, None for one that has none."""
    origin = getattr(wanted, "__origin__", None)
    return UnionType if isinstance(wanted, UnionType) or _is_of_typing(origin, "Union") else origin


def _is_of_typing(wanted: Any, name: str) -> bool:
    """Whether a type is one of those of typing, which is imported where somebody names one of them."""
    typing = sys.modules.get("typing")
    return typing is not None and wanted is getattr(typing, name)


_NAMES = {
    int: phrase("a whole number"),
    float: phrase("a number"),
    str: phrase("a text"),
    bool: phrase("true or false"),
}


def _convert(key: str, value: Any, wanted: Any) -> Any:
    origin = _origin(wanted)
    if origin is UnionType:
        return _convert_union(key, value, wanted.__args__)
    if origin is tuple and isinstance(value, list | tuple):
        return tuple(_convert(key, item, wanted.__args__[0]) for item in value)
    if origin in (dict, Mapping) and isinstance(value, Mapping):
        return {str(name): _convert(key, item, wanted.__args__[1]) for name, item in value.items()}
    if _is_of_typing(wanted, "Any"):
        return value
    if wanted is float and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if origin is None and isinstance(value, wanted) and (wanted is bool or not isinstance(value, bool)):
        return value
    name = phrase("a list") if origin is tuple else _NAMES.get(wanted, phrase("a table"))
    raise OptionError(key, wrong_type(key, name, value))


def wrong_type(key: str, wanted: Phrase, value: object) -> Phrase:
    """What is wrong with a value of the wrong type."""
    return phrase("'{key}' must be {wanted}, not {value}", key=key, wanted=wanted, value=repr(value))


def _convert_union(key: str, value: Any, choices: tuple[Any, ...]) -> Any:
    if value is None and type(None) in choices:
        return None
    return _convert(key, value, next(choice for choice in choices if choice is not type(None)))
