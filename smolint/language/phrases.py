"""Lists of words and phrases kept as TOML, and spaCy's PhraseMatcher over them."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.matcher import PhraseMatcher

LANGUAGES = frozenset({"en", "fr"})
"""The languages that have lists."""

_PLAIN = str.maketrans("éèêàâôùç", "eeeaaouc")


@cache
def word_lists(name: str, language: str) -> dict[str, Any]:
    """The table of a language in `<name>.toml` beside this module."""
    table: dict[str, Any] = tomllib.loads(Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8"))
    return table[language] if isinstance(table.get(language), dict) else {}


def phrase_matcher(phrases: Iterable[str], language: str) -> PhraseMatcher:
    """A matcher of phrases, in any case, for documents that `build_doc` made of smolint's own words.

    Straight and typographic apostrophes match alike, and an accent may be missing on the first letter, as it
    often is on a capital (« A cause de »).
    """
    from spacy.matcher import PhraseMatcher

    from smolint.language.doc import build_doc, vocabulary
    from smolint.language.words import word_spans

    matcher = PhraseMatcher(vocabulary(), attr="NORM")
    forms = sorted(spelled(phrases))
    matcher.add("phrase", [build_doc(form, word_spans(form, language), [0]) for form in forms])
    return matcher


def spelled(phrases: Iterable[str]) -> set[str]:
    """The phrases in all spellings in which `phrase_matcher` finds them."""
    return {form for phrase in phrases for form in _spellings(phrase)}


def _spellings(phrase: str) -> set[str]:
    return {phrase, phrase[0].translate(_PLAIN) + phrase[1:]} if " " in phrase else {phrase}
