"""Where a draft goes: to a platform that has closed, or to colleagues and to everybody at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from smolint.check import Check, Mark
from smolint.dataclass import dataclass
from smolint.finding import Level
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Draft, Field
    from smolint.platform import Platform
    from smolint.reading import Reading

_NAMING_FIELDS = ("platform", "platforms", "media")
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}


@dataclass(frozen=True, slots=True)
class Closed:
    """`instead`: live platforms to name. `date_fact`: the platform's fact with the day on which it closed."""

    instead: tuple[str, ...] = ()
    date_fact: str = "discontinued_on"


def platform_closed(reading: Reading, options: Closed) -> Iterator[Mark]:
    """The place that sends a draft to a platform that has closed: its name in the front matter, else the first line.

    Values: `platform`, `instead`, and for variant `dated` the day, as `since_en` and `since_fr`.
    """
    platform = reading.platform
    if not platform.discontinued or reading.draft.part:
        return
    values: dict[str, Any] = {"platform": platform.label, "instead": ", ".join(options.instead)}
    day = platform.fact(options.date_fact)
    if day:
        values |= {"since_en": _in_words(day, "en"), "since_fr": _in_words(day, "fr")}
    uncertain = platform.facts["status"].confidence == "low"
    yield Mark(
        _sent_from(reading.draft, platform),
        values,
        variant="dated" if day else "",
        at_most=Level.WARNING if uncertain else None,
    )


def _in_words(day: str, language: str) -> str:
    year, month, number = (int(part) for part in day.split("-"))
    ordinal = "1er" if language == "fr" and number == 1 else str(number)
    return f"{ordinal}\N{NO-BREAK SPACE}{_MONTHS[language].split()[month - 1]} {year}"


def internal_leak(reading: Reading, _: object) -> Iterator[Mark]:
    """The place that sends a draft to an internal platform, where the same draft goes to a public one as well.

    Values: `platform` (the internal one), `public` (the others).
    """
    public = [one.label for one in reading.targets if not one.internal]
    if reading.platform.internal and public and not reading.draft.part:
        values = {"platform": reading.platform.label, "public": ", ".join(public)}
        yield Mark(_sent_from(reading.draft, reading.platform), values)


def _sent_from(draft: Draft, platform: Platform) -> Span:
    """The name of the platform in the front matter; without one, the first line of the draft."""
    for field in _naming(draft):
        for name in sorted((platform.name, *platform.aliases), key=len, reverse=True):
            place = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", draft.source[field.span], re.IGNORECASE)
            if place:
                return Span(field.span.start + place.start(), field.span.start + place.end())
    return _first_line(draft)


def _naming(draft: Draft) -> Iterator[Field]:
    fields = dict(draft.fields)
    for name in _NAMING_FIELDS:
        if field := fields.get(name):
            yield from (item for _, item in field.children) if field.children else (field,)


def _first_line(draft: Draft) -> Span:
    block = next((block for block in draft.blocks if block.text.strip()), draft.title)
    if block is None:
        return Span(draft.body_span.start, draft.body_span.start)
    whole = block.span()
    return Span(whole.start, whole.start + len(draft.source[whole].partition("\n")[0].rstrip("\r")))


CHECKS: tuple[Check, ...] = (
    Check("platform-closed", platform_closed, Closed, on_closed=True),
    Check("internal-leak", internal_leak, on_closed=True),
)
