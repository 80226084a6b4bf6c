"""Viva Engage, formerly Yammer: a network inside a company."""

from __future__ import annotations

from pathlib import Path

from smolint.hookspecs import hookimpl
from smolint.platform import FactsFile, Platform


@hookimpl
def smolint_platforms() -> list[Platform]:
    """What is known about Viva Engage (Yammer)."""
    return [
        Platform(
            "yammer",
            "Viva Engage (Yammer)",
            kind="social",
            facts=FactsFile(Path(__file__).with_name("platform.toml")),
            aliases=("viva-engage", "viva"),
            folders=("yammer", "viva-engage"),
            internal=True,
        )
    ]
