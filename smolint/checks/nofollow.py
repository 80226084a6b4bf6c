"""Posts whose every link to another site tells search engines not to follow it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smolint.check import Check, Mark, NoOptions
from smolint.late_pattern import late_pattern
from smolint.link_kind import link_kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.reading import Reading

_PAID = late_pattern(r"""\brel\s*=\s*["']?[^"'<>]{0,500}\b(?:sponsored|ugc)\b""", re.I)


def link_all_nofollow(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """The first link to another site, where all of them are `nofollow`. Values: `count`.

    Links that say that they are paid for, or written by users, have to be, and are left out.
    """
    draft = reading.draft
    if not any(link.nofollow for link in draft.content.links):
        return
    outbound = [
        link for link in draft.content.links if link.kind != "field" and link_kind(link.url, reading.site) == "outbound"
    ]
    if not all(link.nofollow for link in outbound):
        return
    own = [link for link in outbound if not _PAID.search(draft.source[link.span])]
    if own:
        yield Mark(own[0].span, {"count": len(own)})


CHECKS: tuple[Check, ...] = (Check("link-all-nofollow", link_all_nofollow),)
