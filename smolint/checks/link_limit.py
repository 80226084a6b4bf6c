"""How many links a draft holds."""

from __future__ import annotations

from smolint.check import Check, Mark
from smolint.checks.addresses import addresses
from smolint.dataclass import dataclass
from smolint.finding import Level
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.reading import Reading


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
    unique = {address.url.rstrip("/"): address for address in reversed(addresses(reading))}
    found = sorted(unique.values(), key=lambda address: address.span)
    if len(found) <= limit:
        return
    uncertain = not options.limit and fact is not None and fact.confidence == "low"
    yield Mark(
        found[limit].span,
        {"count": len(found), "limit": limit, "surplus": len(found) - limit, "platform": reading.platform.label},
        at_most=Level.WARNING if uncertain else None,
    )


CHECKS: tuple[Check, ...] = (Check("link-too-many", link_too_many, TooMany),)
