"""Where a post leads, and whether it names a source: for the checks of links and of sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.late_pattern import late_pattern
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
_WORD = late_pattern(r"\w+")
_TEMPLATE = ("{{", "{%", "<%", "${")


def leads_out(reading: Reading) -> bool:
    """Whether a post leads to another site: by a link, by a film, a quoted post or a frame, or by a footnote."""
    draft = reading.draft
    site = reading.site or own_site(draft)
    if any(link_kind(url, site) == "outbound" for url in targets(draft)):
        return True
    return any(embed.url for embed in draft.content.embeds) or any("footnote" in block.within for block in draft.blocks)


def first_person_share(draft: Draft) -> float:
    """How many words in a hundred are the first person singular."""
    words = [word for block in draft.prose for word in _WORD.findall(block.text)]
    return 100 * sum(word in _FIRST_PERSON for word in words) / max(1, len(words))


def targets(draft: Draft) -> Iterator[str]:
    """The addresses of the links of a post's body."""
    return (link.url for link in draft.content.links if link.kind != "field")


def makes_links(draft: Draft) -> bool:
    """Whether a template makes the addresses of some links: nobody can tell where they lead."""
    return any(sign in draft.source[link.url_span] for link in draft.content.links for sign in _TEMPLATE)


def own_site(draft: Draft) -> str:
    """The full address that a post's own fields give for it; `""` where none does."""
    fields = dict(draft.fields)
    values = (fields[name].value for name in _OWN_ADDRESS if name in fields)
    return next((value for value in values if isinstance(value, str) and host_of(value)), "")
