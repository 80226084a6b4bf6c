"""How many links a draft holds, and whether a long post leads on: to other pages of its site, to its sources."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.addresses import addresses
from smolint.checks.depth import is_post, post_words
from smolint.checks.genre import is_bulletin
from smolint.checks.opening import opening
from smolint.finding import Level
from smolint.link_kind import host_of, link_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Draft
    from smolint.reading import Reading

_OWN_ADDRESS = ("canonical_url", "canonical", "canonicalUrl", "permalink", "link", "url")
"""The fields in which a post says where it is or will be published."""

_FIRST_PERSON = frozenset(
    ["I", "my", "My", "me", "myself", "je", "Je", "j", "J", "mon", "Mon", "ma", "Ma", "mes", "Mes", "moi", "Moi"]
)
_WORD = re.compile(r"\w+")
_TEMPLATE = ("{{", "{%", "<%", "${")


@dataclass(frozen=True, slots=True)
class TooMany:
    """`fact`: the platform's fact that holds the most links allowed; `limit`, if not 0, goes before it."""

    fact: str = "links_max"
    limit: int = 0


def link_too_many(reading: Reading, options: TooMany) -> Iterator[Mark]:
    """The first address over the limit; the same address twice counts once.

    Values: `count`, `limit`, `surplus`, `platform`.
    """
    fact = reading.platform.facts.get(options.fact)
    limit = options.limit or (fact.value if fact else 0) or 0
    if not limit:
        return
    unique = {address.url.rstrip("/"): address for address in reversed(list(addresses(reading)))}
    found = sorted(unique.values(), key=lambda address: address.span)
    if len(found) <= limit:
        return
    uncertain = not options.limit and fact is not None and fact.confidence == "low"
    yield Mark(
        found[limit].span,
        {"count": len(found), "limit": limit, "surplus": len(found) - limit, "platform": reading.platform.label},
        at_most=Level.WARNING if uncertain else None,
    )


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
    site = reading.site or _own_site(reading.draft)
    if site and not any(_stays(url, site) for url in _targets(reading.draft)):
        yield from _long(reading, options.min_words)


def _stays(url: str, site: str) -> bool:
    """Whether a link stays on the site, a sub-domain of it or the domain above it (`blog.` and `www.` are one)."""
    if link_kind(url, site) == "internal":
        return True
    host, own = f".{host_of(url)}", f".{host_of(site)}"
    return host != "." and own.count(".") > 1 and (host.endswith(own) or (own.endswith(host) and host.count(".") > 1))


def link_no_outbound(reading: Reading, options: NoOutbound) -> Iterator[Mark]:
    """The opening of a long post that leads to no other site, so names no source. Values: `words`.

    A film, a quoted post or a frame from elsewhere is a source too, and so is a footnote.
    """
    draft = reading.draft
    site = reading.site or _own_site(draft)
    if any(link_kind(url, site) == "outbound" for url in _targets(draft)):
        return
    if any(embed.url for embed in draft.content.embeds) or any("footnote" in block.within for block in draft.blocks):
        return
    for mark in _long(reading, options.min_words):
        if _first_person_share(draft) < options.max_first_person:
            yield mark


def _first_person_share(draft: Draft) -> float:
    """How many words in a hundred are the first person singular."""
    words = [word for block in draft.prose for word in _WORD.findall(block.text)]
    return 100 * sum(word in _FIRST_PERSON for word in words) / max(1, len(words))


def _long(reading: Reading, min_words: int) -> Iterator[Mark]:
    draft = reading.draft
    # What templates make may hold links, and nobody can tell.
    if draft.page or not is_post(reading) or is_bulletin(draft) or _makes_links(draft):
        return
    words = post_words(reading)
    place = opening(reading) if words >= min_words else None
    if place:
        yield Mark(place, {"words": words})


def _targets(draft: Draft) -> Iterator[str]:
    return (link.url for link in draft.content.links if link.kind != "field")


def _makes_links(draft: Draft) -> bool:
    return any(sign in draft.source[link.url_span] for link in draft.content.links for sign in _TEMPLATE)


def _own_site(draft: Draft) -> str:
    fields = dict(draft.fields)
    values = (fields[name].value for name in _OWN_ADDRESS if name in fields)
    return next((value for value in values if isinstance(value, str) and host_of(value)), "")


CHECKS: tuple[Check, ...] = (
    Check("link-too-many", link_too_many, TooMany),
    Check("link-no-internal", link_no_internal, LongPost),
    Check("link-no-outbound", link_no_outbound, NoOutbound),
)
