"""The form of the English passive: be or get, adverbs, a past participle."""

from __future__ import annotations

from functools import cache, lru_cache
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
_BE = _BEING | {"be"}
_CONTRACTED = frozenset({"i'm", "we're", "you're", "they're"})
_PERSONS = frozenset({"i", "you", "we", "they", "he", "she"})
_OBJECTS = frozenset(
    {"a", "an", "the", "it", "us", "me", "him", "them", "my", "our", "his", "her", "its", "their", "some"}
)
_QUESTION_WORDS = frozenset(
    {"how", "when", "where", "why", "what", "which", "who", "and", "but", "or", ",", ":", "(", "“"}
)
_LIKE_VERBS = frozenset(
    {"re", "co", "pre", "mis", "over", "under", "de", "un", "self", "hand", "auto", "cross", "double", "open", "fast"}
)
_BY = "by"
_OPENS_QUESTION = frozenset({"is", "are", "was", "were"})
_THINGS = frozenset({"things", "it", "anything", "something", "everything", "stuff", "work"})
_FARTHEST = 5


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word_lists("passives", "en")[name].split())


def participle_after(words: Sequence[str], place: int) -> int | None:
    """Where the participle of the passive stands whose auxiliary is `words[place]`; None when it is no passive.

    `words` are the tokens of one sentence in lower case.
    """
    at = _directly_after(words, place)
    if at is None and words[place] not in _CONTRACTED:
        at = _after_noun(words, place)
    return at


def _directly_after(words: Sequence[str], place: int) -> int | None:
    """The participle of "was soon sold" and "was it sold"."""
    last = words[place]
    at = place + 1
    if at < len(words) and words[at] in _PRONOUNS and _opens_question(words, place):
        at += 1
    limit = at + _FARTHEST
    while at < len(words) and at < limit and _may_stand_between(words[at]):
        last = words[at]
        at += 1
    if at >= len(words) or not is_participle(words[at]) or last in _words("degree"):
        return None
    return at if _acts(words, place, at, last) else None


def _after_noun(words: Sequence[str], place: int) -> int | None:
    """The participle behind a noun: "were the loaves sold?", "is a loaf baked for Ada", "get the bread sold"."""
    at = place + 1
    limit = at + _FARTHEST + 1
    while at < len(words) and at < limit and _belongs_to_noun(words[at]):
        if at > place + 1 and is_participle(words[at]) and _follows_noun(words, place, at):
            return at
        at += 1
    return None


def _belongs_to_noun(word: str) -> bool:
    if "'" in word and not word.endswith("'s"):
        return False
    return word[0].isalnum() and word not in _PRONOUNS and word not in _words("no-part-of-noun")


def _follows_noun(words: Sequence[str], place: int, at: int) -> bool:
    """Whether the participle tells what is done to the noun before it, and is no adjective or past tense."""
    before, word, after = words[at - 1], words[at], _next(words, at)
    opener = words[place + 1]
    if (
        word in _words("states") | _words("states-before-to")
        or before in _words("before-noun")
        or before.endswith("ly")
    ):
        return False
    if words[place] in _GET:
        return opener in _words("before-noun") | _THINGS and (word == "done" or after == _BY)
    if words[place] in _OPENS_QUESTION and "?" in words[at:] and _opens_question(words, place):
        return not after[0].isalnum() or after in _words("after")
    return opener in _words("before-noun") and (
        after == _BY or word in _words("naming") or (word in _words("after-noun") and after in _words("of-participle"))
    )


def _next(words: Sequence[str], at: int) -> str:
    return words[at + 1] if at + 1 < len(words) else "."


def _opens_question(words: Sequence[str], place: int) -> bool:
    before = words[place - 1] if place else ","
    return before in _QUESTION_WORDS or before.endswith("ly")


def _may_stand_between(word: str) -> bool:
    return word in _words("between") or (word.endswith("ly") and len(word) > 4)


@lru_cache(maxsize=20_000)
def is_participle(word: str) -> bool:
    """Whether a word, in lower case with straight apostrophes, has the form of a participle."""
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
    after = _next(words, at)
    if _BY in words[at + 1 : at + 4] and auxiliary not in _GET:
        return True
    if word in _words("states-before-to"):
        return after not in {"to", "for"} and not _is_person(words, place)
    if (word in _words("states") and last != "being") or (word == "done" and _is_person(words, place)):
        return False
    if word == "used" and after == "to" and words[at + 2 : at + 3] and words[at + 2].endswith("ing"):
        return False
    if auxiliary == "what's" and word in _words("naming"):
        return True
    if auxiliary in _HAS_OR_IS and last not in _BEING and (word in _words("without-object") or after in _OBJECTS):
        return False
    ends = not after[0].isalnum() or after in _words("after") or after.endswith(("ly", "ing"))
    if auxiliary in _GET:
        return ends and after not in _OBJECTS
    return ends or word in _words("with-object") or auxiliary in _BE or last in _BE or after[0].isdigit()
