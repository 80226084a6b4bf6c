"""Flickr: photographs."""

from __future__ import annotations

from pathlib import Path

from smolint.hookspecs import hookimpl
from smolint.platform import FactsFile, Platform


@hookimpl
def smolint_platforms() -> list[Platform]:
    """What is known about Flickr."""
    return [
        Platform(
            "flickr",
            "Flickr",
            kind="social",
            facts=FactsFile(Path(__file__).with_name("platform.toml")),
            folders=("flickr",),
        )
    ]
