"""How Threads reads a post: the counts that sources give for emoji, and its mentions."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import Any

from smolint.language.graphemes import graphemes
from smolint.late_pattern import compiled
from smolint.platform import Entity, find_urls
from smolint.source import Span

# The names of Instagram: letters, digits, full stops and underscores, 30 at most, no full stop at an end.
_MENTION = compiled(r"(?<![\w@＠/.])[@＠][A-Za-z0-9_](?:[A-Za-z0-9_.]{0,28}[A-Za-z0-9_])?(?![\w@＠])")


def emoji_as_bytes(text: str) -> int:
    """The length of a post in characters, each emoji as its UTF-8 bytes: the strictest count given."""
    if text.isascii():
        return len(text)
    return sum(_weight(cluster) for cluster in graphemes(text))


def _weight(cluster: str) -> int:
    return len(cluster.encode("utf-8", "surrogatepass")) if _emoji().search(cluster) else len(cluster)


@cache
def _emoji() -> Any:
    import regex

    return regex.compile(r"[\p{Emoji_Presentation}\p{Regional_Indicator}\uFE0F\u20E3]")


def find_mentions(text: str) -> list[Entity]:
    """The `@name` mentions of a post, outside URLs and e-mail addresses."""
    urls = [url.span for url in find_urls(text)]
    return [
        Entity(match.group(), Span(*match.span()))
        for match in _MENTION.finditer(text)
        if not _is_within(match.start(), urls)
    ]


def _is_within(offset: int, spans: list[Span]) -> bool:
    """Whether a character stands in one of the spans, which are in order and apart."""
    before = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return before >= 0 and offset < spans[before].end
