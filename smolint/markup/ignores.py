"""Patterns of what is to be read as code (Vale's TokenIgnores and BlockIgnores), with a map back to the source."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from smolint.source import Piece, compose

if TYPE_CHECKING:
    from smolint.markup.skips import Skips

_SECONDS = 2.0
"""How long one pattern may take on one text."""
_FENCED = {"html": ("<pre>", "</pre>")}
_TICKED = {"html": ("<code>", "</code>")}


def with_ignores(text: str, skips: Skips, markup: str) -> tuple[str, tuple[Piece, ...] | None]:
    """The text with what the patterns match written as code of the markup, and its map; None where nothing changed.

    A pattern that takes too long is passed over.
    """
    pieces: tuple[Piece, ...] | None = None
    block = _FENCED.get(markup, ("\n```\n", "\n```\n"))
    token = _TICKED.get(markup, ("`", "`"))
    for patterns, signs in ((skips.blocks, block), (skips.tokens, token)):
        for pattern in patterns:
            text, made = _wrapped(text, _compiled(pattern), signs)
            if made is not None:
                pieces = made if pieces is None else compose(made, pieces)
    if len(skips.delimiters) == 2 and all(skips.delimiters):
        for written, sign in zip(skips.delimiters, ("<!--", "-->"), strict=True):
            text, made = _replaced(text, written, sign)
            if made is not None:
                pieces = made if pieces is None else compose(made, pieces)
    return text, pieces


def _compiled(pattern: str) -> Any:
    import regex

    return regex.compile(pattern, regex.V0)


def _wrapped(text: str, pattern: Any, signs: tuple[str, str]) -> tuple[str, tuple[Piece, ...] | None]:
    group = 1 if pattern.groups else 0
    try:
        found = [match for match in pattern.finditer(text, timeout=_SECONDS) if match.end() > match.start()]
    except TimeoutError:
        return text, None
    spans = [(match.start(), match.end(), *match.span(group)) for match in found]
    return _rewritten(text, spans, *signs)


def _replaced(text: str, written: str, sign: str) -> tuple[str, tuple[Piece, ...] | None]:
    spans, at = [], text.find(written)
    while at >= 0:
        end = at + len(written)
        spans.append((at, end, end, end))
        at = text.find(written, end)
    return _rewritten(text, spans, sign, "")


def _rewritten(
    text: str, spans: list[tuple[int, int, int, int]], before: str, after: str
) -> tuple[str, tuple[Piece, ...] | None]:
    """The text with each `[start, end)` written as `[first, last)` of it between two signs, and its map."""
    if not spans:
        return text, None
    parts: list[str] = []
    pieces: list[Piece] = []
    length = done = 0
    for start, end, first, last in [*spans, (len(text), len(text), len(text), len(text))]:
        held = [(text[done:start], done)]
        if end > start:
            held += [(before, -1), (text[max(first, 0) : max(last, 0)], first), (after, -1)]
        for part, place in held:
            if part and place >= 0:
                pieces.append(Piece(length, length + len(part), place, place + len(part)))
            parts.append(part)
            length += len(part)
        done = end
    return "".join(parts), tuple(pieces)
