"""Bluesky: 300 graphemes and 3000 bytes; links, mentions and tags as its applications mark them."""

from __future__ import annotations

from pathlib import Path

from smolint.hookspecs import hookimpl
from smolint.language.graphemes import count_graphemes
from smolint.platform import FactsFile, Limit, Platform
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from smolint.platform import Entity


@hookimpl
def smolint_platforms() -> list[Platform]:
    """What is known about Bluesky."""
    return [
        Platform(
            "bluesky",
            "Bluesky",
            kind="social",
            facts=FactsFile(Path(__file__).with_name("platform.toml")),
            aliases=("bsky",),
            folders=("bluesky",),
            count=count_graphemes,
            url_finder=_urls,
            hashtag_finder=_hashtags,
            mention_finder=_mentions,
            limits=(Limit("bytes", "max_bytes", _bytes),),
        )
    ]


# Every run loads this module, few need what these functions import: patterns take milliseconds to compile.


def _bytes(text: str) -> int:
    from smolint_bluesky.text import count_bytes

    return count_bytes(text)


def _urls(text: str) -> list[Entity]:
    from smolint_bluesky.text import find_urls

    return find_urls(text)


def _hashtags(text: str) -> list[Entity]:
    from smolint_bluesky.text import find_hashtags

    return find_hashtags(text)


def _mentions(text: str) -> list[Entity]:
    from smolint_bluesky.text import find_mentions

    return find_mentions(text)
