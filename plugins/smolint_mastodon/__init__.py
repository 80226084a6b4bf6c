"""Mastodon: graphemes are counted, and a link as 23."""

from __future__ import annotations

from pathlib import Path

from smolint.hookspecs import hookimpl
from smolint.platform import FactsFile, Platform


@hookimpl
def smolint_platforms() -> list[Platform]:
    """What is known about Mastodon."""
    return [
        Platform(
            "mastodon",
            "Mastodon",
            kind="social",
            facts=FactsFile(Path(__file__).with_name("platform.toml")),
            aliases=("toot",),
            folders=("mastodon", "toots"),
        )
    ]
