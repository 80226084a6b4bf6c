"""The form of the French passive: « être », adverbs, a past participle that agrees."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from smolint.language.phrases import word_lists

if TYPE_CHECKING:
    from collections.abc import Sequence

_REFLEXIVE = frozenset({"me", "m'", "te", "t'", "se", "s'"})
_REFLEXIVE_TWICE = frozenset({("nous", "nous"), ("vous", "vous")})
_BEFORE_NOUN = frozenset({"l'", "à", "un", "cet", "chaque", "d'", "en", "bel", "tout", "c'"})
_PRONOUNS = frozenset({"-", "il", "elle", "ils", "elles", "on", "nous", "vous", "je", "tu", "t"})
_FEMININE_OR_PLURAL = ("ées", "ée", "és", "é")
_PREPOSITIONS = frozenset({"de", "d'", "à", "pour", "que", "qu'"})
_FARTHEST = 7
_SHORT = 5
_HAVE_WITHIN = 4


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_lists("passives", "fr")[name].split())


@cache
def _agreeing(name: str) -> frozenset[str]:
    """The participles of a list, which are masculine singular, in both genders and numbers."""
    forms = set()
    for stem in word_lists("passives", "fr")[name].split():
        feminine = {"absous": "absoute", "dissous": "dissoute", "mû": "mue", "dû": "due"}.get(stem, f"{stem}e")
        forms |= {stem, stem if stem.endswith(("s", "x")) else f"{stem}s", feminine, f"{feminine}s"}
    return frozenset(forms)


def participle_after(words: Sequence[str], place: int) -> int | None:
    """Where the participle of the passive stands whose auxiliary is `words[place]`; None when it is no passive.

    `words` are the tokens of one sentence in lower case, apostrophes straight.
    """
    if not _is_auxiliary(words, place):
        return None
    at, last = place + 1, words[place]
    limit = at + _FARTHEST
    while at < len(words) and at < limit and (taken := _between(words, at)):
        last = words[at]
        at += taken
    if at >= len(words) or not is_participle(words[at]) or last in _words("degree"):
        return None
    return at if _acts(words, at, been="été" in words[place:at]) else None


def _is_auxiliary(words: Sequence[str], place: int) -> bool:
    before = words[:place]
    last = before[-1] if before else ""
    if words[place] == "été":
        return not _words("have").isdisjoint(before[-_HAVE_WITHIN:])
    if last in _REFLEXIVE or tuple(before[-2:]) in _REFLEXIVE_TWICE:
        return False
    return last not in _BEFORE_NOUN or words[place] != "est"


def _between(words: Sequence[str], at: int) -> int:
    """How many of the words from a place on may stand between « être » and its participle: a word or a phrase."""
    word = words[at]
    for phrase in _phrases_between(word):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return len(phrase)
    if word in _words("between") or (word.endswith("ment") and len(word) > _SHORT):
        return 1
    return int(word in _PRONOUNS and (word == "-" or words[at - 1] == "-"))


@cache
def _phrases_between(first: str) -> tuple[tuple[str, ...], ...]:
    """The phrases that begin with a word."""
    phrases = (tuple(line.split()) for line in word_lists("passives", "fr")["phrases-between"].strip().split("\n"))
    return tuple(phrase for phrase in phrases if phrase[0] == first)


@lru_cache(maxsize=20_000)
def is_participle(word: str) -> bool:
    """Whether a word, in lower case with straight apostrophes, has the form of a participle."""
    if word in _agreeing("with-etre") or word in _words("not-participles"):
        return False
    if len(word) > 3 and word.isalpha() and word.endswith(_FEMININE_OR_PLURAL):
        return True
    return word in _agreeing("irregular") or word in _agreeing("states")


def _acts(words: Sequence[str], at: int, *, been: bool) -> bool:
    """Whether something is done to the subject: no state, no feeling, no motion."""
    word = words[at]
    if words[at - 1] == "étant" and word == "donné":
        return False
    if been:
        return True
    return word not in _agreeing("moving") and (word not in _agreeing("states") or _has_agent(words[at + 1 : at + 4]))


def _has_agent(following: Sequence[str]) -> bool:
    """Whether « par » comes before anything that « de » or « à » brings (« obligé de passer par »)."""
    return "par" in following and _PREPOSITIONS.isdisjoint(following[: following.index("par")])
