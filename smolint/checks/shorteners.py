"""Links that a shortener hides, and those whose shortener has closed."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from smolint.check import Check, Mark, NoOptions
from smolint.checks.addresses import addresses, host_and_rest
from smolint.copies import toml_table
from smolint.dataclass import dataclass
from smolint.finding import Level
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from smolint.checks.addresses import Address
    from smolint.reading import Reading

_MOST_LABELS = 3
"""Hosts of more parts than this belong to none of the known shorteners."""


@dataclass(frozen=True, slots=True)
class Shortener:
    """A host that shortens links, as `link-shorteners.toml` describes it.

    `working` are the beginnings of paths that still lead somewhere where others do not.
    """

    host: str
    status: str
    owner: str = ""
    note_en: str = ""
    note_fr: str = ""
    working: tuple[str, ...] | list[str] = ()
    any_host: bool = False
    sure: bool = True
    meant: str = ""

    @property
    def name(self) -> str:
        """The host, and its owner where one is known."""
        return f"{self.host} ({self.owner})" if self.owner else self.host


@lru_cache(maxsize=1)
def _table() -> Mapping[str, Any]:
    return toml_table(Path(__file__).with_name("link-shorteners.toml"))


@lru_cache(maxsize=1)
def shorteners() -> Mapping[str, Shortener]:
    """The known shorteners by host."""
    return {host: Shortener(host, **entry) for host, entry in _table().items()}


def shortener_of(url: str) -> Shortener | None:
    """The shortener that made an address, None for any other address and for the shortener's own pages."""
    host, rest = host_and_rest(url)
    if host.count(".") >= _MOST_LABELS or _table().keys().isdisjoint((host, host.partition(".")[2])):
        return None
    known = shorteners().get(host) or shorteners().get(host.partition(".")[2])
    if known is None or not rest.strip("/") or not (known.host == host or known.any_host):
        return None
    return None if rest.startswith(tuple(known.working)) else known


def _found(reading: Reading, *statuses: str) -> Iterator[tuple[Address, Shortener]]:
    return ((address, known) for address, known in _shortened(reading) if known.status in statuses)


@lru_cache(maxsize=1)
def _shortened(reading: Reading) -> tuple[tuple[Address, Shortener], ...]:
    """All addresses of a draft at a host that is known, for the rules that ask in turn."""
    return tuple((one, known) for one in addresses(reading) if (known := shortener_of(one.url)))


def link_shortened(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """Each address that a working shortener hides; a site's short addresses of its own pages are no secret.

    Variants: `counted-alike` where the platform gives every address the same length, `wrapped` for what a platform
    puts around links by itself (a suggestion at most). Values: `host`, `name` (host and owner), `length` (characters
    that an address counts), `platform`.
    """
    length = reading.platform.fact("url_length")
    for address, known in _found(reading, "active", "wrapped"):
        values = {"host": known.host, "name": known.name, "owner": known.owner, "platform": reading.platform.label}
        if known.status == "wrapped":
            yield Mark(address.span, values, variant="wrapped", at_most=Level.SUGGESTION)
        elif length:
            yield Mark(address.span, {**values, "length": length}, variant="counted-alike")
        else:
            yield Mark(address.span, values)


def link_dead_shortener(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """Each address of a shortener that has closed.

    Variants, warnings at most: `partly` for one whose links work in part, `misspelt` for a host that is mistaken for a
    shortener. Values: `host`, `name` (host and owner), `meant`, `note_en` and `note_fr` (what is known of its end).
    """
    for address, known in _found(reading, "dead", "partly", "misspelt"):
        values = {"host": known.host, "name": known.name, "meant": known.meant}
        values |= {"note_en": _aside(known.note_en), "note_fr": _aside(known.note_fr)}
        certain = known.status == "dead" and known.sure
        variant = "" if known.status == "dead" else known.status
        yield Mark(address.span, values, variant=variant, at_most=None if certain else Level.WARNING)


def _aside(note: str) -> str:
    return f", {note}," if note else ""


CHECKS: tuple[Check, ...] = (
    Check("link-shortened", link_shortened),
    Check("link-dead-shortener", link_dead_shortener),
)
