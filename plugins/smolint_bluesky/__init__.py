"""Bluesky: 300 graphemes and 3000 bytes."""

from __future__ import annotations

from pathlib import Path

from smolint.hookspecs import hookimpl
from smolint.platform import FactsFile, Platform


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
        )
    ]
