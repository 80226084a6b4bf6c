"""The keyphrase itself: too long, of function words only, or another post's already."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from smolint.check import Check, Mark, NoOptions, Trace
from smolint.checks.keyphrase import MOST_WORDS, declared_topic
from smolint.dataclass import dataclass
from smolint.finding import Level

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from smolint.check import Gathered
    from smolint.reading import Reading


@dataclass(frozen=True, slots=True)
class Length:
    """`max_words`: the most content words that a keyphrase may have."""

    max_words: int = 4


def keyphrase_length(reading: Reading, options: Length) -> Iterator[Mark]:
    """The keyphrase with more than `max_words` content words; a suggestion at most up to 8.

    Values: `words`, `limit`.
    """
    topic = declared_topic(reading)
    if topic and len(topic.focus.words) > options.max_words:
        words = len(topic.focus.words)
        at_most = Level.SUGGESTION if words <= MOST_WORDS else None
        yield Mark(topic.focus.span, {"words": words, "limit": options.max_words}, at_most=at_most)


def keyphrase_function_words(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """The keyphrase that has no content word. Values: `phrase`."""
    topic = declared_topic(reading)
    if topic and not topic.focus.words:
        yield Mark(topic.focus.span, {"phrase": topic.focus.text})


def gather_keyphrase(reading: Reading, _options: NoOptions) -> Trace | None:
    """What a post's keyphrase is compared by (language, stems in alphabetical order), and its day of publication."""
    topic = declared_topic(reading)
    if topic is None or not topic.focus.words:
        return None
    date = reading.draft.field("date", "publishDate", "published", "pubDate")
    day = date.value if date and isinstance(date.value, str) else ""
    key = (topic.focus.language, tuple(sorted(topic.focus.stems)))
    return Trace(Mark(topic.focus.span, {"phrase": topic.focus.text}), (key, day, topic.focus.text))


def conclude_keyphrases(gathered: Sequence[Gathered], _options: NoOptions) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Each post whose keyphrase an earlier one has: by date, those without one last, then by path.

    Values: `phrase`, `path` (of the earliest), `count` (earlier posts with it).
    """
    same: dict[tuple[str, object], list[int]] = defaultdict(list)
    for number, one in enumerate(gathered):
        same[one.platform, one.kept[0]].append(number)
    for numbers in same.values():
        ordered = sorted(numbers, key=lambda number: _age(gathered[number]))
        first = gathered[ordered[0]]
        for earlier, number in enumerate(ordered[1:], 1):
            yield number, {"phrase": gathered[number].kept[2], "path": first.path, "count": earlier}


def _age(one: Gathered) -> tuple[str, str, int]:
    return (one.kept[1] or "9999", one.path, one.draft)


CHECKS: tuple[Check, ...] = (
    Check("keyphrase-length", keyphrase_length, Length),
    Check("keyphrase-function-words", keyphrase_function_words),
    Check("keyphrase-reused", gather=gather_keyphrase, conclude=conclude_keyphrases),
)
