"""Text of drafts made safe for a terminal, a build's log, XML and HTML."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from smolint.reporters.cells import visible

# GitHub's runner obeys `##[command]` anywhere in a line, and `::command::` where a line begins (actions/runner,
# ActionCommand.cs); a word joiner between the two characters cannot be seen.
_ANYWHERE = re.compile(r"##(?=\[)")
_AT_START = re.compile(r"^(\s*):(?=:)", re.MULTILINE)
_JOINER = "\u2060"
_NOT_IN_XML = re.compile("[\ufffe\uffff]")


def visible_lines(text: str) -> str:
    """The text with its lines, safe to print: control and invisible characters become visible ones."""
    return "\n".join(visible(line) for line in text.splitlines())


def no_commands(line: str) -> str:
    """The line without what a build service would obey as a command; readers see the same."""
    line = _ANYWHERE.sub(f"#{_JOINER}#", line) if "##[" in line else line
    return _AT_START.sub(rf"\1:{_JOINER}", line) if "::" in line else line


def markup(text: str) -> str:
    """The text as content of an XML or HTML element, its lines kept."""
    return _defused(escape(_allowed(visible_lines(text)), {'"': "&quot;", "'": "&#39;"}))


def attribute(text: str) -> str:
    """The text as the quoted value of an XML or HTML attribute, on one line."""
    return _defused(quoteattr(_allowed(visible(text))))


def _allowed(text: str) -> str:
    """The text with the two characters that XML 1.0 forbids, of those that can be seen, replaced by U+FFFD."""
    return _NOT_IN_XML.sub("\ufffd", text)


def _defused(markup: str) -> str:
    return _ANYWHERE.sub("#&#35;", markup)
