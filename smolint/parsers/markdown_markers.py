"""Signs of Markdown dialects that are not text: `!!! note`, `:::`, `[[toc]]`, `{: .class}`; blotted out."""

from __future__ import annotations

import re

from smolint.late_pattern import compiled
from smolint.parsers.template_tags import MASK

_MARKER = compiled(
    r"""^[ \t>]*+(?:
        (:::+[^\n]*)                                             # a container of VuePress, Docusaurus, Pandoc
      | (\[\[_?toc_?\]\]|\[toc\]|\{\{\s*toc\s*\}\}|\$\{toc\})[ \t\r]*$ # a table of contents
      | ((?:!!!|\?\?\?\+?|===[!+]?)[ \t]+["\w][^\n]*)            # an admonition or tab of MkDocs
    )
    | (\{:{1,2}[^{}\n]{0,200}\})                                 # attributes of kramdown
    | (<[a-z][a-z0-9]*\s(?:[^<>]*\s)?markdown(?:=[^<>\s]*)?(?:\s[^<>]*)?>)  # an element whose content is Markdown
    """,
    re.M | re.X | re.I,
)
# What each of them holds, in lower case: most texts hold none, and are told so sooner.
_MARKED = compiled(r":::|\{:|!!![ \t]|\?\?\?\+?[ \t]|===[!+]?[ \t]|\[_?toc|\{\s*toc")
_MARKED_ELEMENT = compiled(r"<[a-z][^<>]*\smarkdown")


def may_have_markers(text: str) -> bool:
    """Whether such signs may stand in a text; False is certain, True is not."""
    lowered = text.lower()
    if any(found.group() == "{:" or _begins_line(lowered, found.start()) for found in _MARKED.finditer(lowered)):
        return True
    return "markdown" in lowered and _MARKED_ELEMENT.search(lowered) is not None


def _begins_line(text: str, place: int) -> bool:
    """Whether nothing stands before a place on its line but blanks, a quotation's sign and what opens a sign."""
    return not text[text.rfind("\n", 0, place) + 1 : place].strip(" \t>[{$")


def mask_markers(text: str, start: int = 0) -> str:
    """The text from which the signs are blotted out, of equal length.

    So are start tags with a `markdown` attribute, which the reader of the events opens all the same. The indented
    text of an admonition would be code in Markdown: its indentation becomes a quotation's sign, which that reader
    knows by the source not to be one.
    """
    parts, done = [text[:start]], start
    for match in _MARKER.finditer(text, start):
        index = match.lastindex or 0
        first = match.start(index)
        if first < done:
            continue
        written = match.group(index).rstrip("\r")
        parts += [text[done:first], MASK * len(written)]
        done = first + len(written)
        if index == 3:
            body, done = _admonition(text, done, first)
            parts.append(body)
    return "".join([*parts, text[done:]])


def _admonition(text: str, position: int, first: int) -> tuple[str, int]:
    """The indented lines after an admonition's sign, as quotation; and where they end."""
    indent = first - (text.rfind("\n", 0, first) + 1)
    prefix = text[first - indent : first] + "    "
    parts = []
    while position < len(text):
        line_end = text.find("\n", position)
        stop = len(text) if line_end < 0 else line_end + 1
        line = text[position:stop]
        if line.startswith(prefix):
            parts.append(line[:indent] + ">   " + line[indent + 4 :])
        elif not line.strip():
            parts.append(line)
        else:
            break
        position = stop
    return "".join(parts), position
