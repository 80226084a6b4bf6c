"""Graphemes: what readers see as one character, as Unicode 17 parts them (UAX #29, extended clusters)."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

# Nothing below U+0300 joins what stands before it, nor does most of the general punctuation; only CR LF is one.
_SIMPLE = re.compile("[\x00-\u02ff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf]*")


def count_graphemes(text: str) -> int:
    """How many extended grapheme clusters a text has: an emoji sequence, a flag, a letter with its accents are one."""
    if text.isascii() or _SIMPLE.fullmatch(text):
        return len(text) - text.count("\r\n")
    clusters = _cluster().findall(text)
    if not _linker().search(text):
        return len(clusters)
    return len(clusters) + sum(len(_false_conjunct().findall(cluster)) for cluster in clusters)


def graphemes(text: str) -> list[str]:
    """The extended grapheme clusters of a text, in order."""
    clusters = _cluster().findall(text)
    if not _linker().search(text):
        return list(clusters)
    return [part for cluster in clusters for part in _false_conjunct().split(cluster)]


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
