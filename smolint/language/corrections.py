"""Likely spellings for an unknown word: cheap ones first, each a single slip away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations, product

from smolint.late_pattern import late_pattern

MOST = 3
"""How many spellings are offered at most."""

_ACCENTS = {letter: letters for letters in ("aàâ", "eéèêë", "iîï", "oôö", "uùûü", "cç") for letter in letters}
_JOINED = (("oe", "œ"), ("ae", "æ"))
_WRONG_ACCENTS = 2
_LETTERS = {"fr": "abcdefghijklmnopqrstuvwxyzéèêàçîôûù", "en": "abcdefghijklmnopqrstuvwxyz"}
_OLD = late_pattern(r"è\Z|[âîû]t\Z")
"""Endings of forms that only literature writes (« parlè-je », « qu’il finît »): nobody meant them."""
_LONGEST = 24


def corrections(word: str, knows: Callable[[str], bool], language: str) -> tuple[str, ...]:
    """At most three known words of the likeliest slip that explains this one; none where no slip is likely.

    The slips, in order: accents and ligatures that are missing or wrong (French) or a letter doubled or not, two
    letters swapped, a letter too many, one too few, one for another (Damerau 1964, “A technique for computer detection
    and correction of spelling errors”: such single slips make four misspellings in five). The first letter stays. A
    short word is near to many others by chance, so that few slips are looked for in it; so it is with a capitalised
    word, which may be a name, and with a compound.
    """
    lower = word.lower()
    if language == "en" and (not word.isalpha() or (lower.endswith("in") and knows(lower + "g"))):
        # "flim-flam" is no "film-flam", "rustc's" no "rust's", and "learnin" is how people talk.
        return ()
    few = word[0].isupper() or "-" in word
    for slips, least in _SLIPS[:_FEW] if few else _SLIPS:
        if least <= len(word) <= _LONGEST:
            spelled = dict.fromkeys(one for slip in slips for one in slip(lower, language))
            found = [one for one in spelled if one != lower and not _OLD.search(one) and knows(one)]
            if found:
                return tuple(one[0].upper() + one[1:] if word[0].isupper() else one for one in found[:MOST])
    return ()


def _accented(word: str, language: str) -> Iterator[str]:
    if language != "fr":
        return
    for apart, joined in _JOINED:
        if apart in word:
            word = word.replace(apart, joined)
            yield word
    places = [at for at, letter in enumerate(word) if letter in _ACCENTS]
    for count in range(1, _WRONG_ACCENTS + 1):
        for chosen in combinations(places, count):
            for letters in product(*(_ACCENTS[word[at]] for at in chosen)):
                spelled = list(word)
                for at, letter in zip(chosen, letters, strict=True):
                    spelled[at] = letter
                yield "".join(spelled)


def _swapped(word: str, _: str) -> Iterator[str]:
    for at in range(1, len(word) - 1):
        yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _doubled(word: str, _: str) -> Iterator[str]:
    for at in range(1, len(word)):
        if word[at] == word[at - 1]:
            yield word[:at] + word[at + 1 :]
    for at in range(1, len(word)):
        yield word[:at] + word[at] + word[at:]


def _shortened(word: str, _: str) -> Iterator[str]:
    for at in range(1, len(word)):
        yield word[:at] + word[at + 1 :]


def _lengthened(word: str, language: str) -> Iterator[str]:
    for at in range(1, len(word) + 1):
        for letter in _LETTERS.get(language, _LETTERS["en"]):
            yield word[:at] + letter + word[at:]


def _replaced(word: str, language: str) -> Iterator[str]:
    for at in range(1, len(word)):
        for letter in _LETTERS.get(language, _LETTERS["en"]):
            yield word[:at] + letter + word[at + 1 :]


_SLIPS: tuple[tuple[tuple[Callable[[str, str], Iterator[str]], ...], int], ...] = (
    ((_accented, _doubled), 5),
    ((_accented,), 4),
    ((_swapped,), 6),
    ((_shortened,), 7),
    ((_lengthened,), 7),
    ((_replaced,), 8),
)
"""The slips with the length in letters from which a word is likely to be explained by them."""
_FEW = 3
