"""How Mastodon reads a post: its length, links, hashtags and mentions, as a server of 2026 does.

Written from what its code does (status_length_validator.rb, extractor.rb, tag.rb, account.rb), and measured against
the cases of its specification and of its iOS application.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from smolint.language.graphemes import count_graphemes
from smolint.late_pattern import compiled
from smolint.platform import Entity
from smolint.source import Span
from smolint_mastodon.urls import extract_urls

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_URL_LENGTH = 23
_MAX_DOMAIN = 253

# Latin letters and general punctuation: text for which the standard `re` is enough.
_PLAIN = compiled("[\x00-\u02af\u2000-\u200b\u200e-\u2029\u202f-\u203b€]*")
_PLAIN_LETTER = "A-Za-zªµºÀ-ÖØ-öø-\u02af"
# What may stand inside of a hashtag, and with the underscore makes one of digits (`#2026_06`).
_NOT_AT_END = "·\u30fb\u200c"
_SEPARATOR = compiled(f"[_{_NOT_AT_END}]")
_AFTER_MENTION = compiled("[@＠À-ÖØ-öø-ɏɓɔɖɗəɛɣɨɯɲʉʋʻ\u0300-\u036fḀ-ỿ]|://")
_SCHEME_AT_END = compiled(r"(?<=.)https?\Z", re.DOTALL)


def post_length(text: str) -> int:
    """The length of a post in graphemes: a link counts 23, and `@user@host` as `@user`."""
    parts, done = [], 0
    for entity in _without_overlaps([*extract_urls(text), *_extract_mentions(text)]):
        is_mention = entity.text.startswith("@")
        parts += [text[done : entity.span.start], _local_part(entity) if is_mention else "x" * _URL_LENGTH]
        done = entity.span.end
    return count_graphemes("".join([*parts, text[done:]]))


def find_urls(text: str) -> list[Entity]:
    """The links of a post: with a scheme, a known top-level domain and at most 4,096 characters."""
    return [entity for entity in _entities(text) if entity.text[0] not in "@#＃"]


def find_hashtags(text: str) -> list[Entity]:
    """The hashtags of a post, sign included: after white space, and with at least one letter or separator."""
    return [entity for entity in _entities(text) if entity.text[0] in "#＃"]


def find_mentions(text: str) -> list[Entity]:
    """The mentions of a post, `@user` and `@user@host`."""
    return [entity for entity in _entities(text) if entity.text[0] == "@"]


def _entities(text: str) -> Iterator[Entity]:
    return _without_overlaps([*extract_urls(text), *_extract_hashtags(text), *_extract_mentions(text)])


def _without_overlaps(entities: Iterable[Entity]) -> Iterator[Entity]:
    """The entities in order of place; one that begins inside of another is left out."""
    done = 0
    for entity in sorted(entities, key=lambda each: each.span.start):
        if entity.span.start >= done:
            done = entity.span.end
            yield entity


def _local_part(mention: Entity) -> str:
    return "@" + mention.text[1:].partition("@")[0]


def _extract_hashtags(text: str) -> Iterator[Entity]:
    if "#" not in text and "＃" not in text:
        return
    plain = bool(_PLAIN.fullmatch(text))
    for match in _hashtag(plain=plain).finditer(text):
        end = match.start(1) + len(match[1].rstrip(_NOT_AT_END))
        if not (
            _letter(plain=plain).search(text, match.start(1), end)
            or _SEPARATOR.search(text, match.start(1) + 1, end - 1)
        ):
            continue
        if text.startswith("://", end) and (scheme := _SCHEME_AT_END.search(text, match.start(1), end)):
            end = scheme.start()
        yield Entity(text[match.start() : end], Span(match.start(), end))


def _extract_mentions(text: str) -> Iterator[Entity]:
    if "@" not in text:
        return
    for match in _mention(plain=bool(_PLAIN.fullmatch(text))).finditer(text):
        host = match.group().rpartition("@")[2] if match.group().count("@") > 1 else ""
        if len(host) <= _MAX_DOMAIN and not _AFTER_MENTION.match(text, match.end()):
            yield Entity(match.group(), Span(*match.span()))


def _classes(*, plain: bool) -> tuple[str, str]:
    """What counts as a letter, and as part of a word, inside of brackets (Ruby's `[:alpha:]` and `[:word:]`)."""
    letter = _PLAIN_LETTER if plain else r"\p{Alphabetic}"
    return letter, letter + ("0-9_\u203f" if plain else r"\p{M}\p{Nd}\p{Pc}")


def _compile(pattern: str, *, plain: bool) -> Any:
    if plain:
        return compiled(pattern)
    import regex

    return regex.compile(pattern)


@cache
def _hashtag(*, plain: bool) -> Any:
    _, word = _classes(plain=plain)
    return _compile(rf"(?<!\S)[#＃]([{word}][{word}{_NOT_AT_END}]*)", plain=plain)


@cache
def _letter(*, plain: bool) -> Any:
    return _compile(f"[{_classes(plain=plain)[0]}]", plain=plain)


@cache
def _mention(*, plain: bool) -> Any:
    _, word = _classes(plain=plain)
    user = r"[A-Za-z0-9_]+(?:[.-]+[A-Za-z0-9_]+)*"
    return _compile(rf"(?<![=/{word}])@{user}(?:@[{word}]+(?:[.-]+[{word}]+)*)?", plain=plain)
