"""Transition words and phrases in a document of French or English: what ties a sentence to those around it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from smolint.language.doc import norm_words
from smolint.language.phrases import phrase_matcher, spelled, word_lists
from smolint.language.words import word_spans

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

_ELSE_AFTER = {
    "en plus": ("plus",),
    "en fait": ("s'", "n'", "j'", "on", "il", "elle", "qui"),
    "car": ("un", "le", "en"),
}


_OPENS_CLAUSE = frozenset({"or"})
"""What is a transition at the head of a clause alone: « Or, il pleut », but not « un bijou en or »."""

_ENDS_CLAUSE = frozenset(".,;:!?…—–(«")


@cache
def _matcher(language: str) -> PhraseMatcher:
    return phrase_matcher(word_lists("transitions", language)["phrases"].split("\n")[:-1], language)


@cache
def _pairs(language: str) -> tuple[tuple[PhraseMatcher, PhraseMatcher], ...]:
    lines = word_lists("transitions", language)["pairs"].split("\n")[:-1]
    parts = [line.partition(" … ") for line in lines]
    return tuple((phrase_matcher([first], language), phrase_matcher([second], language)) for first, _, second in parts)


@cache
def _words_needed(language: str) -> dict[str, tuple[frozenset[str], ...]]:
    """By the longest word of each transition the words that a text needs to have it."""
    lists = word_lists("transitions", language)
    first_parts = (line.partition(" … ")[0] for line in lists["pairs"].split("\n")[:-1])
    found: dict[str, tuple[frozenset[str], ...]] = {}
    for form in spelled((*lists["phrases"].split("\n")[:-1], *first_parts)):
        words = norm_words(form, word_spans(form, language))
        longest = max(words, key=len)
        found[longest] = (*found.get(longest, ()), frozenset(words))
    return found


def may_have_transitions(words: Iterable[str], language: str) -> bool:
    """Whether a text of these words (see `norm_words`) may have a transition: it has all words of one."""
    needed, own = _words_needed(language), set(words)
    return any(own.issuperset(one) for word in own & needed.keys() for one in needed[word])


def transitions(doc: Doc, language: str) -> Iterator[tuple[int, int]]:
    """The ranges of a document's tokens that are transitions, in no order; ranges may overlap.

    Of a two-part transition (« soit … soit »), whose parts stand in one sentence, both parts are in the range.
    """
    for _, start, end in _matcher(language)(doc):
        if not _means_else(doc, start, end):
            yield start, end
    for first, second in _pairs(language):
        opened = [(start, end) for _, start, end in first(doc)]
        closed = [(start, end) for _, start, end in second(doc)] if opened else []
        for start, end in opened:
            last = next((until for begin, until in closed if begin >= end), None)
            if last is not None and not any(token.is_sent_start for token in doc[end:last]):
                yield start, last


def _means_else(doc: Doc, start: int, end: int) -> bool:
    """Whether the words before give a French transition another sense: « de l’or », « le besoin s’en fait sentir »."""
    if start == 0:
        return False
    phrase, before = doc[start:end].text.lower(), doc[start - 1]
    if phrase in _OPENS_CLAUSE and before.text not in _ENDS_CLAUSE and not doc[start].is_sent_start:
        return True
    return before.norm_ in _ELSE_AFTER.get(phrase, ())
