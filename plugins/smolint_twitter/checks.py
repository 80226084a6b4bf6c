"""The checks on what only X has: cashtags and polls."""

from __future__ import annotations

from smolint.check import Check, Mark
from smolint.platform import count_characters
from smolint.source import Span
from smolint.type_checking import TYPE_CHECKING
from smolint_twitter.text import find_cashtags

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from smolint.check import NoOptions
    from smolint.draft import Embed
    from smolint.reading import Reading


def too_many_cashtags(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """The first cashtag beyond the number that the platform takes; one that comes again counts once.

    Values: `count`, `limit`.
    """
    limit = reading.platform.fact("cashtag_max")
    first = {tag.text.lower(): tag for tag in reversed(find_cashtags(reading.post.text))}
    tags = sorted(first.values(), key=lambda tag: tag.span)
    if limit and len(tags) > limit:
        yield Mark(reading.post.span(*tags[limit].span), {"count": len(tags), "limit": limit})


def poll_options(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """What makes X refuse a poll.

    Variants: `few` (fewer options than it takes), `many` (the first too many), `long` (each option that is),
    `media` (images beside the poll). Values: `count`, `limit`.
    """
    fewest, most = reading.platform.fact("poll_options") or (0, 0)
    longest = reading.platform.fact("poll_option_max") or 0
    content = reading.draft.content
    for poll in (embed for embed in content.embeds if embed.kind == "poll"):
        places = list(_places(reading, poll))
        if most and not fewest <= len(places) <= most:
            few = len(places) < fewest
            place = poll.span if few else places[most]
            yield _mark(place, "few" if few else "many", len(places), fewest if few else most)
        for place in places:
            count = count_characters(reading.draft.source[place])
            if longest and count > longest:
                yield _mark(place, "long", count, longest)
        if content.images:
            yield _mark(content.images[0].span, "media", len(content.images), 0)


def _places(reading: Reading, poll: Embed) -> Iterator[Span]:
    """Where the options of a poll stand in the source."""
    source, start = reading.draft.source, poll.span.start
    for _, option in poll.attributes:
        place = source.text.find(option, start, poll.span.end)
        if place >= 0:
            start = place + len(option)
            yield Span(place, start)


def _mark(span: Span, variant: str, count: int, limit: int) -> Mark:
    values: dict[str, Any] = {"count": count, "limit": limit}
    return Mark(span, values, variant=variant)


CHECKS = (Check("too-many-cashtags", too_many_cashtags), Check("poll-options", poll_options))
