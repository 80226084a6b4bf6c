"""Shortcodes: `[gallery ids="1,2"]`, `[caption …]…[/caption]`, told from words that merely stand in brackets.

A bracketed name is a shortcode when it is well known (WordPress's own, those of common plugins and of the
sharing modules; one that is also a plain word only alone on its line), carries attributes
(`[box color="red"]`), closes itself (`[line /]`), or has a closing tag (`[note]…[/note]`); anything alone in a
shortcode block is one too. `[sic]`, `[1]`, `[…]`, `[ad hoc]` and `[[escaped]]` are text.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from smolint.draft import Embed, Image
from smolint.late_pattern import compiled
from smolint.named_tuple import NamedTuple
from smolint.parsers.html_tokens import tokens
from smolint.source import Span
from smolint_wordpress.ranges import Ranges
from smolint_wordpress.sharing_table import sharing_table
from smolint_wordpress.shortcode_names import CAPTION, CODE, EMBEDDED, WELL_KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# Tags (NUL in the mask) may stand within quotes only: a bracket in one element and its like in another are text.
_TAG = compiled(
    r"""(?<!\[)\[(/?)([A-Za-z][\w-]*+)((?:[\s=/](?:[^\[\]\0"']++|"[^"\[\]]*+"|'[^'\[\]]*+'|["'])*+)?)\](?!\])"""
)
_CLOSES_ITSELF = compiled(r"(?:^|\s)/\s*\Z")
_ATTRIBUTE = compiled(
    r"""([A-Za-z][\w-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|[“”″«]\s*([^“”″»]*)[“”″»]|([^\s"'“”″]+))|(\S+)"""
)
_ASSIGNMENT = compiled(r"""(?:^|\s)[A-Za-z][\w-]*=["'“”″\w]""")
_VALUE = compiled(r"=|\s*(?:[\"'“”″«\d]|https?://)")
"""What an attribute without a name looks like: an address, a number, a quoted text; not the next word of a remark."""
_PLAIN_WORD = compiled(r"[a-z]+")
_NEVER_A_WORD = frozenset(("gallery", "playlist", "youtube", "addtoany", "shariff", "ssba"))
_URL = compiled(r"https?://[^\s<>\"'\[\]]+", re.I)
_NUMBER = compiled(r"\d+")
_IDS = compiled(r"\b(?:ids|include)\s*=\s*[\"'“”″]?([\d,\s]+)")
_CODE_ELEMENTS = frozenset(("pre", "code", "kbd", "samp", "tt", "svg"))
_URL_KEYS = ("url", "src", "href", "link", "mp4", "mp3", "webm", "m4v", "ogv", "ogg", "wav", "video", "id")


class Shortcode(NamedTuple):
    """A shortcode: `opening` and `closing` are its two tags (the latter empty where there is none)."""

    name: str
    attributes: tuple[tuple[str, str], ...]
    opening: Span
    closing: Span

    @property
    def span(self) -> Span:
        """The whole range, content and closing tag included."""
        return Span(self.opening.start, max(self.opening.end, self.closing.end))

    @property
    def encloses(self) -> bool:
        """Whether it has a closing tag, and so content."""
        return self.closing.end > self.closing.start


def visible_mask(text: str, start: int, end: int) -> str:
    """`text[:end]` with all that is no running text (tags, comments, scripts, code, what is before `start`) as NUL."""
    parts, code = ["\0" * start], 0
    for token in tokens(text, start, end):
        if token.kind == "start" and token.value in _CODE_ELEMENTS:
            code += 1
        elif token.kind == "end" and token.value in _CODE_ELEMENTS:
            code = max(0, code - 1)
        keep = not code and token.kind in ("text", "reference")
        parts.append(text[token.start : token.end] if keep else "\0" * (token.end - token.start))
    return "".join(parts)


def find_shortcodes(visible: str, alone: Iterable[Span] = ()) -> list[Shortcode]:
    """The shortcodes in a masked text, in order. Within the ranges `alone` (shortcode blocks) any name will do."""
    if "[" not in visible:
        return []
    known = WELL_KNOWN | CODE | EMBEDDED | CAPTION | sharing_table().shortcodes
    found = list(_TAG.finditer(visible))
    closings = _closings(found)
    anywhere = Ranges(alone)
    result: list[Shortcode] = []
    opaque = 0
    for match in found:
        if match[1] or match.start() < opaque:
            continue
        closing = closings.get(match.start())
        if closing or _is_shortcode(match, visible, known, anywhere):
            shortcode = _shortcode(match, closing)
            result.append(shortcode)
            if match[2] in CODE | EMBEDDED:
                opaque = shortcode.span.end
    return result


def _closings(found: list[re.Match[str]]) -> dict[int, re.Match[str]]:
    """The closing tag of each opening one, by the latter's place; it goes to the nearest opening before it."""
    openings: dict[str, list[int]] = {}
    pairs: dict[int, re.Match[str]] = {}
    for match in found:
        if not match[1]:
            openings.setdefault(match[2], []).append(match.start())
        elif openings.get(match[2]):
            pairs[openings[match[2]].pop()] = match
    return pairs


def _is_shortcode(match: re.Match[str], text: str, known: frozenset[str], anywhere: Ranges) -> bool:
    name, attributes = match[2], match[3]
    if _CLOSES_ITSELF.search(attributes) or (_ASSIGNMENT.search(attributes) and not attributes.startswith(("=", "/"))):
        return True
    if Span(*match.span()) in anywhere:
        return True
    if name not in known or attributes.startswith("/"):
        return False
    if attributes.strip():
        return bool(_VALUE.match(attributes))
    return not _PLAIN_WORD.fullmatch(name) or name in _NEVER_A_WORD or _on_own_line(match, text)


def _on_own_line(match: re.Match[str], text: str) -> bool:
    line_end = text.find("\n", match.end())
    before = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
    after = text[match.end() : line_end if line_end >= 0 else len(text)]
    return not (before + after).strip(" \t\r\0")


def _shortcode(match: re.Match[str], closing: re.Match[str] | None) -> Shortcode:
    end = Span(*closing.span()) if closing else Span(match.end(), match.end())
    return Shortcode(
        match[2], tuple(_pairs(_CLOSES_ITSELF.sub("", match[3]).lstrip("=").strip())), Span(*match.span()), end
    )


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Attributes by name; those without one are numbered, as WordPress numbers them."""
    position = 0
    for match in _ATTRIBUTE.finditer(text):
        if match[1] and not match.group().lower().startswith(("http://", "https://")):
            yield match[1].lower(), unescape(next((value for value in match.groups()[1:5] if value is not None), ""))
        else:
            yield str(position), unescape(match.group().strip("\"'“”″«»"))
            position += 1


def shortcode_embed(shortcode: Shortcode, text: str) -> Embed:
    """The embed that a shortcode is, with the address that it names or encloses."""
    values = dict(shortcode.attributes)
    inner = text[shortcode.opening.end : shortcode.closing.start] if shortcode.encloses else ""
    candidates = [values.get(key, "") for key in _URL_KEYS] + [
        value for key, value in shortcode.attributes if key.isdigit()
    ]
    url = next((value for value in candidates if _URL.match(value)), "")
    if not url and shortcode.name in EMBEDDED:
        found = _URL.search(inner)
        url = unescape(found.group()) if found else ""
    return Embed("shortcode", shortcode.name, shortcode.span, url, shortcode.attributes)


def gallery_images(shortcode: Shortcode, text: str) -> Iterator[Image]:
    """An image for each number of a gallery; their alternative texts live in the media library."""
    if shortcode.name != "gallery":
        return
    start = shortcode.opening.start
    found = _IDS.search(text, start, shortcode.opening.end)
    if found is None:
        yield Image("attachment:gallery", None, shortcode.span, shortcode.opening, kind="shortcode")
        return
    for number in _NUMBER.finditer(text, found.start(1), found.end(1)):
        place = Span(*number.span())
        yield Image(f"attachment:{number.group()}", None, place, place, kind="shortcode")
