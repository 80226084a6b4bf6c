"""Pinterest: an upright image and where it leads."""

from __future__ import annotations

from pathlib import Path

from smolint.hookspecs import hookimpl
from smolint.platform import FactsFile, Platform


@hookimpl
def smolint_platforms() -> list[Platform]:
    """What is known about Pinterest."""
    return [
        Platform(
            "pinterest",
            "Pinterest",
            kind="social",
            facts=FactsFile(Path(__file__).with_name("platform.toml")),
            aliases=("pin",),
            folders=("pinterest", "pins"),
        )
    ]
