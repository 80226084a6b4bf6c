"""Passive verbs in a document of French or English, told by their form: an auxiliary and a past participle.

Rules over words, without a trained model. Participles that only tell a state or a feeling ("we are interested",
« elle est située ») count where an agent follows ("by", « par »).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from smolint.language import english_passive, french_passive
from smolint.language.phrases import phrase_matcher, spelled, word_lists

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

_PARTICIPLE: dict[str, Callable[[Sequence[str], int], int | None]] = {
    "en": english_passive.participle_after,
    "fr": french_passive.participle_after,
}
"""For the words of a sentence and the place of an auxiliary: where its participle stands, if it makes a passive."""


_MAY_BE_PARTICIPLE: dict[str, Callable[[str], bool]] = {
    "en": english_passive.is_participle,
    "fr": french_passive.is_participle,
}
_WITHIN = {"en": 8, "fr": 20}
"""How many words behind an auxiliary a participle stands at most."""


class Passive(NamedTuple):
    """The tokens of a passive: from the auxiliary up to and with the participle (half-open)."""

    start: int
    end: int


@cache
def _auxiliaries(language: str) -> PhraseMatcher:
    return phrase_matcher(word_lists("passives", language)["auxiliary"].split(), language)


def may_have_passives(words: Sequence[str], language: str) -> bool:
    """Whether a text of these words (see `norm_words`) may have a passive: a participle soon after an auxiliary."""
    auxiliaries, may_be, within = _auxiliary_words(language), _MAY_BE_PARTICIPLE[language], _WITHIN[language]
    return any(
        any(map(may_be, words[place + 1 : place + 1 + within]))
        for place, word in enumerate(words)
        if word in auxiliaries
    )


@cache
def _auxiliary_words(language: str) -> frozenset[str]:
    return frozenset(spelled(word_lists("passives", language)["auxiliary"].split()))


def passives(doc: Doc, language: str) -> Iterator[Passive]:
    """The passives of a document, in order, each participle once: from its first auxiliary on."""
    done = 0
    places = sorted(start for _, start, _ in _auxiliaries(language)(doc))
    for place in places:
        if place < done:
            continue
        begin, words = _sentence(doc, place)
        found = _PARTICIPLE[language](words, place - begin)
        if found is not None:
            done = begin + found + 1
            yield Passive(begin + _opening(words, place - begin, language), done)


def _opening(words: Sequence[str], place: int, language: str) -> int:
    """Where the verb begins: at the form of have or « avoir » before a participle of be or « être »."""
    if words[place] not in {"been", "été"}:
        return place
    have = frozenset(word_lists("passives", language)["have"].split())
    return next((at for at in range(place - 1, max(place - 4, -1), -1) if words[at] in have), place)


def _sentence(doc: Doc, place: int) -> tuple[int, list[str]]:
    """Where the sentence of a token begins, and its tokens in lower case with plain apostrophes."""
    begin = place
    while begin > 0 and not doc[begin].is_sent_start:
        begin -= 1
    end = place + 1
    while end < len(doc) and not doc[end].is_sent_start:
        end += 1
    return begin, [token.norm_ for token in doc[begin:end]]
