"""The URLs that X makes clickable, with and without a scheme, as twitter-text v3 finds them."""

from __future__ import annotations

import re
from bisect import bisect_left

from smolint.language.domains import domain_end
from smolint.late_pattern import late_pattern
from smolint.platform import Entity
from smolint.source import Span
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LATIN = "À-ÖØ-öø-ɏɓɔɖɗəɛɣɨɯɲʉʋʻ\u0300-\u036fḀ-ỿ"
INVALID = "\ufffe\ufeff\uffff"
_DIRECTIONS = "\u202a-\u202e\u2061-\u2069\u200e\u200f"
_HOST = rf"[^\s!'#%&()*+,\\/:;<=>?@\[\]^`{{|}}~${INVALID}{_DIRECTIONS}]+"
_WITH_SCHEME = late_pattern(rf"(?<![A-Za-z0-9@＠$#＃{INVALID}])https?://(?P<host>{_HOST})", re.IGNORECASE)
_BARE = late_pattern(
    rf"(?<![A-Za-z0-9{LATIN}@＠$#＃{INVALID}_./-])(?P<host>(?:[A-Za-z0-9{LATIN}][A-Za-z0-9{LATIN}-]*\.)+)(?=\w)"
)

_GENERAL = rf"A-Za-zЀ-ӿ0-9!*';:=+,.$/%#\[\]\-–_~@|&{LATIN}"
_BALANCED = rf"\((?:[{_GENERAL}]|\([{_GENERAL}]+\))+\)"
_QUERY = r"(?:\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/])"
_AFTER_HOST = late_pattern(
    rf"(?::[0-9]+)?(?:/(?:(?:[{_GENERAL}]|{_BALANCED})*(?<=[A-Za-zЀ-ӿ0-9=_#/+\-{LATIN})]))?)?{_QUERY}?", re.IGNORECASE
)
_SHORT = late_pattern(rf"https?://t\.co/(?P<slug>[a-z0-9]+){_QUERY}?", re.IGNORECASE)
_MAX_SLUG = 40


def find_urls(text: str) -> list[Entity]:
    """The URLs that X turns into links, in order: with a scheme, or bare with a known top-level domain."""
    if "." not in text:
        return []
    found = list(_urls_with_scheme(text))
    taken = [entity.span for entity in found]
    if _has_inner_dot(text, taken):
        found += (entity for entity in _bare_urls(text) if not overlaps(entity.span, taken))
    return sorted(found, key=lambda entity: entity.span)


def _has_inner_dot(text: str, taken: list[Span]) -> bool:
    """Whether a full stop outside some ranges is followed at once by something else, as in a domain's name."""
    dot = text.find(".")
    while 0 <= dot < len(text) - 1:
        if not text[dot + 1].isspace() and not overlaps(Span(dot, dot + 1), taken):
            return True
        dot = text.find(".", dot + 1)
    return False


def overlaps(span: Span, others: list[Span]) -> bool:
    """Whether a span shares a character with one of the others, which are in order and do not overlap."""
    before = bisect_left(others, (span.end,)) - 1
    return before >= 0 and others[before].end > span.start


def _urls_with_scheme(text: str) -> Iterator[Entity]:
    done = 0
    for match in _WITH_SCHEME.finditer(text):
        end = domain_end(text, match.start("host"), match.end("host"))
        if match.start() < done or not end:
            continue
        is_short = match["host"].lower().startswith("t.co")
        short = _SHORT.match(text, match.start()) if is_short else None
        if short and len(short["slug"]) > _MAX_SLUG:
            continue
        done = short.end() if short else _after_host(text, end)
        yield Entity(text[match.start() : done], Span(match.start(), done))


def _bare_urls(text: str) -> Iterator[Entity]:
    for match in _BARE.finditer(text):
        if end := domain_end(text, match.start("host"), match.end("host")):
            end = _after_host(text, end)
            yield Entity(text[match.start() : end], Span(match.start(), end))


def _after_host(text: str, end: int) -> int:
    match = _AFTER_HOST.match(text, end)
    return match.end() if match else end
