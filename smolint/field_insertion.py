"""Visible text put into a field of front matter: escaped as the field is written, in YAML, TOML or JSON."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from smolint.late_pattern import late_pattern
from smolint.named_tuple import NamedTuple
from smolint.parsers.front_matter import field_block, read_front_matter

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smolint.draft import Draft, Field
    from smolint.source import Piece, Span

_BLOCK_SCALAR = late_pattern(r"[|>][-+0-9]{0,2}[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r)\s*\Z")
_INDICATORS = 200
"""How far before a block scalar's text its indicator is looked for (blank lines, a comment)."""


class Placed(NamedTuple):
    """A text field, and whether it stands in a flow collection (`[a, b]`), where commas and brackets part values."""

    field: Field
    in_flow: bool


def field_at(draft: Draft, span: Span) -> Placed | None:
    """The text field of the front matter (or of an export) that holds a span; None where none does."""
    text = draft.source.text
    found = _find(text, draft.fields, span, in_flow=_begins_in_flow(text, draft.fields))
    # A text that a post's front matter keeps for a platform is a draft of its own, with few of the fields.
    if found or draft.post is None:
        return found
    return _find(text, _front_fields(text), span)


def _begins_in_flow(text: str, fields: Sequence[tuple[str, Field]]) -> bool:
    return bool(fields) and text[: fields[0][1].key_span.start].rstrip("\"' \t\r\n").endswith("{")


@lru_cache(maxsize=2)
def _front_fields(text: str) -> tuple[tuple[str, Field], ...]:
    return read_front_matter(text).fields


def _find(text: str, fields: Iterable[tuple[str | int, Field]], span: Span, *, in_flow: bool = False) -> Placed | None:
    for _, field in fields:
        if not field.span.start <= span.start <= span.end <= field.span.end and not field.children:
            continue
        if isinstance(field.value, str):
            return Placed(field, in_flow)
        is_flow = text[field.span.start : field.span.start + 1] in ("[", "{")
        found = _find(text, field.children, span, in_flow=in_flow or is_flow)
        if found:
            return found
    return None


def escape_in_field(draft: Draft, placed: Placed, span: Span, visible: str) -> str | None:
    """What puts visible text into a field; None where the field would then hold anything else than that text."""
    if draft.format == "wxr":
        return visible
    text, field = draft.source.text, placed.field
    first = next((sign for sign in text if not sign.isspace()), "")
    quotes = _quotes(text, field)
    if first == "{":
        import json

        return json.dumps(visible, ensure_ascii=False)[1:-1] if quotes == '"' else None
    if first == "+":
        return _in_toml(quotes, visible)
    if quotes == "'":
        return visible.replace("'", "''")
    if quotes == '"':
        return visible.replace("\\", "\\\\").replace('"', '\\"')
    if _BLOCK_SCALAR.search(text, max(0, field.span.start - _INDICATORS), field.span.start):
        return _in_block_scalar(text, span, visible)
    return visible if _is_plain(text, placed, span, visible) else None


def _quotes(text: str, field: Field) -> str:
    """The quotation mark that stands on both sides of a value, `""` where there is none."""
    before, after = text[field.span.start - 1 : field.span.start], text[field.span.end : field.span.end + 1]
    return before if before == after and before in ('"', "'") else ""


def _in_toml(quotes: str, visible: str) -> str | None:
    if quotes == '"':
        return visible.replace("\\", "\\\\").replace('"', '\\"')
    return visible if quotes == "'" and "'" not in visible else None


def _in_block_scalar(text: str, span: Span, visible: str) -> str | None:
    """In a block scalar all is text but the white space that begins a line."""
    start = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    begins_line = not text[start : span.start].strip()
    return None if begins_line and (visible or text[span.end : span.end + 1])[:1].isspace() else visible


def _is_plain(text: str, placed: Placed, span: Span, visible: str) -> bool:
    """Whether a scalar without quotes is, with the text put in, still read as just that text."""
    import yaml

    field = placed.field
    block = field_block(text, field)
    if block is None or "\n" in text[field.span.start : field.span.end]:
        return False
    start, end = _visible_offset(block.pieces, span.start), _visible_offset(block.pieces, span.end)
    wanted = block.text[:start] + visible + block.text[end:]
    written = text[field.span.start : span.start] + visible + text[span.end : field.span.end]
    try:
        if placed.in_flow:
            return bool(yaml.safe_load(f"[{written}, x]") == [wanted, "x"])
        return bool(yaml.safe_load(f"key: {written}\nnext: x") == {"key": wanted, "next": "x"})
    except (yaml.YAMLError, ValueError):
        return False


def _visible_offset(pieces: tuple[Piece, ...], place: int) -> int:
    piece = next(one for one in pieces if one.source_start <= place <= one.source_end)
    return piece.end if place == piece.source_end else piece.start + place - piece.source_start
