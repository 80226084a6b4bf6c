"""Mentions: one that turns a post into a reply, names that no platform links as they are written, too many."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from smolint.check import Check, Mark
from smolint.dataclass import dataclass
from smolint.finding import Edit, Fix, Level
from smolint.late_pattern import late_pattern
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smolint.reading import Reading

_WRITTEN = late_pattern(
    r"(?<![\w@＠/.+%`=-])[@＠](?P<name>\w(?:[\w.·-]*\w)?)(?P<server>@[\w-]+(?:\.[\w-]+)*)?(?!\w*[/`(]|://)"
)
# Endings that a writer adds to a name that is fine by itself (@ada-approved, @GitHub-hosted).
_SUFFIX = late_pattern(
    r"(?:[a-z](?:ed|ing|en)|like|style|ready|only|free|wide|native|first|friendly|owned|fan|fans|made)\Z"
)


def leading_mention(reading: Reading, _: object) -> Iterator[Mark]:
    """The mention with which a post or thread begins, which makes it a reply; posts that are meant as one are fine.

    The fix puts a full stop before it, as people do who want to be read by all. Value: `written`.
    """
    draft = reading.draft
    if draft.part or draft.field("reply", "in_reply_to") or not reading.mentions:
        return
    first = reading.mentions[0]
    text = reading.post.text
    if text[: first.span.start].strip() or not text[first.span.end :].strip():
        return
    span = reading.post.span(*first.span)
    fix = Fix(f"{first.text} → .{first.text}", (Edit(Span(span.start, span.start), "."),), safe=False)
    yield Mark(span, {"written": first.text}, fix)


@dataclass(frozen=True, slots=True)
class Invalid:
    """What a name may be on a platform.

    `characters`: those that it may hold, as inside the brackets of a regular expression (empty: any).
    `max_characters`: how many (0: any number). `domain`: whether a name is a domain, as on Bluesky.
    `server`: whether `@name@server` names an account elsewhere.
    """

    characters: str = ""
    max_characters: int = 0
    domain: bool = False
    server: bool = False


def invalid_mention(reading: Reading, options: Invalid) -> Iterator[Mark]:
    """Mentions that a platform cuts short or does not link at all.

    Values: `written`, and by variant `linked` (`cut`), `count` and `limit` (`long`), `server` (`server`).
    """
    if "@" not in reading.post.text and "＠" not in reading.post.text:
        return
    text = reading.post.text
    addressed = _inside(reading)
    linked = {mention.span.start: mention.text for mention in reading.mentions}
    for match in _WRITTEN.finditer(text):
        if addressed(match.start()):
            continue
        found = _fault(match, linked.get(match.start(), ""), options)
        if found:
            variant, values = found
            end = match.end() if variant == "server" else match.end("name")
            written = text[match.start() : end]
            yield Mark(reading.post.span(match.start(), end), {"written": written, **values}, variant=variant)


def _inside(reading: Reading) -> Callable[[int], bool]:
    """Tells whether an offset of the post lies within one of its addresses."""
    starts = [url.span.start for url in reading.urls]
    ends = [0, *(url.span.end for url in reading.urls)]
    return lambda offset: offset < ends[bisect_right(starts, offset)]


def _fault(match: re.Match[str], linked: str, options: Invalid) -> tuple[str, dict[str, Any]] | None:
    """The variant and the values of what is wrong with a mention, None where nothing is."""
    name, server = match["name"], match["server"]
    if server:
        wrong = options.server and "." not in server
        return ("server", {"server": server[1:]}) if wrong else None
    if options.domain:
        return None if "." in name else ("domain", {})
    if options.characters and (rest := re.sub(rf"^[{options.characters}]*", "", name)):
        return _cut(rest, linked)
    if options.max_characters and len(name) > options.max_characters:
        return "long", {"count": len(name), "limit": options.max_characters}
    return None


def _cut(rest: str, linked: str) -> tuple[str, dict[str, Any]] | None:
    # After a full stop a sentence, or the rest of an address, goes on: nobody can say that the name was meant to.
    if rest.startswith(".") or (rest.startswith("-") and _SUFFIX.search(rest)):
        return None
    return ("cut", {"linked": linked}) if linked else ("", {})


@dataclass(frozen=True, slots=True)
class TooMany:
    """`fact`: the platform's fact with the highest number; `limit`, if not 0, goes before it."""

    fact: str = "mention_max"
    limit: int = 0


def too_many_mentions(reading: Reading, options: TooMany) -> Iterator[Mark]:
    """The first mention beyond the limit. Values: `count`, `limit`, `platform`."""
    fact = reading.platform.facts.get(options.fact)
    limit = options.limit or (fact.value if fact else 0) or 0
    if not limit or len(reading.mentions) <= limit:
        return
    uncertain = not options.limit and fact is not None and fact.confidence == "low"
    yield Mark(
        reading.post.span(*reading.mentions[limit].span),
        {"count": len(reading.mentions), "limit": limit, "platform": reading.platform.label},
        at_most=Level.WARNING if uncertain else None,
    )


CHECKS: tuple[Check, ...] = (
    Check("leading-mention", leading_mention),
    Check("invalid-mention", invalid_mention, Invalid),
    Check("too-many-mentions", too_many_mentions, TooMany),
)
