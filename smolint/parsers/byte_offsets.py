"""UTF-8 byte offsets turned into code point offsets."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from smolint.late_pattern import compiled

if TYPE_CHECKING:
    from collections.abc import Callable

_INNER = compiled(rb"[\x80-\xbf]")


def inner_bytes(text: str) -> list[int]:
    """The offsets of the bytes of a text's UTF-8 form that do not begin a character, in order.

    A character at the byte `offset` has the code point offset `offset - bisect_left(inner, offset)`.
    """
    return [] if text.isascii() else [one.start() for one in _INNER.finditer(text.encode("utf-8", "surrogatepass"))]


def code_points(text: str, base: int = 0) -> Callable[[int], int]:
    """A function from a byte offset in the text's UTF-8 form to the code point offset, `base` added.

    Built in time linear in the text; a call takes time logarithmic in the characters beyond ASCII.
    """
    inner = inner_bytes(text)
    return lambda offset: offset + base - bisect_left(inner, offset)
