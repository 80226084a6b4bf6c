"""The web addresses of a draft with their places: what all checks on where links lead walk through."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from operator import itemgetter

from smolint.late_pattern import late_pattern
from smolint.named_tuple import NamedTuple
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smolint.draft import Draft
    from smolint.reading import Reading
    from smolint.source import Span

_EMBEDDED = late_pattern(
    r"<blockquote\b[^<>]*\bclass=[\"'][\w\s-]*-(?:tweet|video|media|embed|post)\b[^<>]*>", re.IGNORECASE
)
"""A post of a network as its own code embeds it: its author can change none of the addresses in it."""


class Address(NamedTuple):
    """An http or https address, scheme included, and where it is written; `kind` is that of its `Link`."""

    url: str
    span: Span
    kind: str


@lru_cache(maxsize=1)
def addresses(reading: Reading) -> tuple[Address, ...]:
    """Each web address that the draft's links lead to, once for each place where it is written.

    On platforms that make links of running text, those that the platform recognises (`example.com`) are among them.
    Addresses that a template has yet to complete are left out, and those inside of an embedded post.
    """
    return tuple(_addresses(reading))


def _addresses(reading: Reading) -> Iterator[Address]:
    links = reading.draft.content.links
    embedded = _embedded_posts(reading.draft) if links else []
    seen: set[int] = set()
    for link in links:
        url, start = link.url.strip(), link.url_span.start
        if "://" not in url and link.kind == "bare":
            url = f"https://{url}"
        if url[:4].lower() == "http" and "://" in url[:8] and "{" not in url:
            if start not in seen and not inside(embedded, start):
                yield Address(url, link.url_span, link.kind)
            seen.add(start)
    if reading.platform.kind != "blog" and "." in reading.post.text:
        yield from _recognised(reading, seen, sorted(link.span for link in links))


def _embedded_posts(draft: Draft) -> list[tuple[int, int]]:
    """The ranges of embedded posts in the draft's own part of the source, in order."""
    text, (first, last) = draft.source.text, draft.body_span
    ranges: list[tuple[int, int]] = []
    if text.find("<blockquote", first, last) < 0:
        return ranges
    for match in _EMBEDDED.finditer(text, first, last):
        if ranges and match.start() < ranges[-1][1]:
            continue
        end = text.find("</blockquote>", match.end(), last)
        if end < 0:
            break
        ranges.append((match.start(), end))
    return ranges


def _recognised(reading: Reading, seen: set[int], links: Sequence[tuple[int, int]]) -> Iterator[Address]:
    """The addresses in running text that are no links yet."""
    for entity in reading.urls:
        place = reading.post.span(*entity.span)
        if place.start not in seen and not inside(links, place.start):
            yield Address(entity.text if "://" in entity.text else f"https://{entity.text}", place, "bare")


def inside(ranges: Sequence[tuple[int, int]], offset: int) -> bool:
    """Whether an offset lies in one of the ranges, which are in order and do not overlap."""
    index = bisect_right(ranges, offset, key=itemgetter(0)) - 1
    return index >= 0 and offset < ranges[index][1]


def host_and_rest(url: str) -> tuple[str, str]:
    """The host of a web address in lower case, without `www.` and port, and what follows it (`/path?query`)."""
    rest = url.partition("://")[2]
    end = min((place for place in map(rest.find, "/?#") if place >= 0), default=len(rest))
    host = rest[:end].rpartition("@")[2].partition(":")[0].lower()
    return host.rstrip(".").removeprefix("www."), rest[end:]
