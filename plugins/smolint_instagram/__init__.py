"""Instagram: image first, links in captions lead nowhere."""

from __future__ import annotations

from pathlib import Path

from smolint.hookspecs import hookimpl
from smolint.platform import FactsFile, Platform
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from smolint.platform import Entity


@hookimpl
def smolint_platforms() -> list[Platform]:
    """What is known about Instagram."""
    return [
        Platform(
            "instagram",
            "Instagram",
            kind="social",
            facts=FactsFile(Path(__file__).with_name("platform.toml")),
            aliases=("ig", "insta"),
            folders=("instagram",),
            mention_finder=_mentions,
        )
    ]


def _mentions(text: str) -> list[Entity]:
    from smolint_instagram.text import find_mentions

    return find_mentions(text)
