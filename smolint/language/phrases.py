"""Lists of words and phrases kept as TOML."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from smolint import copies
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

LANGUAGES = frozenset({"en", "fr"})
"""The languages that have lists."""

_PLAIN = str.maketrans("éèêàâôùç", "eeeaaouc")


@cache
def word_lists(name: str, language: str) -> dict[str, Any]:
    """The table of a language in `<name>.toml` beside this module."""
    table = copies.toml_table(Path(__file__).with_name(f"{name}.toml"))
    return table[language] if isinstance(table.get(language), dict) else {}


def spelled(phrases: Iterable[str]) -> set[str]:
    """The phrases in all spellings that writers use.

    An accent may be missing on the first letter, as it often is on a capital (« A cause de »).
    """
    return {form for phrase in phrases for form in _spellings(phrase)}


def _spellings(phrase: str) -> set[str]:
    return {phrase, phrase[0].translate(_PLAIN) + phrase[1:]} if " " in phrase else {phrase}
