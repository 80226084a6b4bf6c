"""Words without their endings, so that « entreprises » is found where « entreprise » is looked for.

The endings are those of Snowball's stemmers (Porter's second one for English, its French counterpart), which take off
plurals, feminines and the endings of verbs by rules, without a dictionary. What these rules leave apart and
writers meet often is brought together here: a few irregular plurals, French feminines (boulangère, directrice,
active). Still apart: œil and yeux, coiffeur and coiffeuse, ran and run. Some words fall together that should not
(« mer » and « mère »), which at worst hides a finding. A stem begins with its word's first letter.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from smolint.late_pattern import compiled, late_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

_SNOWBALL = {"en": "english", "fr": "french"}
_ELISION = late_pattern(r"(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)'(?=\w)")
_POSSESSIVE = late_pattern(r"'s?\Z")
_LETTERS = str.maketrans({"’": "'", "ʼ": "'", "œ": "oe", "æ": "ae"})
_IRREGULAR = {
    "en": {
        "calves": "calf", "children": "child", "feet": "foot", "geese": "goose", "halves": "half", "knives": "knife",
        "leaves": "leaf", "loaves": "loaf", "men": "man", "mice": "mouse", "scarves": "scarf", "shelves": "shelf",
        "teeth": "tooth", "thieves": "thief", "wives": "wife", "wolves": "wolf", "women": "woman",
    },
    "fr": {
        "baux": "bail", "belle": "beau", "belles": "beau", "coraux": "corail", "émaux": "émail",
        "nouvelle": "nouveau", "nouvelles": "nouveau", "travaux": "travail", "vitraux": "vitrail",
    },
}  # fmt: skip
_FEMININES = (
    (compiled(r"(?<=\w\w)(i|g|ch)ères?\Z"), r"\1er"),
    (compiled(r"(?<=\w\w)trices?\Z"), "teur"),
)


@lru_cache(maxsize=1 << 16)
def stem(word: str, language: str) -> str:
    """A word in lower case, without accents, elision (« l’ », « qu’ ») or inflection.

    In a language other than `"en"` and `"fr"` the ending stays. Parts joined by hyphens are stemmed each.
    """
    word = word.casefold().translate(_LETTERS)
    if language not in _SNOWBALL:
        return without_accents(word)
    word = _ELISION.sub("", word, count=1) if language == "fr" else _POSSESSIVE.sub("", word)
    return "-".join(_stem(part, language) for part in word.split("-"))


def stems(words: Iterable[str], language: str) -> tuple[str, ...]:
    """The stems of words, in order."""
    return tuple(stem(word, language) for word in words)


def without_accents(text: str) -> str:
    """The text with each accented letter replaced by the plain one, œ by oe."""
    if text.isascii():
        return text
    plain = normalize("NFD", text.translate(_LETTERS))
    return "".join(character for character in plain if not combining(character))


def _stem(word: str, language: str) -> str:
    word = _IRREGULAR[language].get(word, word)
    if language == "en":
        return without_accents(_stemmer(language)(word))
    for ending, masculine in _FEMININES:
        word = ending.sub(masculine, word)
    found = without_accents(_stemmer(language)(word))
    # Snowball takes the e of « active » off, which leaves the masculine « actif » apart.
    return f"{found[:-1]}f" if found.endswith("v") else found


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    """Snowball's stemmer; imported here, for few drafts need it and it brings thirty languages."""
    import snowballstemmer

    function: Callable[[str], str] = snowballstemmer.stemmer(_SNOWBALL[language]).stemWord
    return function
