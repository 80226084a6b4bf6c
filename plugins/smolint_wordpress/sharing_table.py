"""The table of sharing modules and share links, compiled for look-up."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from smolint.copies import toml_table
from smolint.dataclass import dataclass
from smolint.late_pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_SERVICES = (
    "facebook|twitter|x|linkedin|pinterest|reddit|tumblr|whatsapp|jetpack-whatsapp|telegram|mastodon|bluesky|threads|"
    "nextdoor|email|print|pocket|skype|google-plus-1|viadeo|custom-[0-9]+"
)
_SCHEME, _SUBDOMAINS = "(?:https?:)?//", r"(?:[\w-]+\.)*"
_ANY_HOST = _SCHEME + _SUBDOMAINS
_NAME = compiled(r"[\w:-]+")
_WIDE_HOSTS = frozenset(("cdn.ampproject.org", "www.addtoany.com", "www.addthis.com", "simplesharebuttons.com"))
"""Hosts that also serve other things or ordinary pages: no sign of a module by themselves."""


@dataclass(frozen=True, slots=True)
class Service:
    """A sharing module (`module`) or a share link's service.

    `kind` is `share` or `follow`; `since` is the day (ISO) on which it ended, `""` if unknown or alive.
    """

    key: str
    name: str
    kind: str
    dead: bool
    since: str
    confidence: str
    module: bool = False


@dataclass(frozen=True)
class SharingTable:
    """All services with what gives them away; names of shortcodes and blocks are exact, classes whole tokens."""

    services: Mapping[str, Service]
    any_intent: re.Pattern[str]
    intents: tuple[tuple[re.Pattern[str], Service], ...]
    shortcode_services: Mapping[str, Service]
    block_services: Mapping[str, Service]
    classes: Mapping[str, Service]
    class_patterns: tuple[tuple[re.Pattern[str], Service], ...]
    ids: Mapping[str, Service]
    elements: Mapping[str, Service]
    sources: tuple[tuple[str, Service], ...]
    comments: tuple[tuple[str, Service], ...]
    scripts: tuple[tuple[str, Service], ...]
    meta_names: Mapping[str, Service]
    names: frozenset[str]
    parts: tuple[str, ...]
    """What HTML holds that shows a module: one of the names, as a whole, or one of the parts."""

    @property
    def shortcodes(self) -> frozenset[str]:
        """The names of all shortcodes of sharing modules."""
        return frozenset(self.shortcode_services)

    def intent(self, url: str) -> Service | None:
        """The service to which a share link leads; None for any other link."""
        if not self.any_intent.match(url):
            return None
        return next((service for pattern, service in self.intents if pattern.match(url)), None)

    def by_class(self, names: list[str]) -> Service | None:
        """The module that one of these class names belongs to; names are compared whole."""
        for name in names:
            if name in self.classes:
                return self.classes[name]
        return next(
            (service for pattern, service in self.class_patterns if any(pattern.fullmatch(name) for name in names)),
            None,
        )

    def may_show(self, markup: str) -> bool:
        """Whether HTML may show a module; what does not needs no closer look."""
        return not self.names.isdisjoint(_NAME.findall(markup)) or any(part in markup for part in self.parts)

    def by_source(self, url: str) -> Service | None:
        """The module whose script, style sheet or image is at this address."""
        return next((service for part, service in self.sources if part in url), None)


@cache
def sharing_table() -> SharingTable:
    """The table of the package's `sharing-modules.toml`, read once."""
    read = toml_table(Path(__file__).with_name("sharing-modules.toml"))
    entries = [
        (_service(part, key, entry), entry) for part in ("module", "intent") for key, entry in read[part].items()
    ]
    intents = [
        (_intent(pattern), service)
        for service, entry in entries
        for pattern in [*entry.get("patterns", ()), *entry.get("link_patterns", ())]
    ]
    classes, ids, elements, meta_names = (_index(entries, key) for key in ("classes", "ids", "elements", "meta_names"))
    starred = {name: service for name, service in classes.items() if "*" in name}
    sources = tuple(
        (part, service)
        for key in ("hosts", "files")
        for part, service in _index(entries, key).items()
        if part not in _WIDE_HOSTS
    )
    comments, scripts = (tuple(_index(entries, key).items()) for key in ("comments", "js"))
    return SharingTable(
        services={service.key: service for service, _ in entries},
        any_intent=compiled(_any(expression for expression, _ in intents), re.I),
        intents=tuple((compiled(expression, re.I), service) for expression, service in intents),
        shortcode_services=_index(entries, "shortcodes"),
        block_services=_index(entries, "blocks"),
        classes={name: service for name, service in classes.items() if "*" not in name},
        class_patterns=tuple(
            (compiled(re.escape(name).replace(r"\*", r"[\w-]*")), service) for name, service in starred.items()
        ),
        ids=ids,
        elements=elements,
        sources=sources,
        comments=comments,
        scripts=scripts,
        meta_names=meta_names,
        names=frozenset((*classes, *ids, *elements, *meta_names)),
        parts=tuple(part for part, _ in (*sources, *comments, *scripts))
        + tuple(name.partition("*")[0] for name in starred),
    )


def _service(part: str, key: str, entry: Mapping[str, Any]) -> Service:
    kind = "follow" if entry.get("is_sharing") is False else entry.get("kind", "share")
    dead = entry.get("status") == "dead"
    name = entry.get("name", key)
    return Service(key, name, kind, dead, entry.get("discontinued_on", ""), entry["confidence"], part == "module")


def _index(entries: list[tuple[Service, Mapping[str, Any]]], key: str) -> dict[str, Service]:
    return {name: service for service, entry in entries for name in entry.get(key, ())}


def _any(expressions: Iterable[str]) -> str:
    """One expression for all, in which the usual beginning stands once."""
    listed = list(expressions)
    usual = "|".join(one.removeprefix(_ANY_HOST) for one in listed if one.startswith(_ANY_HOST))
    return "|".join([f"{_ANY_HOST}(?:{usual})", *(one for one in listed if not one.startswith(_ANY_HOST))])


def _intent(pattern: str) -> str:
    """A pattern of the table as an expression on whole addresses.

    What stands behind `?` must be among the query's parts, in any order; a pattern that ends within a path
    matches only whole path segments.
    """
    address, _, query = pattern.partition("?")
    fragment = ""
    if "#" in address:
        address, _, fragment = address.partition("#")
    part = re.escape(address).replace("<service>", r"[\w-]+")
    if address.startswith("mailto:"):
        return rf"mailto:\?(?:[^#]*&)?{re.escape(query)}"
    if address.startswith("<instance>"):
        host, part = r"[\w.-]+", part.removeprefix("<instance>")
    elif not address:
        host, part = r"[^?#]*", ""
    else:
        host = _SUBDOMAINS
    tail = r"(?![\w-])" if part and part[-1].isalnum() else ""
    if query:
        wanted = re.escape(query).replace("<service>", rf"(?:{_SERVICES})(?![\w-])")
        tail += rf"/?\?(?:[^#]*&)?{wanted}"
    elif fragment:
        tail += rf"/?#{re.escape(fragment)}"
    return rf"{_SCHEME}{host}{part}{tail}"
