"""Text of drafts made safe for a terminal, a build's log, XML and HTML."""

from __future__ import annotations

import re

from smolint.late_pattern import late_pattern
from smolint.reporters.cells import visible

# GitHub's runner obeys `##[command]` anywhere in a line, and `::command::` where a line begins (actions/runner,
# ActionCommand.cs); a word joiner between the two characters cannot be seen.
_ANYWHERE = late_pattern(r"##(?=\[)")
_AT_START = late_pattern(r"^(\s*)::", re.MULTILINE)
_JOINER = "\u2060"
_IN_XML = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "\ufffe": "\ufffd", "\uffff": "\ufffd"}
)


def visible_lines(text: str) -> str:
    """The text with its lines, safe to print: control and invisible characters become visible ones."""
    return "\n".join(visible(line) for line in text.splitlines())


def no_commands(line: str) -> str:
    """The line without what a build service would obey as a command; readers see the same."""
    line = _ANYWHERE.sub(f"#{_JOINER}#", line) if "##[" in line else line
    return _AT_START.sub(rf"\1:{_JOINER}:", line) if "::" in line else line


def markup(text: str) -> str:
    """The text as content of an XML or HTML element, its lines kept."""
    return _escaped(visible_lines(text))


def attribute(text: str) -> str:
    """The text as the quoted value of an XML or HTML attribute, on one line."""
    return f'"{_escaped(visible(text))}"'


def _escaped(text: str) -> str:
    """The text with entities, also for what a build service would obey; U+FFFD for what XML 1.0 forbids."""
    return _AT_START.sub(r"\1:&#58;", _ANYWHERE.sub("#&#35;", text.translate(_IN_XML)))
