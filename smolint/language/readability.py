"""Reading ease: Flesch's formula for English, Kandel and Moles's for French."""

from __future__ import annotations

from smolint.named_tuple import NamedTuple


class _Formula(NamedTuple):
    base: float
    per_sentence_word: float
    per_syllable: float


# English: R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32 (1948). French: L. Kandel and
# A. Moles, « Application de l’indice de Flesch à la langue française », Cahiers d’études de radio-télévision 19 (1958).
_FORMULAS = {"en": _Formula(206.835, 1.015, 84.6), "fr": _Formula(207.0, 1.015, 73.6)}


def reading_ease(words: int, sentences: int, syllables: int, language: str) -> float | None:
    """How easy a text is to read: about 0 (very hard) to 100 (very easy), not clipped.

    Flesch 1948 for `"en"`, Kandel–Moles 1958 for `"fr"`. `None` for any other language and for a text without words or
    sentences.
    """
    formula = _FORMULAS.get(language)
    if formula is None or words <= 0 or sentences <= 0:
        return None
    return formula.base - formula.per_sentence_word * words / sentences - formula.per_syllable * syllables / words
