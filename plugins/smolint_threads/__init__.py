"""Threads, by Meta: short posts, one topic tag, few links."""

from __future__ import annotations

from pathlib import Path

from smolint.hookspecs import hookimpl
from smolint.platform import FactsFile, Platform


@hookimpl
def smolint_platforms() -> list[Platform]:
    """What is known about Threads."""
    return [
        Platform(
            "threads",
            "Threads",
            kind="social",
            facts=FactsFile(Path(__file__).with_name("platform.toml")),
            folders=("threads",),
        )
    ]
