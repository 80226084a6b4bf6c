"""UTF-8 byte offsets turned into code point offsets."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from smolint.late_pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Callable

_WIDE = compiled(r"[^\x00-\x7f]+")


def code_points(text: str, base: int = 0) -> Callable[[int], int]:
    """A function from a byte offset in the text's UTF-8 form to the code point offset, `base` added.

    Built in time linear in the characters beyond ASCII; a call takes time logarithmic in them.
    """
    if text.isascii():
        return lambda offset: offset + base
    ends: list[int] = []
    surplus: list[int] = []
    extra = 0
    for run in _WIDE.finditer(text):
        for index, character in enumerate(run.group(), run.start() + 1):
            code = ord(character)
            extra += 1 if code < 0x800 else 2 if code < 0x10000 else 3
            ends.append(index + extra)
            surplus.append(extra)

    def convert(offset: int) -> int:
        index = bisect_right(ends, offset)
        return offset + base - (surplus[index - 1] if index else 0)

    return convert
