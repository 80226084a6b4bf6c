"""Facebook: its facts; it publishes no way of counting of its own, so characters are counted."""

from __future__ import annotations

from pathlib import Path

from smolint.hookspecs import hookimpl
from smolint.platform import FactsFile, Platform


@hookimpl
def smolint_platforms() -> list[Platform]:
    """Posts of a Facebook page."""
    return [
        Platform(
            "facebook",
            "Facebook",
            kind="social",
            facts=FactsFile(Path(__file__).with_name("platform.toml")),
            aliases=("fb",),
            folders=("facebook", "fb"),
        )
    ]
