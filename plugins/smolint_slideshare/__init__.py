"""SlideShare: decks of slides."""

from __future__ import annotations

from pathlib import Path

from smolint.hookspecs import hookimpl
from smolint.platform import FactsFile, Platform


@hookimpl
def smolint_platforms() -> list[Platform]:
    """What is known about SlideShare."""
    return [
        Platform(
            "slideshare",
            "SlideShare",
            kind="deck",
            facts=FactsFile(Path(__file__).with_name("platform.toml")),
            folders=("slideshare", "decks"),
        )
    ]
