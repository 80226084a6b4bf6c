"""Pigeon Post: messages on a slip of paper, carried by a bird. Only hooks here; each part has its own module."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from smolint import Check, Platform, Reporter, hookimpl, read_facts
from smolint_pigeon.csv_report import CsvReport
from smolint_pigeon.heavy_words import HeavyWords, find_heavy_words

_HERE = files(__name__)


@hookimpl
def smolint_platforms() -> list[Platform]:
    """Pigeon Post, whose drafts live in a folder `pigeons` or are named `….pigeon.txt`."""
    facts = read_facts(_HERE.joinpath("platform.toml").read_text(encoding="utf-8"))
    return [Platform("pigeon", "Pigeon Post", kind="social", facts=facts, aliases=("dove",), folders=("pigeons",))]


@hookimpl
def smolint_checks() -> list[Check]:
    """`heavy-words`, which any rule may extend."""
    return [Check("heavy-words", run=find_heavy_words, options=HeavyWords)]


@hookimpl
def smolint_rule_packs() -> list[Path]:
    """The rules of the group `pigeon`."""
    return [Path(str(_HERE)) / "rules"]


@hookimpl
def smolint_reporters() -> list[Reporter]:
    """`csv`, for spreadsheets."""
    return [Reporter("csv", {"en": "comma-separated values", "fr": "valeurs séparées par des virgules"}, CsvReport)]
