"""HTML cut into tokens with exact offsets: one regular expression, no tree, linear on any input."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5
from typing import TYPE_CHECKING

from smolint.late_pattern import compiled
from smolint.named_tuple import NamedTuple
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_VOID = """
area base br col embed hr img input link meta param source track wbr keygen frame basefont
"""
VOID = frozenset(_VOID.split())
"""Elements that never have an end tag."""

RAW_TEXT = frozenset(["script", "style", "xmp", "iframe", "noembed", "noframes", "textarea", "title"])
"""Elements whose content is text up to their end tag, whatever it looks like."""

_COMMON = r"""
  ([^<&]++)                                                      # 1 text
  | <!--((?:-?>)|.*?(?:--!?>|\Z))                                # 2 comment
  | </([a-zA-Z][^\s/><]*+)[^<>]*+>                               # 3 end tag
  | <(?!/)([a-zA-Z][^\s/><]*+){area}>                            # 4 start tag
  | <!\[CDATA\[(.*?)(?:\]\]>|\Z)                                 # 5 CDATA
  | (<\?(?:php|=).*?(?:\?>|\Z)|<[!?][^<>]*+>|</>)                # 6 declaration, processing instruction
  | (&(?:\#[0-9]{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{0,31});?)  # 7 character reference
  | ([<&])                                                       # 8 a sign that begins nothing
"""
_AREA = r"""(?:[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+'|)|["'])*+"""
_TOKEN = compiled(_COMMON.replace("{area}", _AREA), re.S | re.X)
# Once a tag is never closed, quotes are no longer trusted: a tag then ends before the next sign.
_CAREFUL = compiled(_COMMON.replace("{area}", r"[^<>]*+"), re.S | re.X)
_KINDS = ("", "text", "comment", "end", "start", "cdata", "declaration", "reference", "text")
_ATTRIBUTE = compiled(
    r"""([^\s"'<>/=][^\s"'>/=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|["']?([^\s"'>][^\s>"']*+)))?""", re.S
)
_REFERENCE = compiled(
    r"&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{0,31}+(?:;|(?![=A-Za-z0-9])))", re.A
)
_TAG_NAME = compiled(r"<[^\s/><]*+")


class Token(NamedTuple):
    """One token: `value` is the tag's name (lower-case), or the text that it stands for.

    `kind` is `text`, `reference` (`&amp;`), `start`, `end`, `comment`, `declaration`, `cdata` or `raw` (what a
    script and the like hold). `start` and `end` are code points of the text that was cut.
    """

    kind: str
    value: str
    start: int
    end: int


class Attribute(NamedTuple):
    """An attribute of a start tag: its name in lower case and the place of its value without quotes, if it has one."""

    name: str
    span: Span | None


def tokens(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of `text[start:end]`, in order and without gaps; never raises, whatever the text."""
    stop = len(text) if end is None else end
    pattern = _TOKEN
    restart: int | None = start
    while restart is not None:
        position, restart = restart, None
        for match in pattern.finditer(text, position, stop):
            token, again = _token(match, text)
            if again and pattern is _TOKEN:
                pattern, restart = _CAREFUL, token.start
                break
            yield token
            if token.kind == "start" and token.value in RAW_TEXT and text[token.end - 2] != "/":
                restart = _raw_end(text, token, stop)
                if restart > token.end:
                    yield Token("raw", text[token.end : restart], token.end, restart)
                break


def _token(match: re.Match[str], text: str) -> tuple[Token, bool]:
    """The token of a match, and whether it is the sign of a tag that never ends."""
    index = match.lastindex or 0
    start, end = match.span()
    value = match.group(index)
    if index in (3, 4):
        value = value.lower()
    elif index == 2:
        value = text[start + 4 : end - _closing_length(value)]
    elif index == 7:
        value = unescape(value)
    return Token(_KINDS[index], value, start, end), index == 8 and text[start + 1 : start + 2].isalpha()


def _closing_length(comment: str) -> int:
    return next((len(sign) for sign in ("--!>", "-->", "->", ">") if comment.endswith(sign)), 0)


def _raw_end(text: str, token: Token, stop: int) -> int:
    found = re.compile(rf"</{re.escape(token.value)}(?=[\s/>])", re.I).search(text, token.end, stop)
    return found.start() if found else stop


def attributes(text: str, start: int, end: int) -> list[Attribute]:
    """The attributes of the start tag `text[start:end]`, in order, as written; only the first of a name counts."""
    name = _TAG_NAME.match(text, start, end)
    found: dict[str, Attribute] = {}
    for match in _ATTRIBUTE.finditer(text, name.end() if name else start, end):
        key = match.group(1).lower()
        group = match.lastindex or 1
        found.setdefault(key, Attribute(key, Span(*match.span(group)) if group > 1 else None))
    return list(found.values())


def attribute_value(text: str, span: Span | None) -> str:
    """The decoded value of an attribute; empty for one without a value.

    As in HTML, `&region=` in an address is no character reference: those without `;` need a sign after them.
    """
    value = text[span.start : span.end] if span else ""
    return _REFERENCE.sub(_decoded, value) if "&" in value else value


def _decoded(match: re.Match[str]) -> str:
    written = match.group()
    return unescape(written) if written[1] == "#" else html5.get(written[1:], written)
