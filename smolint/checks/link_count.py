"""Whether a long post leads on: to other pages of its site, to its sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.depth import is_post, post_words
from smolint.checks.genre import is_bulletin
from smolint.checks.opening import opening
from smolint.checks.outbound import first_person_share, leads_out, makes_links, own_site, targets
from smolint.checks.sources import unsourced_claim
from smolint.dataclass import dataclass
from smolint.link_kind import host_of, link_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.reading import Reading


@dataclass(frozen=True, slots=True)
class LongPost:
    """`min_words`: shorter posts are left alone."""

    min_words: int = 600


@dataclass(frozen=True, slots=True)
class NoOutbound:
    """`min_words`: shorter posts are left alone.

    `max_first_person`: from this share of “I”, “my”, « je », « mes » on (percent of the words), a post tells of its
    author's own life, which needs no source.
    """

    min_words: int = 600
    max_first_person: float = 2.0


def link_no_internal(reading: Reading, options: LongPost) -> Iterator[Mark]:
    """The opening of a long post that leads to no other page of its site.

    Silent where the site's address is known neither from the configuration nor from the post. Values: `words`.
    """
    site = reading.site or own_site(reading.draft)
    if site and not any(_stays(url, site) for url in targets(reading.draft)):
        yield from _long(reading, options.min_words)


def _stays(url: str, site: str) -> bool:
    """Whether a link stays on the site, a sub-domain of it or the domain above it (`blog.` and `www.` are one)."""
    if link_kind(url, site) == "internal":
        return True
    host, own = f".{host_of(url)}", f".{host_of(site)}"
    return host != "." and own.count(".") > 1 and (host.endswith(own) or (own.endswith(host) and host.count(".") > 1))


def link_no_outbound(reading: Reading, options: NoOutbound) -> Iterator[Mark]:
    """The opening of a long post that leads to no other site, so names no source. Values: `words`.

    A film, a quoted post or a frame from elsewhere is a source too, and so is a footnote. A post with a claim that
    calls for a source is left to `no-sources`.
    """
    if leads_out(reading):
        return
    for mark in _long(reading, options.min_words):
        # Where a claim calls for a source, that is said at the claim.
        if first_person_share(reading.draft) < options.max_first_person and unsourced_claim(reading) is None:
            yield mark


def _long(reading: Reading, min_words: int) -> Iterator[Mark]:
    draft = reading.draft
    # What templates make may hold links, and nobody can tell.
    if draft.page or not is_post(reading) or is_bulletin(draft) or makes_links(draft):
        return
    words = post_words(reading)
    place = opening(reading) if words >= min_words else None
    if place:
        yield Mark(place, {"words": words})


CHECKS: tuple[Check, ...] = (
    Check("link-no-internal", link_no_internal, LongPost),
    Check("link-no-outbound", link_no_outbound, NoOutbound),
)
