"""Where links lead: over a connection that anyone can read, or nowhere because nobody can click on them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smolint.check import Check, Mark, NoOptions
from smolint.checks.addresses import addresses, host_and_rest, inside
from smolint.checks.shorteners import shortener_of
from smolint.finding import Edit, Fix
from smolint.late_pattern import late_pattern
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.reading import Reading

_PRIVATE = late_pattern(
    r"(?:.*\.)?(?:localhost|local|localdomain|internal|intranet|lan|home|corp|test|invalid|example|onion)|"
    r"\[.*|\d+(?:\.\d+){3}|[^.]+"
)
"""Hosts that are not on the public web, or need no certificate there (RFC 2606, RFC 6761, RFC 7686)."""

_NAMESPACE = late_pattern(r"(?:w3\.org/(?:\d{4}/|XML/)|purl\.org/|schema\.org\b|ogp\.me/|xmlns\.com/|ns\.adobe\.com/)")
"""Addresses that are names of vocabularies, in which `http` is part of the name."""

_TYPED = late_pattern(
    r"(?<![\w@./:-])(?:[a-z0-9-]+\.)+(?:com|fr|org|net|eu|be|ch|ca|co|io|me|ee|ly|app|shop|info|bio|uk|de|es|it)/[^\s<>]*\w/?",
    re.IGNORECASE,
)
"""An address without a scheme, which people write for others to type; a bare domain may be no more than a name."""

_HTTP = "http://"


def link_insecure(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """Each http address of a public host, with an unsafe fix: only its owner knows whether https answers too.

    Values: `host`.
    """
    for address in addresses(reading):
        if address.url[: len(_HTTP)].lower() != _HTTP:
            continue
        host, rest = host_and_rest(address.url)
        written = reading.draft.source[address.span]
        if written[:5].lower() != "http:" or _PRIVATE.fullmatch(host) or _NAMESPACE.match(host + rest):
            continue
        if shortener_of(address.url):
            continue  # its address has to go in any case
        scheme = Span(address.span.start, address.span.start + 4)
        yield Mark(
            address.span, {"host": host}, Fix(f"{written} → https{written[4:]}", (Edit(scheme, "https"),), safe=False)
        )


def link_not_clickable(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """Each address in the text of a post whose platform makes no links of them. Values: `platform`, `url`."""
    places = [address.span for address in addresses(reading) if address.kind != "field"]
    taken, links = {place.start for place in places}, sorted(link.span for link in reading.draft.content.links)
    typed = (reading.post.span(*match.span()) for match in _TYPED.finditer(reading.post.text))
    places += [place for place in typed if place.start not in taken and not inside(links, place.start)]
    for place in sorted(places):
        yield Mark(place, {"platform": reading.platform.label, "url": reading.draft.source[place]})


CHECKS: tuple[Check, ...] = (
    Check("link-insecure", link_insecure),
    Check("link-not-clickable", link_not_clickable),
)
