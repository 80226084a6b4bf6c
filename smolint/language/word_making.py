"""Words that writers make of known ones, which no dictionary lists: compounds, prefixes, endings, British spellings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.late_pattern import compiled, late_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

POSSESSIVE = late_pattern(r"['’]s\Z")
"""The ending of an English genitive."""

JOINTS = late_pattern(r"[-‑]")
"""What joins the parts of a compound."""
_PREFIX_LIST = (
    "anti auto bi bio cyber co contre demi ex extra hyper infra inter intra macro mal méga mega meta méta "
    "micro mi mini mono multi nano néo neo non nord ouest est sud para poly post pré pre pro pseudo quasi re "
    "ré retro rétro self semi sous sub super sur télé trans tri ultra un uni vice euro géo socio techno éco "
    "eco franco anglo photo vidéo"
)
_PREFIXES = frozenset(_PREFIX_LIST.split())
_BRITISH = (
    (compiled(r"our(?=s|ed|ing|able|ful|ite|less|$)"), "or"),
    (compiled(r"(?<=[a-z]{2})is(?=e[ds]?$|ing$|ations?$|ers?$)"), "iz"),
    (compiled(r"ys(?=e[ds]?$|ing$)"), "yz"),
    (compiled(r"(?<=[bt])re(?=s?$)"), "er"),
    (compiled(r"(?<=[^l]l)l(?=ed$|ing$|ers?$)|(?<=t)t(?=ed$|ing$)"), ""),
    (compiled(r"(?<=g)e(?=ments?$)"), ""),
    (compiled(r"(?<=fi)l(?=s|ments?$)"), "ll"),
)
_MADE = (
    (compiled(r"(?<!ic)(?<!ue)ly$"), ""),
    (compiled(r"i[sz](?:e[drs]?|ers|ing|ations?)$"), ""),
    (compiled(r"i[sz](?:e[drs]?|ers|ing|ations?)$"), "e"),
    (compiled(r"(?:ers?|ing)$"), "e"),
)
_LEAST_PART = 4
_ENDING_LIST = "e es s er ère ères euse euses trice trices rice rices ne nes se ses le les ve ves te tes"
_ENDINGS = frozenset(_ENDING_LIST.split())
"""Endings of French words for men and women alike, after a hyphen."""


def is_right(word: str, knows: Callable[[str], bool]) -> bool:
    """Whether a word, its genitive aside, is known; an elided article or pronoun is no word to look up."""
    return word.endswith(("'", "’")) or knows(word) or knows(POSSESSIVE.sub("", word))


def is_known(word: str, knows: Callable[[str], bool], language: str) -> bool:
    """Whether a word, or each part of a compound, is known; words with a usual prefix and plurals are made freely."""
    if language == "en" and (_is_british(word.lower(), knows) or _is_made(word.lower(), knows)):
        return True
    if is_right(word, knows) or (word.endswith("s") and len(word) > _LEAST_PART and knows(word[:-1])):
        return True
    parts = [part for part in JOINTS.split(word.lower()) if part]
    if len(parts) > 1:
        return all(len(part) == 1 or part in _PREFIXES or part in _ENDINGS or knows(part) for part in parts)
    return _is_compound(word.lower(), knows, language)


def _is_made(word: str, knows: Callable[[str], bool]) -> bool:
    """Whether an English word is made of a known one by an ending that fits nearly all."""
    return any(ending.search(word) and knows(ending.sub(rest, word)) for ending, rest in _MADE)


def _is_british(word: str, knows: Callable[[str], bool]) -> bool:
    """Whether the American spelling of a word is known: a writer may have no British dictionary."""
    return any(knows(other) for british, american in _BRITISH if (other := british.sub(american, word)) != word)


def _is_compound(word: str, knows: Callable[[str], bool], language: str) -> bool:
    for at in range(2, len(word) - _LEAST_PART + 1):
        first = word[:at]
        joined = first in _PREFIXES or (language == "en" and at >= _LEAST_PART and knows(first))
        if joined and knows(word[at:]):
            return True
    return False
