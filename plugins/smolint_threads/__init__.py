"""Threads, by Meta: short posts, one topic tag, few links."""

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
    """What is known about Threads."""
    return [
        Platform(
            "threads",
            "Threads",
            kind="social",
            facts=FactsFile(Path(__file__).with_name("platform.toml")),
            folders=("threads",),
            count=count_graphemes,
            mention_finder=_mentions,
            # Sources contradict each other on emoji: what is too long only by the strictest count is no error.
            limits=(Limit("emoji", "max_text", _emoji_as_bytes, certain=False),),
        )
    ]


# Every run loads this module, few need what these functions import.


def _emoji_as_bytes(text: str) -> int:
    from smolint_threads.text import emoji_as_bytes

    return emoji_as_bytes(text)


def _mentions(text: str) -> list[Entity]:
    from smolint_threads.text import find_mentions

    return find_mentions(text)
