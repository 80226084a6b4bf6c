"""How X reads a post: its weighted length, hashtags, mentions and cashtags, as twitter-text v3 defines them.

Measured against twitter-text's own conformance cases; rules of its config/v3.json at 30e2430.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from smolint.dataclass import dataclass
from smolint.late_pattern import compiled
from smolint.platform import Entity
from smolint.source import Span
from smolint.type_checking import TYPE_CHECKING
from smolint_twitter.urls import INVALID, LATIN, find_urls, overlaps

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


@dataclass(frozen=True)
class Counting:
    """The weights of a twitter-text configuration, in characters.

    Characters in `light` ranges (code points, both ends included) weigh 1, others `heavy`; a URL weighs `url`,
    whatever its length. With `emoji` a whole emoji sequence weighs `heavy`.
    """

    limit: int = 280
    light: tuple[tuple[int, int], ...] = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
    heavy: int = 2
    url: int = 23
    emoji: bool = True


V3 = Counting()

_PLAIN_LETTER = "A-Za-zªµºÀ-ÖØ-öø-\u02af"
_SPECIAL = "_\u200c\u200d\ua67e\u05be\u05f3\u05f4～〜\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c·"


# Every run on a post loads this module; most posts need few of its patterns.


@lru_cache(maxsize=1)
def _plain() -> re.Pattern[str]:
    """Latin letters and general punctuation: text without emoji or marks, for which the standard `re` is enough."""
    return compiled("[\x00-\u02af\u2000-\u200c\u200e-\u2029\u202f-\u203b€]*")


def _is_plain(text: str) -> bool:
    return text.isascii() or _plain().fullmatch(text) is not None


@lru_cache(maxsize=1)
def _mention() -> re.Pattern[str]:
    return compiled(
        r"(?:(?<![A-Za-z0-9_!#$%&*@＠])|(?<=\brt)|(?<=\brt:))"
        rf"[@＠]([A-Za-z0-9_]{{1,20}})(/[A-Za-z][A-Za-z0-9_-]{{0,24}})?(?![@＠{LATIN}]|://|[A-Za-z0-9_])",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1)
def _reply() -> re.Pattern[str]:
    return compiled(rf"\s*[@＠]([A-Za-z0-9_]{{1,20}})(?![@＠{LATIN}]|://|[A-Za-z0-9_])")


@lru_cache(maxsize=1)
def _cashtag() -> re.Pattern[str]:
    return compiled(
        r"(?<!\S)\$[a-z]{1,6}(?:[._][a-z]{1,2})?(?=$|\s|[!'#%&()*+,\\\-./:;<=>?@\[\]^_{|}~$])", re.IGNORECASE
    )


def weighted_length(text: str, counting: Counting = V3) -> int:
    """The length of a post as X counts it: NFC, URLs 23, emoji sequences 2, Latin 1, most other characters 2."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    urls = find_urls(text)
    rest = _without(text, [url.span for url in urls]) if urls else text
    return len(urls) * counting.url + _weigh(rest, counting)


def _without(text: str, spans: Iterable[Span]) -> str:
    parts, done = [], 0
    for start, end in spans:
        parts.append(text[done:start])
        done = end
    return "".join([*parts, text[done:]])


def _weigh(text: str, counting: Counting) -> int:
    if text.isascii():
        return len(text)
    emoji = 0
    if counting.emoji and not _is_plain(text):
        text, emoji = _emoji().subn("", text)
    return emoji * counting.heavy + len(text) + (counting.heavy - 1) * len(_heavy(counting.light).findall(text))


@lru_cache(maxsize=4)
def _heavy(light: tuple[tuple[int, int], ...]) -> re.Pattern[str]:
    ranges = "".join(f"{chr(start)}-{chr(end)}" for start, end in light)
    return compiled(f"[^{ranges}]" if ranges else r"[\s\S]")


@lru_cache(maxsize=1)
def _emoji() -> Any:
    """A pattern of one emoji sequence: keycaps, flags, tagged flags, skin tones and what ZWJ joins."""
    import regex

    picture = r"(?:(?![©®™♟])\p{Extended_Pictographic}(?!\uFE0E)|[©®™♟](?=\uFE0F))\uFE0F?\p{Emoji_Modifier}?\uFE0F?"
    tags = r"(?:[\U000E0020-\U000E007E]+\U000E007F)?"
    return regex.compile(rf"[0-9#*]\uFE0F?\u20E3|\p{{RI}}{{2}}|{picture}{tags}(?:\u200D{picture})*")


def is_valid(text: str, counting: Counting = V3) -> bool:
    """Whether X accepts the text as a post: not empty, no invalid characters, not over the limit."""
    return bool(text) and not re.search(f"[{INVALID}]", text) and weighted_length(text, counting) <= counting.limit


def find_hashtags(text: str) -> list[Entity]:
    """The hashtags of a post, sign included: at least one letter, not glued to a word, not part of a URL."""
    if "#" not in text and "＃" not in text:
        return []
    pattern = _hashtag_plain() if _is_plain(text) else _hashtag_any()
    return _outside_urls(text, (Span(*match.span()) for match in pattern.finditer(text)))


def _hashtag_pattern(letter: str, digit: str, marks: str) -> str:
    word = f"{letter}{digit}{_SPECIAL}"
    # A variation selector is a mark, but after an emoji it parts the hashtag from what stands before.
    before = rf"(?:(?<![{word}&])|(?<=[{marks}]))" if marks else rf"(?<![{word}&])"
    return rf"{before}[#＃](?![\uFE0F\u20E3])[{word}]*[{letter}][{word}]*(?![#＃]|://|[{word}])"


@lru_cache(maxsize=1)
def _hashtag_plain() -> re.Pattern[str]:
    return compiled(_hashtag_pattern(_PLAIN_LETTER, "0-9", ""))


@lru_cache(maxsize=1)
def _hashtag_any() -> Any:
    import regex

    return regex.compile(_hashtag_pattern(r"\p{L}\p{M}", r"\p{Nd}", r"\uFE0E\uFE0F"))


def find_mentions(text: str) -> list[Entity]:
    """The mentions of a post, sign and list name included, outside URLs and e-mail addresses."""
    if "@" not in text and "＠" not in text:
        return []
    return _outside_urls(text, (Span(*match.span()) for match in _mention().finditer(text)))


def find_cashtags(text: str) -> list[Entity]:
    """The cashtags of a post (`$` and one to six letters), sign included."""
    if "$" not in text:
        return []
    return [Entity(match.group(), Span(*match.span())) for match in _cashtag().finditer(text)]


def replied_to(text: str) -> str:
    """The user name, without `@`, that a post begins with and so replies to; `""` when it begins otherwise."""
    match = _reply().match(text)
    return match[1] if match else ""


def _outside_urls(text: str, spans: Iterable[Span]) -> list[Entity]:
    urls = [url.span for url in find_urls(text)]
    return [Entity(text[span.start : span.end], span) for span in spans if not overlaps(span, urls)]
