"""Facebook: its facts; it publishes no way of counting of its own, so characters are counted."""

from __future__ import annotations

from pathlib import Path

from smolint.hookspecs import hookimpl
from smolint.platform import Platform, read_facts


@hookimpl
def smolint_platforms() -> list[Platform]:
    """Posts of a Facebook page."""
    return [
        Platform(
            "facebook",
            "Facebook",
            kind="social",
            facts=read_facts(Path(__file__).with_name("platform.toml").read_text(encoding="utf-8")),
            aliases=("fb",),
            folders=("facebook", "fb"),
        )
    ]
