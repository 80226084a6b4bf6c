"""Where a link leads: inside the site, outside it, or nowhere that counts as a page."""

from __future__ import annotations

import re
from functools import lru_cache

from smolint.late_pattern import late_pattern
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Literal

_HOST = late_pattern(
    r"(?:https?:)?//(?:[^/?#\[\]]*@)?(?:\[([^\]/?#]*)\]|([^/?#:\[\]]*))(?::[^/?#\[\]]*)?(?:[/?#]|\Z)", re.IGNORECASE
)
"""An address, with its host in the first group (IPv6) or the second."""


@lru_cache(maxsize=1024)
def host_of(url: str) -> str:
    """The host of an http or https URL in lower case, without `www.`; `""` for anything else."""
    found = _HOST.match(url.strip())
    return (found[1] or found[2] or "").lower().removeprefix("www.") if found else ""


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
