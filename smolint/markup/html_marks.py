"""HTML cut into marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smolint.markup.token import Mapped, Mark
from smolint.parsers.html_tokens import attribute_value, attributes, tokens
from smolint.source import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.parsers.html_tokens import Token

_SHOWN = {"text", "reference", "raw"}


def html_marks(text: str, start: int = 0, end: int | None = None) -> Iterator[Mark]:
    """The marks of the HTML in `text[start:end]`; neighbouring texts are one."""
    run: list[Token] = []
    for token in tokens(text, start, end):
        if token.kind in _SHOWN:
            run.append(token)
            continue
        if run:
            yield joined(run)
            run = []
        mark = _mark(text, token)
        if mark:
            yield mark
    if run:
        yield joined(run)


def joined(run: list[Token]) -> Mark:
    """One text of neighbouring tokens."""
    pieces, length = [], 0
    for token in run:
        pieces.append(Piece(length, length + len(token.value), token.start, token.end))
        length += len(token.value)
    return Mark("text", text=Mapped("".join(token.value for token in run), tuple(pieces)), place=run[0].start)


def _mark(text: str, token: Token) -> Mark | None:
    kind, value, start, end = token
    if kind == "comment":
        return Mark("comment", text=Mapped(value.strip(), ()), place=start)
    if kind == "end":
        return Mark("end", value, place=start)
    if kind != "start":
        return None
    values, alt = {}, Mapped("", ())
    for attribute in attributes(text, start, end):
        written = attribute_value(text, attribute.span)
        values[attribute.name] = written
        if attribute.name == "alt" and attribute.span:
            alt = Mapped(written, (Piece(0, len(written), *attribute.span),)) if written else alt
    empty = text[end - 2 : end - 1] == "/" and not re.search(r"=[^\s\"']*/>\Z", text[start:end])
    return Mark("empty" if empty else "start", value, values, alt, start)
