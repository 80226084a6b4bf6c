"""The web addresses of a draft with their places: what all checks on where links lead walk through."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.reading import Reading
    from smolint.source import Span


class Address(NamedTuple):
    """An http or https address, scheme included, and where it is written; `kind` is that of its `Link`."""

    url: str
    span: Span
    kind: str


def addresses(reading: Reading) -> Iterator[Address]:
    """Each web address that the draft's links lead to, once for each place where it is written.

    On platforms that make links of running text, those that the platform recognises (`example.com`) are among them.
    Addresses that a template has yet to complete are left out.
    """
    taken: set[int] = set()
    for link in reading.draft.content.links:
        url = link.url.strip()
        if "://" not in url and link.kind == "bare":
            url = f"https://{url}"
        if url[:4].lower() == "http" and "://" in url[:8] and "{" not in url and link.url_span.start not in taken:
            taken.add(link.url_span.start)
            yield Address(url, link.url_span, link.kind)
    if reading.platform.kind != "blog" and "." in reading.post.text:
        yield from _recognised(reading, taken)


def _recognised(reading: Reading, taken: set[int]) -> Iterator[Address]:
    for entity in reading.urls:
        place = reading.post.span(*entity.span)
        if place.start not in taken:
            taken.add(place.start)
            yield Address(entity.text if "://" in entity.text else f"https://{entity.text}", place, "bare")


def host_and_rest(url: str) -> tuple[str, str]:
    """The host of a web address in lower case, without `www.` and port, and what follows it (`/path?query`)."""
    rest = url.partition("://")[2]
    end = min((place for place in map(rest.find, "/?#") if place >= 0), default=len(rest))
    host = rest[:end].rpartition("@")[2].partition(":")[0].lower()
    return host.rstrip(".").removeprefix("www."), rest[end:]
