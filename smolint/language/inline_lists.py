"""Lists written on one line: "1) Open it 2) Edit it", "• flour • salt", "a. … b. …"."""

from __future__ import annotations

import re

from smolint.late_pattern import late_pattern

_NUMBER = late_pattern(r"((?:[•‣⁃][ \u00a0]?)?)(\d{1,2}|[a-z])(\.\)|\)|\.)(?=\s)")
_MOST_DIGITS = 3
_LONGEST_OPENING = 4
_BULLET = late_pattern(r"[•‣⁃▪●✓✔](?=\s)")


def split_inline_list(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The items of the sentence `[start, end)` if it is such a list, else the sentence as it is.

    A list is recognised by its first characters: a bullet that comes back, or a number or letter after which the
    next one follows, written alike. White space between the items belongs to none.
    """
    bullet = _BULLET.match(text, start, end)
    if bullet:
        return _cut(text, start, end, _places(text, bullet[0], start, end))
    number = _NUMBER.match(text, start, end)
    if number:
        return _cut(text, start, end, _numbered_places(text, number, end))
    return [(start, end)]


def is_list_label(text: str, start: int, label_start: int, label: str) -> bool:
    """Whether a label before a full stop numbers an item of the list that the sentence from `start` is, or begins."""
    if not (label.isdecimal() and len(label) <= _MOST_DIGITS) and not (len(label) == 1 and label.islower()):
        return False
    if label_start - start <= _LONGEST_OPENING and not text[start:label_start].strip("•‣⁃·-–— (\u00a0"):
        return label.isdecimal()
    first = _NUMBER.match(text, start)
    if first is None or first[2].isdecimal() != label.isdecimal():
        return False
    return int(label) > int(first[2]) if label.isdecimal() else label > first[2]


def _places(text: str, marker: str, start: int, end: int) -> list[int]:
    places: list[int] = []
    place = text.find(f" {marker}", start + 1, end)
    while place >= 0:
        places.append(place + 1)
        place = text.find(f" {marker}", place + 1, end)
    return places


def _numbered_places(text: str, first: re.Match[str], end: int) -> list[int]:
    places: list[int] = []
    label, place = first[2], first.end()
    while True:
        label = str(int(label) + 1) if label.isdecimal() else chr(ord(label) + 1)
        marker = f" {first[1]}{label}{first[3]} "
        place = text.find(marker, place, end)
        if place < 0:
            return places
        places.append(place + 1)


def _cut(text: str, start: int, end: int, places: list[int]) -> list[tuple[int, int]]:
    spans = []
    for stop in [*places, end]:
        length = len(text[start:stop].rstrip())
        if length:
            spans.append((start, start + length))
        start = stop
    return spans
