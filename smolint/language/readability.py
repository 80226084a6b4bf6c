"""Reading ease: Flesch's formula for English, Kandel and Moles's for French."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec, module_from_spec, spec_from_file_location
from pathlib import Path
from typing import NamedTuple


class _Formula(NamedTuple):
    base: float
    per_sentence_word: float
    per_syllable: float


# Used when textstat's table is not where version 0.7.13 keeps it. English: R. Flesch, "A new readability yardstick",
# Journal of Applied Psychology 32 (1948). French: L. Kandel and A. Moles, « Application de l’indice de Flesch à la
# langue française », Cahiers d’études de radio-télévision 19 (1958).
_PUBLISHED = {"en": _Formula(206.835, 1.015, 84.6), "fr": _Formula(207.0, 1.015, 73.6)}
_TEXTSTAT_TABLE = ("backend", "utils", "constants.py")


def reading_ease(words: int, sentences: int, syllables: int, language: str) -> float | None:
    """How easy a text is to read: about 0 (very hard) to 100 (very easy), not clipped.

    Flesch 1948 for `"en"`, Kandel–Moles 1958 for `"fr"`, with the constants of textstat. `None` for any other language
    and for a text without words or sentences.
    """
    if language not in _PUBLISHED or words <= 0 or sentences <= 0:
        return None
    formula = _formulas()[language]
    return formula.base - formula.per_sentence_word * words / sentences - formula.per_syllable * syllables / words


@cache
def _formulas() -> dict[str, _Formula]:
    """textstat's constants, read from its table alone: importing textstat imports nltk, which may download data."""
    package = find_spec("textstat")
    if package is None or not package.origin:
        return _PUBLISHED
    path = Path(package.origin).parent.joinpath(*_TEXTSTAT_TABLE)
    table = spec_from_file_location("_smolint_textstat_constants", path) if path.is_file() else None
    if table is None or table.loader is None:
        return _PUBLISHED
    module = module_from_spec(table)
    table.loader.exec_module(module)
    configured = getattr(module, "LANG_CONFIGS", {})
    return {language: _formula(configured.get(language, {}), _PUBLISHED[language]) for language in _PUBLISHED}


def _formula(configured: dict[str, float], published: _Formula) -> _Formula:
    keys = ("fre_base", "fre_sentence_length", "fre_syll_per_word")
    return _Formula(*(float(configured[key]) for key in keys)) if all(key in configured for key in keys) else published
