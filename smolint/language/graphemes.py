"""Graphemes: what readers see as one character, as Unicode 17 parts them (UAX #29, extended clusters)."""

from __future__ import annotations

from functools import cache

from smolint.late_pattern import late_pattern
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

# Nothing below U+0300 joins what stands before it, nor does most of the general punctuation; only CR LF is one.
_SIMPLE = late_pattern("[\x00-\u02ff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf]*")
_FLAG_BEFORE_FLAG = late_pattern("[\U0001f1e6-\U0001f1ff]{2}(?=[\U0001f1e6-\U0001f1ff])")


def count_graphemes(text: str) -> int:
    """How many extended grapheme clusters a text has: an emoji sequence, a flag, a letter with its accents are one."""
    if text.isascii() or _SIMPLE.fullmatch(text):
        return len(text) - text.count("\r\n")
    return sum(len(_clusters(stretch)) for stretch in _stretches(text))


def graphemes(text: str) -> list[str]:
    """The extended grapheme clusters of a text, in order."""
    return [cluster for stretch in _stretches(text) for cluster in _clusters(stretch)]


def _clusters(text: str) -> list[str]:
    clusters: list[str] = _cluster().findall(text)
    if not _linker().search(text):
        return clusters
    return [part for cluster in clusters for part in _false_conjunct().split(cluster)]


def _stretches(text: str) -> Iterator[str]:
    """The text cut between the flags of a row of flags: in a long one `regex` goes back to its start for each flag."""
    done = 0
    for flag in _FLAG_BEFORE_FLAG.finditer(text):
        yield text[done : flag.end()]
        done = flag.end()
    yield text[done:]


@cache
def _cluster() -> Any:
    import regex

    return regex.compile(r"\X")


@cache
def _linker() -> Any:
    import regex

    return regex.compile(r"\p{InCB=Linker}")


@cache
def _false_conjunct() -> Any:
    """Where `regex` joins an Indic consonant to a linker with no consonant before it, which rule GB9c asks for."""
    import regex

    between = r"[\p{InCB=Extend}\p{InCB=Linker}]*"
    return regex.compile(rf"(?<!\p{{InCB=Consonant}}{between})(?<=\p{{InCB=Linker}}{between})(?=\p{{InCB=Consonant}})")
