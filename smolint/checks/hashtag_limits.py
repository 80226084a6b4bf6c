"""Hashtags that a platform will not take, that stand twice, or that come on the wrong day."""

from __future__ import annotations

import re

from smolint.check import Check, Mark
from smolint.dataclass import dataclass
from smolint.finding import Edit, Fix, Level
from smolint.late_pattern import late_pattern
from smolint.platform import count_characters, find_hashtags
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from smolint.draft import Draft
    from smolint.platform import Entity, Fact
    from smolint.reading import Reading
    from smolint.source import Span

_DAY = late_pattern(r"(?<!\d)((?:19|20)\d\d)([-_]?)(\d\d)\2(\d\d)(?!\d)")
_FRIDAY = 4
# How far around a hashtag a row of hashtags is looked for, in characters.
_ROW = 300
_WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
}


@dataclass(frozen=True, slots=True)
class OverLimit:
    """`fact`: the platform's fact with the highest number of hashtags; `soft_fact`: one that only warns.

    `characters_fact`: the one with the longest hashtag, in characters without the sign. `fields`: the
    front-matter fields with the hashtags that are added when the post is published, as a list or by account.
    """

    fact: str = "hashtag_max"
    soft_fact: str = "hashtag_max_older"
    characters_fact: str = "hashtag_max_graphemes"
    fields: tuple[str, ...] = ("hashtags",)


def over_limit(reading: Reading, options: OverLimit) -> Iterator[Mark]:
    """The first hashtag beyond the number that a platform takes, and each that is too long for it.

    Values: `count`, `limit`, `platform`. Variants: `soft` (an older limit), `long`.
    """
    facts = reading.platform.facts
    places = [reading.post.span(*tag.span) for tag in reading.hashtags]
    places += _added(reading, options.fields)
    for variant, name in (("", options.fact), ("soft", options.soft_fact)):
        fact = facts.get(name)
        if fact and fact.value and len(places) > fact.value:
            yield _mark(reading, places[fact.value], len(places), fact, variant)
            break
    longest = facts.get(options.characters_fact)
    if longest and longest.value:
        # A platform does not recognise what is too long, so its own finder is no help here.
        for tag in find_hashtags(reading.post.text):
            count = count_characters(tag.text[1:])
            if count > longest.value:
                yield _mark(reading, reading.post.span(*tag.span), count, longest, "long")


def _added(reading: Reading, fields: tuple[str, ...]) -> Iterator[Span]:
    """The places of the hashtags in the front matter that the text does not hold already."""
    field = reading.draft.field(*fields)
    names = (reading.platform.name, *reading.platform.aliases)
    written = {tag.text[1:].casefold() for tag in reading.hashtags}
    for key, item in field.children if field else ():
        lists = item.children and str(key).lower().partition("-")[0] in names
        for one in (child for _, child in item.children) if lists else (item,):
            if isinstance(one.value, str) and one.value.lstrip("#＃").casefold() not in written:
                yield one.span


def _mark(reading: Reading, span: Span, count: int, fact: Fact, variant: str) -> Mark:
    values = {"count": count, "limit": fact.value, "platform": reading.platform.label}
    uncertain = variant == "soft" or fact.confidence == "low"
    return Mark(span, values, variant=variant, at_most=Level.WARNING if uncertain else None)


def repeated(reading: Reading, _: object) -> Iterator[Mark]:
    """Each hashtag that stood in the post before, whatever its capitals. Values: `written`, `first`."""
    seen: dict[str, str] = {}
    for tag in reading.hashtags:
        first = seen.setdefault(tag.text[1:].casefold(), tag.text)
        if first is not tag.text:
            span = reading.post.span(*tag.span)
            yield Mark(span, {"written": tag.text, "first": first}, _without(reading, tag))


def _without(reading: Reading, tag: Entity) -> Fix | None:
    """Take out the sign of a hashtag that is part of a sentence, all of one that stands in a row of hashtags."""
    text = reading.post.text
    start, end = tag.span
    before = text[max(0, start - _ROW) : start].rpartition("\n")[2]
    after = text[end : end + _ROW].partition("\n")[0]
    in_row = all(word[0] in "#＃" for word in (*before.split()[-1:], *after.split()))
    if in_row and (before.strip() or after.strip()):
        title = f"{tag.text} → (–)"
        if before.strip():
            start -= len(before) - len(before.rstrip())
        else:
            end += len(after) - len(after.lstrip())
    else:
        end, title = start + 1, f"{tag.text} → {tag.text[1:]}"
    span = reading.post.span(start, end)
    return Fix(title, (Edit(span, ""),)) if reading.draft.source[span] == text[start:end] else None


@dataclass(frozen=True, slots=True)
class FollowFriday:
    """`hashtags`: those of Friday, in small letters. `fields`: the front-matter fields that may hold the day."""

    hashtags: tuple[str, ...] = ("ff", "followfriday")
    fields: tuple[str, ...] = ("schedule", "scheduled", "scheduled_at", "publish_date", "publishDate", "date")


def follow_friday(reading: Reading, options: FollowFriday) -> Iterator[Mark]:
    """Friday's hashtags in a post for another day; posts without a day are left alone.

    Values: `written`, `weekday_en`, `weekday_fr`.
    """
    tags = [tag for tag in reading.hashtags if tag.text[1:].lower() in options.hashtags]
    day = _day_of(reading.thread[0], options.fields) if tags else None
    if day is None or day.weekday() == _FRIDAY:
        return
    weekdays = {f"weekday_{language}": names[day.weekday()] for language, names in _WEEKDAYS.items()}
    for tag in tags:
        yield Mark(reading.post.span(*tag.span), {"written": tag.text, **weekdays})


def _day_of(draft: Draft, fields: tuple[str, ...]) -> date | None:
    """The day on which a draft appears: its front matter's, else the one in its file's name."""
    field = draft.field(*fields)
    written = str(field.value) if field else re.split(r"[/\\]", draft.source.path)[-1]
    match = _DAY.search(written)
    if match is None:
        return None
    from datetime import date

    try:
        return date(int(match[1]), int(match[3]), int(match[4]))
    except ValueError:
        return None


CHECKS: tuple[Check, ...] = (
    Check("hashtag-over-limit", over_limit, OverLimit),
    Check("hashtag-repeated", repeated),
    Check("follow-friday", follow_friday, FollowFriday),
)
