"""The form of the English passive: be or get, adverbs, a past participle."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from smolint.language.phrases import word_lists

if TYPE_CHECKING:
    from collections.abc import Sequence

_PRONOUNS = frozenset(
    {"i", "you", "he", "she", "it", "we", "they", "this", "that", "these", "those", "anyone", "people"}
)
_GET = frozenset({"get", "gets", "got", "gotten", "getting"})
_HAS_OR_IS = frozenset({"that's", "it's", "he's", "she's", "what's", "who's"})
_BEING = frozenset({"been", "being"})
_CONTRACTED = frozenset({"i'm", "we're", "you're", "they're"})
_PERSONS = frozenset({"i", "you", "we", "they", "he", "she"})
_OBJECTS = frozenset(
    {"a", "an", "the", "it", "us", "me", "him", "them", "my", "our", "his", "her", "its", "their", "some"}
)
_QUESTION_WORDS = frozenset(
    {"how", "when", "where", "why", "what", "which", "who", "and", "but", "or", ",", ":", "(", "“"}
)
_LIKE_VERBS = ("re", "co", "pre", "mis", "over", "under", "de", "un", "self", "hand", "auto", "cross", "double")
_FARTHEST = 5


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_lists("passives", "en")[name].split())


def participle_after(words: Sequence[str], place: int) -> int | None:
    """Where the participle of the passive stands whose auxiliary is `words[place]`; None when it is no passive.

    `words` are the tokens of one sentence in lower case.
    """
    last = words[place]
    at = place + 1
    if at < len(words) and words[at] in _PRONOUNS and _opens_question(words, place):
        at += 1
    limit = at + _FARTHEST
    while at < len(words) and at < limit and _may_stand_between(words[at]):
        last = words[at] if not words[at].isspace() else last
        at += 1
    if at >= len(words) or not _is_participle(words[at]) or last in _words("degree"):
        return None
    return at if _acts(words, place, at, last) else None


def _opens_question(words: Sequence[str], place: int) -> bool:
    before = next((word for word in reversed(words[:place]) if not word.isspace()), ",")
    return before in _QUESTION_WORDS


def _may_stand_between(word: str) -> bool:
    return word in _words("between") or word.isspace() or (word.endswith("ly") and len(word) > 4)


def _is_participle(word: str) -> bool:
    head, _, tail = word.rpartition("-")
    if head and head not in _LIKE_VERBS:
        return False
    if tail in _words("irregular"):
        return True
    if not tail.endswith("ed") or len(tail) < 4 or tail in _words("not-participles") or not tail.isalpha():
        return False
    return not tail.startswith("un") or tail.startswith("under") or tail in _words("undone")


def _is_person(words: Sequence[str], place: int) -> bool:
    """Whether the subject is a person who may be done with something ("when you are done")."""
    return words[place] in _CONTRACTED or (place > 0 and words[place - 1] in _PERSONS)


def _acts(words: Sequence[str], place: int, at: int, last: str) -> bool:
    """Whether something is done to the subject: no state or feeling, and no adjective before a noun."""
    auxiliary, word = words[place], words[at]
    after = next((word for word in words[at + 1 :] if not word.isspace()), ".")
    if "by" in words[at + 1 : at + 4] and auxiliary not in _GET:
        return True
    if (word in _words("states") and last != "being") or (word == "done" and _is_person(words, place)):
        return False
    if word == "used" and after == "to" and words[at + 2 : at + 3] and words[at + 2].endswith("ing"):
        return False
    if auxiliary in _HAS_OR_IS and last not in _BEING and (word in _words("without-object") or after in _OBJECTS):
        return False
    ends = not after[0].isalnum() or after in _words("after") or after.endswith("ly")
    if auxiliary in _GET:
        return ends and after not in _OBJECTS
    return ends or word in _words("with-object") or last in _BEING or after[0].isdigit()
