"""YouTube: titles and descriptions of films."""

from __future__ import annotations

from pathlib import Path

from smolint.hookspecs import hookimpl
from smolint.platform import FactsFile, Platform


@hookimpl
def smolint_platforms() -> list[Platform]:
    """What is known about YouTube."""
    return [
        Platform(
            "youtube",
            "YouTube",
            kind="video",
            facts=FactsFile(Path(__file__).with_name("platform.toml")),
            aliases=("yt",),
            folders=("youtube",),
        )
    ]
