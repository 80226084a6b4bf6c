"""Regular expressions that are compiled when they are first used, and by the command once for many runs.

Most runs need few of those that their modules have. Compiling one takes 0.1 to 8 ms, and a short post needs 200 of
them; made of what an earlier run kept in the user's own cache, one takes 0.01 ms.
"""

from __future__ import annotations

import marshal
import re
import sys

from smolint import __version__, copies, own_files
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any, AnyStr

    from smolint.own_files import Parts

_METHODS = ("match", "fullmatch", "search", "finditer", "findall", "sub", "subn", "split")
_Made = tuple[int, list[int], int, dict[str, int]]
"""What `re` makes of a pattern before it makes an object of it: its flags, code, groups, and their numbers by name."""
_MOST_KEPT = 3000
"""Patterns that are kept; with more, those of an edited pack perhaps, only what the run itself needed."""


def late_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives for a pattern that is right, in all but the time and the type."""
    late: re.Pattern[str] = _LatePattern(pattern, flags)  # type: ignore[assignment]  # but for its methods, it is none
    return late


class _LatePattern:
    def __init__(self, pattern: str, flags: int) -> None:
        self._given = pattern, flags

    def __getattr__(self, name: str) -> Any:
        """Only asked for what is not there yet: from the first use on, the methods are those of the real pattern."""
        if name.startswith("__"):
            raise AttributeError(name)
        real = compiled(*self._given)
        self.__dict__.update((method, getattr(real, method)) for method in _METHODS)
        return getattr(real, name)


class _Kept:
    """What `re` made of patterns, by pattern and flags: in earlier runs, and in this one."""

    old: Parts | None = None
    """None but between `recall` and `keep`."""
    new: dict[tuple[str | bytes, int], _Made]


def compiled(pattern: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, for a pattern of smolint or of a pack; one made of a draft's words is not to be kept.

    Each call makes an object anew, so it is one to hold. Raises re.error.
    """
    if _Kept.old is None:
        return re.compile(pattern, flags)
    key = pattern, int(flags)
    try:
        kept = _Kept.old.read(key)
        made = marshal.loads(kept) if kept else _Kept.new.get(key)
        if made is None:
            made = _Kept.new[key] = _make(*key)
        return _pattern(pattern, *made)
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
        # A Python whose `re` works in another way: none of this is in its documentation.
        return re.compile(pattern, flags)


def _make(pattern: str | bytes, flags: int) -> _Made:
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(pattern, flags)
    code = [int(one) for one in _compiler._code(parsed, flags)]
    return flags | int(parsed.state.flags), code, parsed.state.groups - 1, dict(parsed.state.groupdict)


def _pattern(pattern: AnyStr, flags: int, code: list[int], groups: int, names: dict[str, int]) -> re.Pattern[AnyStr]:
    import _sre  # type: ignore[import-not-found]

    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    found: re.Pattern[AnyStr] = _sre.compile(pattern, flags, code, groups, names, tuple(by_number))
    return found


def recall() -> None:
    """Take up what earlier runs of the same version kept, for all patterns compiled from here on."""
    _Kept.old, _Kept.new = own_files.read_parts(_place()), {}


def keep() -> None:
    """Keep what was compiled since `recall`, for later runs; from here on, patterns are compiled as ever."""
    old, _Kept.old = _Kept.old, None
    if old is None:
        return
    old.close()
    if _Kept.new:
        # Workers may have kept more than the process that they work for.
        kept = own_files.read_parts(_place())
        new = {key: (None, marshal.dumps(made)) for key, made in _Kept.new.items()}
        known = dict(kept.items()) | new
        kept.close()
        copies.keep_parts(_place(), known if len(known) <= _MOST_KEPT else new)


def _place() -> str:
    return copies.place("patterns by parts", __version__, sys.version)
