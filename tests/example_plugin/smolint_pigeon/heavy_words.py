"""Words too heavy for a bird."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from smolint import Mark, Reading


@dataclass(frozen=True, slots=True)
class HeavyWords:
    """`max_letters`: the longest word that a pigeon still carries, in characters."""

    max_letters: int = 14


def find_heavy_words(reading: Reading, options: HeavyWords) -> Iterator[Mark]:
    """Each word longer than `max_letters`. Values: `word`, `letters`, `limit`."""
    for block in reading.draft.prose:
        for start, end in reading.words(block):
            if end - start > options.max_letters:
                values = {"word": block.text[start:end], "letters": end - start, "limit": options.max_letters}
                yield Mark(block.span(start, end), values)
