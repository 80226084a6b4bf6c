"""Where a link leads: inside the site, outside it, or nowhere that counts as a page."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal
from urllib.parse import urlsplit


@lru_cache(maxsize=1024)
def host_of(url: str) -> str:
    """The host of an http or https URL in lower case, without `www.`; `""` for anything else."""
    if not url.strip().lower().startswith(("http://", "https://", "//")):
        return ""
    try:
        return (urlsplit(url.strip()).hostname or "").removeprefix("www.")
    except ValueError:  # an unclosed bracket where an IPv6 address would stand
        return ""


def link_kind(url: str, site: str = "") -> Literal["internal", "outbound", "other"]:
    """`outbound` for a page of another host than `site`, `internal` for a path or the site's own host.

    `other` is what leads to no page: a fragment of the same page, `mailto:`, `tel:`, an empty address. Without `site`
    each full URL counts as outbound.
    """
    host = host_of(url)
    if host:
        return "internal" if host == host_of(site) else "outbound"
    target = url.strip()
    scheme = target.partition(":")[0]
    if not target or target.startswith("#") or (":" in target and scheme.replace("+", "").replace("-", "").isalnum()):
        return "other"
    return "internal"
