"""The length of a post, counted as its platform counts."""

from __future__ import annotations

import unicodedata

from smolint.check import Check, Mark
from smolint.dataclass import dataclass, replace
from smolint.finding import Level
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.platform import Platform
    from smolint.reading import Reading
    from smolint.source import Span

_JOINERS = "\u200d\ufe0e\ufe0f\u20e3"


@dataclass(frozen=True, slots=True)
class PostLength:
    """`fact`: the platform's fact that holds the limit; `limit`, if not 0, goes before it.

    `further`: whether the platform's other limits on a post (bytes …) are kept to as well.
    """

    fact: str = "max_text"
    limit: int = 0
    further: bool = False


def first_surplus(platform: Platform, text: str, limit: int) -> int:
    """The offset of the first character of `text` that no longer fits in `limit`, in the platform's own unit.

    A URL and a character joined to the one before are never cut: the offset is then where they begin.
    """
    if platform.length(text) <= limit:
        return len(text)
    kept = _longest(platform, text, limit)
    # A text cut short may weigh more than the whole: the start of `a.aea` reads as an address.
    while kept > 0 and (_is_joined(text, kept) or platform.length(text[:kept]) > limit):
        kept -= 1
    return kept


def _longest(platform: Platform, text: str, limit: int) -> int:
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if platform.length(text[:middle]) <= limit else (low, middle - 1)
    for url in platform.urls(text):
        if url.span.start < low < url.span.end:
            # Part of a URL may count less than it whole, so what fits is looked for again without it.
            return _longest_with_url(platform, text, limit, url.span.start, url.span.end)
    return low


def _longest_with_url(platform: Platform, text: str, limit: int, start: int, end: int) -> int:
    if platform.length(text[:end]) > limit:
        return start
    return end + first_surplus(platform, text[end:], limit - platform.length(text[:end]))


def _is_joined(text: str, offset: int) -> bool:
    return offset < len(text) and (
        text[offset] in _JOINERS or text[offset - 1] == "\u200d" or unicodedata.combining(text[offset]) > 0
    )


def post_length(reading: Reading, options: PostLength) -> Iterator[Mark]:
    """The end of a post that is over a limit, from the first visible character that no longer fits.

    Values: `length`, `limit` and `surplus` (in the limit's unit), `platform` (its name for people). The variants are
    the names of the platform's further limits; they are looked at when the post keeps the first one.
    """
    fact = reading.fact(options.fact)
    limit = options.limit or (fact.value if fact else 0) or 0
    if limit and reading.length > limit:
        certain = bool(options.limit) or fact is None or fact.confidence != "low"
        yield _over(reading, reading.platform, limit, certain=certain)
        return
    for other in reading.platform.limits if options.further else ():
        fact = reading.fact(other.fact)
        counted = replace(reading.platform, count=other.count)
        if fact and fact.value and counted.length(reading.post.text) + reading.length_of_field > fact.value:
            certain = other.certain and fact.confidence != "low"
            yield _over(reading, counted, fact.value, certain=certain, variant=other.name)
            return


def _over(reading: Reading, platform: Platform, limit: int, *, certain: bool, variant: str = "") -> Mark:
    length = platform.length(reading.post.text) + reading.length_of_field
    return Mark(
        _surplus_span(reading, platform, limit - reading.length_of_field),
        {"length": length, "limit": limit, "surplus": length - limit, "platform": platform.label},
        variant=variant,
        at_most=None if certain else Level.WARNING,
    )


def _surplus_span(reading: Reading, platform: Platform, room: int) -> Span:
    """What of the post no longer fits in the room that its counted field leaves; that field where it leaves none."""
    if room <= 0 and reading.counted_field:
        return reading.counted_field.span
    text = reading.post.text
    surplus = first_surplus(platform, text, room)
    surplus += len(text) - surplus - len(text[surplus:].lstrip())
    return reading.post.span(surplus)


CHECKS: tuple[Check, ...] = (Check("post-length", post_length, PostLength),)
