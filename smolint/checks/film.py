"""The description of a film: its chapters, the link that viewers see, signs that are refused."""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.field_limits import text_of
from smolint.dataclass import dataclass
from smolint.late_pattern import late_pattern
from smolint.named_tuple import NamedTuple
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.reading import Reading

_TIME = late_pattern(
    r"^[ \t]*(?:[-–—•*►▶][ \t]*)?[(\[]?(?P<time>(?:(?P<h>\d{1,2}):)?(?P<m>\d{1,2}):(?P<s>[0-5]\d))(?!:?\d)[)\]]?"
    r"(?![ \t]*(?:[ap]\.?m\b|h\b|uhr\b))[ \t]*(?=[^\s])",
    re.MULTILINE | re.IGNORECASE,
)
_FEWEST = 3


class _Time(NamedTuple):
    """A time at the start of a line: its place in the source, and its value in seconds."""

    span: Span
    seconds: int


@dataclass(frozen=True, slots=True)
class Chapters:
    """`fields`: the front-matter fields that hold the description, else the body does.

    `min_seconds`: the shortest chapter.
    """

    fields: tuple[str, ...] = ("description",)
    min_seconds: int = 10


def chapters(reading: Reading, options: Chapters) -> Iterator[Mark]:
    """Times of a list of chapters that make the platform ignore the whole list.

    Variants: `start` (the first is not 0:00), `few` (fewer than three), `order` (not after the one before), `short`.
    Values: `time`, `count`, `limit`.
    """
    for times in _lists(_times(reading, options.fields)):
        if len(times) < _FEWEST:
            if len(times) > 1 and times[0].seconds == 0:
                yield _mark(reading, times[0], "few", len(times), _FEWEST)
        elif not _tells_the_hour(times):
            yield from _faults(reading, times, options.min_seconds)


def _times(reading: Reading, fields: tuple[str, ...]) -> list[_Time]:
    field = reading.draft.field(*fields)
    start, end = field.span if field else reading.draft.body_span
    source = reading.draft.source
    found = []
    # Markdown joins the lines of a paragraph, and here each line counts: the source is read as it stands.
    for match in _TIME.finditer(source.text, source.line_start(start), end):
        seconds = int(match["h"] or 0) * 3600 + int(match["m"]) * 60 + int(match["s"])
        found.append(_Time(Span(*match.span("time")), seconds))
    return found


def _lists(times: list[_Time]) -> Iterator[list[_Time]]:
    """The times of each list; a new one begins at each 0:00."""
    starts = [0, *(index for index, time in enumerate(times) if index and time.seconds == 0), len(times)]
    yield from (times[start:end] for start, end in pairwise(starts))


def _tells_the_hour(times: list[_Time]) -> bool:
    """Whether these are hours of the day (18:30 Doors open), not minutes of a film."""
    return times[0].seconds >= 5 * 60 and all(one.seconds % 5 == 0 and one.seconds < 24 * 60 for one in times)


def _faults(reading: Reading, times: list[_Time], min_seconds: int) -> Iterator[Mark]:
    if times[0].seconds:
        yield _mark(reading, times[0], "start", len(times), 0)
    rising = _rising([time.seconds for time in times])
    previous = None
    for index, time in enumerate(times):
        if index not in rising:
            yield _mark(reading, time, "order", len(times), 0)
            continue
        if previous and time.seconds - previous.seconds < min_seconds:
            yield _mark(reading, previous, "short", time.seconds - previous.seconds, min_seconds)
        previous = time


def _rising(values: list[int]) -> set[int]:
    """The places of the longest rising run of values, others left out: one typing error costs one place, not many.

    Of two values that stand the wrong way round, the first is kept: so the search goes from the end.
    """
    ends: list[int] = []
    places: list[int] = []
    after: dict[int, int | None] = {}
    for place in range(len(values) - 1, -1, -1):
        rank = bisect_left(ends, -values[place])
        after[place] = places[rank - 1] if rank else None
        ends[rank : rank + 1] = [-values[place]]
        places[rank : rank + 1] = [place]
    found = set()
    here = places[-1] if places else None
    while here is not None:
        found.add(here)
        here = after[here]
    return found


def _mark(reading: Reading, time: _Time, variant: str, count: int, limit: int) -> Mark:
    written = reading.draft.source[time.span]
    return Mark(time.span, {"time": written, "count": count, "limit": limit}, variant=variant)


@dataclass(frozen=True, slots=True)
class Fold:
    """`fields`: as for chapters. `characters` and `lines`: what viewers see before they open the description."""

    fields: tuple[str, ...] = ("description",)
    characters: int = 150
    lines: int = 3


def link_below_fold(reading: Reading, options: Fold) -> Iterator[Mark]:
    """The first link of a description, where viewers see it only after opening. Values: `characters`, `lines`."""
    block = text_of(reading, options.fields, body=True)
    if block is None:
        return
    first = next(iter(reading.platform.urls(block.text)), None)
    if first is None:
        return
    above = block.text[: first.span.start]
    if len(above) >= options.characters or above.count("\n") >= options.lines:
        values = {"characters": options.characters, "lines": options.lines}
        yield Mark(block.span(*first.span), values)


@dataclass(frozen=True, slots=True)
class Refused:
    """`characters`: those that the platform refuses in a title and in a description."""

    characters: str = "<>"
    title_fields: tuple[str, ...] = ("title",)
    fields: tuple[str, ...] = ("description",)


def refused_character(reading: Reading, options: Refused) -> Iterator[Mark]:
    """Each character that the platform refuses in a title or description. Value: `character`."""
    title = text_of(reading, options.title_fields, body=False)
    for block in (title, text_of(reading, options.fields, body=True)):
        if block is not None:
            for index, character in enumerate(block.text):
                if character in options.characters:
                    yield Mark(block.span(index, index + 1), {"character": character})


CHECKS: tuple[Check, ...] = (
    Check("chapters", chapters, Chapters),
    Check("link-below-fold", link_below_fold, Fold),
    Check("refused-character", refused_character, Refused),
)
