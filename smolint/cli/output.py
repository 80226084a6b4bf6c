"""Streams, colour and width: what the terminal can show."""

from __future__ import annotations

import io
import os
import sys

from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TextIO

MOST_COLUMNS = 100
"""Lines longer than this are hard to read, however wide the terminal."""


def open_streams() -> None:
    """Make standard output and error write UTF-8 whatever the locale; what it cannot hold is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def shows_colour(choice: str, stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to write colours: `always` and `never` decide; `auto` asks NO_COLOR, FORCE_COLOR and the terminal."""
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def columns() -> int:
    """The columns to write for: the terminal's, 80 where there is none, at most `MOST_COLUMNS`."""
    # As `shutil.get_terminal_size` does, without the archivers that it imports.
    given = os.environ.get("COLUMNS", "")[:9]
    if given.isdecimal() and int(given):
        return min(int(given), MOST_COLUMNS)
    try:
        found = os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else 1).columns
    except (ValueError, OSError):
        found = 0
    return min(found or 80, MOST_COLUMNS)


def write(text: str) -> None:
    """Write a text and a line end to standard output."""
    sys.stdout.write(text + "\n")


def warn(text: str) -> None:
    """Write a text and a line end to standard error; what it quotes of a draft or a path cannot act on a terminal."""
    from smolint.reporters.escaping import no_commands, visible_lines

    sys.stderr.write(no_commands(visible_lines(text)) + "\n")


def locale_environment() -> Mapping[str, str]:
    """The environment in which locale and colour variables are looked up."""
    return os.environ
