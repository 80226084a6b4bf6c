"""The web addresses of a draft with their places: what all checks on where links lead walk through."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.reading import Reading
    from smolint.source import Span

_EMBEDDED = re.compile(
    r"<blockquote\b[^<>]*\bclass=[\"'][\w\s-]*-(?:tweet|video|media|embed|post)\b[^<>]*>.*?</blockquote>", re.S | re.I
)
"""A post of a network as its own code embeds it: its author can change none of the addresses in it."""


class Address(NamedTuple):
    """An http or https address, scheme included, and where it is written; `kind` is that of its `Link`."""

    url: str
    span: Span
    kind: str


class _Taken:
    """The offsets at which an address has been seen, and ranges in which none counts."""

    def __init__(self, ranges: list[tuple[int, int]] | None = None) -> None:
        self._ranges = ranges or []
        self._seen: set[int] = set()

    def take(self, offset: int) -> bool:
        """Whether an address at that offset is new and counts."""
        if offset in self._seen:
            return False
        self._seen.add(offset)
        index = bisect_right(self._ranges, (offset, offset)) - 1
        return index < 0 or self._ranges[index][1] <= offset


def _embedded(text: str) -> _Taken:
    return _Taken([match.span() for match in _EMBEDDED.finditer(text)] if "<blockquote" in text else [])


def addresses(reading: Reading) -> Iterator[Address]:
    """Each web address that the draft's links lead to, once for each place where it is written.

    On platforms that make links of running text, those that the platform recognises (`example.com`) are among them.
    Addresses that a template has yet to complete are left out, and those inside of an embedded post.
    """
    taken = _embedded(reading.draft.source.text) if reading.platform.kind == "blog" else _Taken()
    for link in reading.draft.content.links:
        url = link.url.strip()
        if "://" not in url and link.kind == "bare":
            url = f"https://{url}"
        if url[:4].lower() == "http" and "://" in url[:8] and "{" not in url and taken.take(link.url_span.start):
            yield Address(url, link.url_span, link.kind)
    if reading.platform.kind != "blog" and "." in reading.post.text:
        yield from _recognised(reading, taken)


def _recognised(reading: Reading, taken: _Taken) -> Iterator[Address]:
    for entity in reading.urls:
        place = reading.post.span(*entity.span)
        if taken.take(place.start):
            yield Address(entity.text if "://" in entity.text else f"https://{entity.text}", place, "bare")


def host_and_rest(url: str) -> tuple[str, str]:
    """The host of a web address in lower case, without `www.` and port, and what follows it (`/path?query`)."""
    rest = url.partition("://")[2]
    end = min((place for place in map(rest.find, "/?#") if place >= 0), default=len(rest))
    host = rest[:end].rpartition("@")[2].partition(":")[0].lower()
    return host.rstrip(".").removeprefix("www."), rest[end:]
