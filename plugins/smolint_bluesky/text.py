"""How Bluesky reads a post: graphemes, and the links, mentions, hashtags and cashtags that its applications mark.

Written from what packages/api/src/rich-text of bluesky-social/atproto at d6296a1 does, and measured against its tests.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING

from smolint.language.domains import top_level_domains
from smolint.language.graphemes import count_graphemes
from smolint.late_pattern import compiled
from smolint.platform import Entity
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_MAX_TAG = 64
_MAX_HANDLE = 253

# JavaScript's white space, and the invisible characters that end a hashtag.
_SPACE = r"\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_INVISIBLE = r"\u00ad\u2060\u200b\u200c\u200d\u20e2"

_URL = compiled(
    rf"(?:^|(?<=[{_SPACE}(]))(?:https?://[^{_SPACE}]+|(?P<domain>[a-z][a-z0-9]*(?:\.[a-z0-9]+)+)[^{_SPACE}]*)",
    re.IGNORECASE | re.ASCII,
)
_MENTION = compiled(rf"(?:^|(?<=[{_SPACE}(]))@([a-zA-Z0-9.-]+)\b", re.ASCII)
_HASHTAG = compiled(rf"(?:^|(?<=[{_SPACE}]))[#＃](?!\ufe0f)([^{_SPACE}{_INVISIBLE}]+)")
_CASHTAG = compiled(
    rf"(?:^|(?<=[{_SPACE}(]))\$[A-Za-z][A-Za-z0-9]{{0,4}}(?=[{_SPACE}.,;:!?)\"'’]|\Z)",
)
_LABEL = r"[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
_HANDLE = compiled(rf"(?:{_LABEL}\.)+(?=[a-zA-Z]){_LABEL}")


def count_bytes(text: str) -> int:
    """The length of a text in UTF-8, in bytes."""
    return len(text.encode("utf-8", "surrogatepass"))


def is_handle(name: str) -> bool:
    """Whether a name, without `@`, has the syntax of an atproto handle: a domain name of at most 253 characters."""
    return len(name) <= _MAX_HANDLE and bool(_HANDLE.fullmatch(name))


def find_urls(text: str) -> list[Entity]:
    """The links of a post: with a scheme, or bare with a known top-level domain; a stop or bracket behind left out."""
    return list(_extract_urls(text)) if "." in text or "://" in text else []


def find_mentions(text: str) -> list[Entity]:
    """The mentions of a post: `@` and a handle under a known top-level domain, or under `.test`."""
    found = (match for match in _MENTION.finditer(text) if is_handle(match[1]) and _has_known_end(match[1], "test"))
    return _outside_urls(text, found)


def find_hashtags(text: str) -> list[Entity]:
    """The hashtags of a post, sign included, punctuation behind left out; 64 graphemes at most without the sign."""
    return list(_extract_hashtags(text))


def find_cashtags(text: str) -> list[Entity]:
    """The cashtags of a post (`$` and one to five letters or digits), sign included."""
    return _outside_urls(text, _CASHTAG.finditer(text))


def _extract_urls(text: str) -> Iterator[Entity]:
    for match in _URL.finditer(text):
        if match["domain"] and not _has_known_end(match["domain"]):
            continue
        url = match.group()
        if url[-1] in ".,;:!?":
            url = url[:-1]
        if url.endswith(")") and "(" not in url:
            url = url[:-1]
        yield Entity(url, Span(match.start(), match.start() + len(url)))


def _extract_hashtags(text: str) -> Iterator[Entity]:
    for match in _HASHTAG.finditer(text):
        name = match[1]
        if not any(_carries(character) for character in name):
            continue
        while unicodedata.category(name[-1]).startswith("P"):
            name = name[:-1]
        if count_graphemes(name) <= _MAX_TAG:
            yield Entity(match.group()[: 1 + len(name)], Span(match.start(), match.start(1) + len(name)))


def _carries(character: str) -> bool:
    """Whether a character makes a hashtag of what it stands in: neither a digit nor punctuation."""
    return character not in "0123456789" and not unicodedata.category(character).startswith("P")


def _has_known_end(domain: str, *more: str) -> bool:
    last = domain.rpartition(".")[2].lower()
    return last in top_level_domains() or last in more


def _outside_urls(text: str, matches: Iterable[re.Match[str]]) -> list[Entity]:
    urls = [url.span for url in find_urls(text)]
    return [Entity(match.group(), Span(*match.span())) for match in matches if not _is_within(match.start(), urls)]


def _is_within(offset: int, spans: list[Span]) -> bool:
    """Whether a character stands in one of the spans, which are in order and apart."""
    before = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return before >= 0 and offset < spans[before].end
