"""The URLs that X makes clickable, with and without a scheme, as twitter-text v3 finds them."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from smolint.platform import Entity
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

LATIN = "À-ÖØ-öø-ɏɓɔɖɗəɛɣɨɯɲʉʋʻ\u0300-\u036fḀ-ỿ"
INVALID = "\ufffe\ufeff\uffff"
_DIRECTIONS = "\u202a-\u202e\u2061-\u2069\u200e\u200f"
_HOST = rf"[^\s!'#%&()*+,\\/:;<=>?@\[\]^`{{|}}~${INVALID}{_DIRECTIONS}]+"
_WITH_SCHEME = re.compile(rf"(?<![A-Za-z0-9@＠$#＃{INVALID}])https?://(?P<host>{_HOST})", re.IGNORECASE)
_BARE = re.compile(
    rf"(?<![A-Za-z0-9{LATIN}@＠$#＃{INVALID}_./-])(?P<host>(?:[A-Za-z0-9{LATIN}][A-Za-z0-9{LATIN}-]*\.)+)(?=\w)"
)

_GENERAL = rf"A-Za-zЀ-ӿ0-9!*';:=+,.$/%#\[\]\-–_~@|&{LATIN}"
_BALANCED = rf"\((?:[{_GENERAL}]|\([{_GENERAL}]+\))+\)"
_QUERY = r"(?:\?[a-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[a-z0-9\-_&=#/])"
_AFTER_HOST = re.compile(
    rf"(?::[0-9]+)?(?:/(?:(?:[{_GENERAL}]|{_BALANCED})*(?<=[A-Za-zЀ-ӿ0-9=_#/+\-{LATIN})]))?)?{_QUERY}?", re.IGNORECASE
)
_SHORT = re.compile(rf"https?://t\.co/(?P<slug>[a-z0-9]+){_QUERY}?", re.IGNORECASE)
_TLD_RUN = re.compile(r"[0-9A-Za-z@+-]*")
_PUNYCODE = re.compile(r"xn--[0-9a-z-]+", re.IGNORECASE)
_MAX_SLUG = 40
_MAX_LABEL = 63


def find_urls(text: str) -> list[Entity]:
    """The URLs that X turns into links, in order: with a scheme, or bare with a known top-level domain."""
    if "." not in text:
        return []
    found = list(_urls_with_scheme(text))
    taken = [entity.span for entity in found]
    found += (entity for entity in _bare_urls(text) if not overlaps(entity.span, taken))
    return sorted(found, key=lambda entity: entity.span)


def overlaps(span: Span, others: list[Span]) -> bool:
    """Whether a span shares a character with one of the others."""
    return any(span.start < other.end and other.start < span.end for other in others)


def _urls_with_scheme(text: str) -> Iterator[Entity]:
    done = 0
    for match in _WITH_SCHEME.finditer(text):
        end = _domain_end(text, match.start("host"), match.end("host"))
        if match.start() < done or not end:
            continue
        short = _SHORT.match(text, match.start())
        if short and len(short["slug"]) > _MAX_SLUG:
            continue
        done = short.end() if short else _after_host(text, end)
        yield Entity(text[match.start() : done], Span(match.start(), done))


def _bare_urls(text: str) -> Iterator[Entity]:
    for match in _BARE.finditer(text):
        if end := _domain_end(text, match.start("host"), match.end("host")):
            end = _after_host(text, end)
            yield Entity(text[match.start() : end], Span(match.start(), end))


def _after_host(text: str, end: int) -> int:
    match = _AFTER_HOST.match(text, end)
    return match.end() if match else end


def _domain_end(text: str, start: int, end: int) -> int:
    """Where the domain ends that begins at `start` and whose dots stand before `end`; 0 where there is none."""
    dot = text.rfind(".", start, end)
    while dot > start:
        length = _tld_length(text, dot + 1)
        if length and _are_labels(text[start:dot]):
            return dot + 1 + length
        dot = text.rfind(".", start, dot)
    return 0


def _tld_length(text: str, start: int) -> int:
    """How many characters from `start` on are a top-level domain that nothing continues; 0 for none."""
    if punycode := _PUNYCODE.match(text, start):
        return len(punycode.group())
    run = _TLD_RUN.match(text, start)
    length = len(run.group()) if run else 0
    if length:
        return length if text[start : start + length].lower() in _top_level_domains() else 0
    return next((size for size in range(24, 0, -1) if _is_unicode_tld(text, start, size)), 0)


def _is_unicode_tld(text: str, start: int, size: int) -> bool:
    following = _TLD_RUN.match(text, start + size)
    return text[start : start + size] in _top_level_domains() and not (following and following.group())


def _are_labels(domain: str) -> bool:
    """Whether these are a domain's labels: no hyphen or underscore at an edge, no underscore in the last one."""
    labels = domain.split(".")
    return "_" not in labels[-1] and all(map(_is_label, labels))


def _is_label(label: str) -> bool:
    if not label or label[0] in "-_" or label[-1] in "-_":
        return False
    if label.isascii():
        return len(label) <= _MAX_LABEL
    # RFC 3490: a name that is not ASCII travels as `xn--` and its Punycode, which must fit in one label.
    return not label.lower().startswith("xn--") and len(label.encode("punycode")) + len("xn--") <= _MAX_LABEL


@lru_cache(maxsize=1)
def _top_level_domains() -> frozenset[str]:
    lines = Path(__file__).with_name("tlds.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if not line.startswith("#"))
