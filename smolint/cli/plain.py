"""Arguments that say what most hooks and editors say: paths and the plain options of `smolint check`.

They are read without click, which takes longer to import than a tweet to lint. All others are click's, and so is what
is to be told of wrong ones.
"""

from __future__ import annotations

import os
from functools import partial

from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

COMMANDS = ("check", "baseline", "clean", "stats", "rule", "rules", "platforms", "plugins", "config", "init")

_SHORT = {"-q": "--quiet", "-v": "--verbose"}
_FLAGS = frozenset(
    (
        "--add-suppressions", "--diff", "--fix", "--force-exclude", "--isolated", "--no-baseline", "--no-cache",
        "--quiet", "--show-fixes", "--staged", "--statistics", "--strict-plugins", "--unsafe-fixes", "--verbose",
    )
)  # fmt: skip
_TEXTS = frozenset(
    ("--color", "--fail-on", "--language", "--output-format", "--platform", "--stdin-filename", "--ui-language")
)
_LISTS = frozenset(("--exclude", "--extend-exclude", "--extend-select", "--ignore", "--select"))
_FILES = frozenset(("--baseline", "--config"))
_FOLDERS = frozenset(("--cache-dir",))
_WITH_VALUE = _TEXTS | _LISTS | _FILES | _FOLDERS


def plain_run(arguments: Sequence[str]) -> Callable[[], int] | None:
    """What runs `smolint check` with these arguments; None where click has to read them."""
    given = _given(arguments)
    if given is None:
        return None
    from smolint.cli.adjusting import Adjustments
    from smolint.cli.checking import check
    from smolint.cli.options import COLORS, Shared
    from smolint.cli.wanted import FAIL_ON, Wanted
    from smolint.locale import LANGUAGES

    for name, choices in (("color", COLORS), ("fail_on", FAIL_ON), ("ui_language", LANGUAGES)):
        if given.get(name) not in (None, *choices):
            return None
    wanted, shared, adjustments = (
        {name: given[name] for name in kind.__slots__ if name in given} for kind in (Wanted, Shared, Adjustments)
    )
    return partial(check, Wanted(**wanted), Shared(**shared), Adjustments(**adjustments))


def _given(arguments: Sequence[str]) -> dict[str, Any] | None:
    """The paths and options by name; None where not all arguments are plain."""
    paths = []
    given: dict[str, Any] = {}
    rest = iter(arguments[1:] if arguments[:1] == ["check"] else arguments)
    for one in rest:
        name, equals, value = _SHORT.get(one, one).partition("=")
        if name in _FLAGS and not equals:
            read: Any = True
        elif name in _WITH_VALUE:
            read = _value(name, value if equals else next(rest, ""), given)
        elif one == "-" or (not one.startswith("-") and one not in COMMANDS and os.path.exists(one)):
            paths.append(one)
            continue
        else:
            return None
        if not read:
            return None
        given[_field(name)] = read
    return given | {"paths": tuple(paths)} if paths else None


def _field(option: str) -> str:
    return option[2:].replace("-", "_")


def _value(option: str, value: str, given: dict[str, Any]) -> Any:
    """What a value is to an option; nothing where click is to tell what is wrong with it."""
    if not value or value.startswith("-"):
        return None
    if option in _LISTS:
        from smolint.cli.adjusting import listed

        return (*given.get(_field(option), ()), *listed(value))
    if option not in _FILES | _FOLDERS:
        return value
    there = os.path.isfile(value) if option in _FILES else os.path.isdir(value) or not os.path.lexists(value)
    if not there or (os.path.exists(value) and not os.access(value, os.R_OK)):
        return None
    from pathlib import Path

    return Path(value)
