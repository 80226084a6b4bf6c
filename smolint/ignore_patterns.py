"""Patterns of `.gitignore`, taken as git takes them: what is no pattern holds for no file."""

from __future__ import annotations

import re
from warnings import catch_warnings, simplefilter

from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from pathspec import GitIgnoreSpec


def ignore_spec(lines: Sequence[str]) -> GitIgnoreSpec:
    """What some patterns say of paths; those that are none (a lone `!`, a range `[z-a]`) say nothing."""
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec([pattern for line in lines for pattern in _pattern(line)])


def _pattern(line: str) -> Sequence[Any]:
    from pathspec import GitIgnoreSpec
    from pathspec.patterns.gitignore import GitIgnorePatternError

    with catch_warnings():
        # Of sets in sets (`[[:alpha:]]`), which may mean something else in a Python to come.
        simplefilter("ignore", FutureWarning)
        try:
            return GitIgnoreSpec.from_lines([line]).patterns
        except (GitIgnorePatternError, re.error):
            return ()
