"""TOML within bounds: Python's own reader keeps every part of a dotted key, and recurses into every bracket."""

from __future__ import annotations

from typing import Any

from smolint.late_pattern import compiled

_MOST_PARTS = 64
_DOTTED = compiled(rf"""(?:(?:[\w-]++|"[^"\r\n]*+"|'[^'\r\n]*+')[ \t]*+\.[ \t]*+){{{_MOST_PARTS}}}""")


def read_toml(text: str) -> dict[str, Any]:
    """What a TOML text holds. Raises `tomllib.TOMLDecodeError`, and RecursionError where it is nested too deeply.

    The memory for a dotted key grows with the square of its parts (`a.a.a` …): beyond 64 it is refused.
    """
    import tomllib

    if _DOTTED.search(text):
        raise RecursionError
    return tomllib.loads(text)
