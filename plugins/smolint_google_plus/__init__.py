"""Google+, which closed to consumers in 2019."""

from __future__ import annotations

from pathlib import Path

from smolint.hookspecs import hookimpl
from smolint.platform import FactsFile, Platform


@hookimpl
def smolint_platforms() -> list[Platform]:
    """What is known about Google+."""
    return [
        Platform(
            "google-plus",
            "Google+",
            kind="social",
            facts=FactsFile(Path(__file__).with_name("platform.toml")),
            aliases=("google+", "gplus", "googleplus"),
            folders=("google-plus", "googleplus"),
        )
    ]
