"""The places of keys and values in JSON and TOML texts that their own parsers have already accepted."""

from __future__ import annotations

import re
from typing import Any

from smolint.draft import Field
from smolint.late_pattern import compiled
from smolint.named_tuple import NamedTuple
from smolint.source import Span

_BLANK = compiled(r"(?:[ \t\r\n]++|#[^\n]*+)*+")
_KEY_PART = compiled(r"""[ \t]*+("(?:[^"\\]|\\.)*+"|'[^']*+'|[^\s.="'\[\]#:,{}]++)[ \t]*+""")
_STRING = compiled(
    r'"""(?:[^\\]|\\.)*?"{3,5}(?!")|'
    r"'''.*?'{3,5}(?!')|"
    r""""(?:[^"\\]|\\.)*+"|'[^']*+'""",
    re.S,
)
_BARE = compiled(r"[^,\]}#\r\n]*+")
_TABLE = compiled(r"[ \t]*+(\[\[?)([^\]\r\n]*+)\]\]?")


class _Place(NamedTuple):
    span: Span
    children: tuple[tuple[str | int, Span, _Place], ...] = ()


def json_fields(text: str, base: int, start: int, value: Any) -> tuple[tuple[str, Field], ...]:
    """The fields of the JSON object that begins at `start` of `text`; `value` is what `json` made of it."""
    place, _ = _value(text, start, base)
    return tuple((str(name), _field(part, key, value.get(name))) for name, key, part in place.children)


def toml_fields(text: str, base: int, value: dict[str, Any]) -> tuple[tuple[str, Field], ...]:
    """The fields of a TOML text; `value` is what `tomllib` made of it."""
    root = _Tree()
    table, position = root, 0
    while True:
        blank = _BLANK.match(text, position)
        position = blank.end() if blank else position
        if position >= len(text):
            break
        header = _TABLE.match(text, position)
        if header and text[position] == "[":
            keys = _keys(header.group(2), base + header.start(2))
            table, position = root.descend(keys, array=header.group(1) == "[["), header.end()
            continue
        keys, position = _key_path(text, position, base)
        place, position = _value(text, _after_blanks(text, position + 1), base)
        table.descend(keys[:-1]).places[keys[-1][0]] = (keys[-1][1], place)
    return tuple((str(name), field) for name, field in root.fields(value))


class _Tree:
    """A TOML table: its own values, and the tables in it (several of one name are an array)."""

    def __init__(self) -> None:
        self.places: dict[str, tuple[Span, _Place]] = {}
        self.tables: dict[str, tuple[Span, list[_Tree]]] = {}

    def descend(self, keys: list[tuple[str, Span]], *, array: bool = False) -> _Tree:
        here = self
        for index, (name, span) in enumerate(keys):
            _, tables = here.tables.setdefault(name, (span, []))
            if not tables or (array and index == len(keys) - 1):
                tables.append(_Tree())
            here = tables[-1]
        return here

    def fields(self, value: Any) -> list[tuple[str | int, Field]]:
        found: list[tuple[str | int, Field]] = []
        for name, (key, place) in self.places.items():
            found.append((name, _field(place, key, _item(value, name))))
        for name, (key, tables) in self.tables.items():
            content = _item(value, name)
            if isinstance(content, list):
                items = [
                    (i, _table(tree, key, part)) for i, (tree, part) in enumerate(zip(tables, content, strict=False))
                ]
                found.append((name, Field(_plain(content), key, key, tuple(items))))
            else:
                found.append((name, _table(tables[0], key, content)))
        return found


def _table(tree: _Tree, key: Span, value: Any) -> Field:
    return Field(_plain(value), key, key, tuple(tree.fields(value)))


def _field(place: _Place, key: Span, value: Any) -> Field:
    children = tuple((name, _field(part, span, _item(value, name))) for name, span, part in place.children)
    return Field(_plain(value), place.span, key, children)


def _item(value: Any, name: str | int) -> Any:
    if isinstance(value, dict):
        return value.get(name)
    if isinstance(value, list) and isinstance(name, int) and name < len(value):
        return value[name]
    return None


def _plain(value: Any) -> Any:
    """The value as plain data: dates and times as ISO strings."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return value.isoformat() if hasattr(value, "isoformat") else value


def _after_blanks(text: str, position: int) -> int:
    match = _BLANK.match(text, position)
    return match.end() if match else position


def _unquoted(text: str) -> str:
    return text[1:-1] if text[:1] in "\"'" and len(text) > 1 else text


def _keys(written: str, at: int) -> list[tuple[str, Span]]:
    return [
        (_unquoted(match.group(1)), Span(at + match.start(1), at + match.end(1)))
        for match in _KEY_PART.finditer(written)
    ]


def _key_path(text: str, position: int, base: int) -> tuple[list[tuple[str, Span]], int]:
    """The parts of a (dotted) key, and the position of the sign after it."""
    keys = []
    match = _KEY_PART.match(text, position)
    while match:
        keys.append((_unquoted(match.group(1)), Span(base + match.start(1), base + match.end(1))))
        position = match.end()
        match = _KEY_PART.match(text, position + 1) if text[position : position + 1] == "." else None
    return keys or [("", Span(base + position, base + position))], position


def _value(text: str, position: int, base: int) -> tuple[_Place, int]:
    """The place of the value that begins at `position`, and the position after it."""
    first = text[position : position + 1]
    if first == "[":
        return _list(text, position, base)
    if first == "{":
        return _object(text, position, base)
    string = _STRING.match(text, position) if first in ('"', "'") else None
    if string:
        quotes = 3 if string.group()[:3] in ('"""', "'''") and len(string.group()) > 5 else 1
        return _Place(Span(base + position + quotes, base + string.end() - quotes)), string.end()
    bare = _BARE.match(text, position)
    written = bare.group().rstrip() if bare else ""
    return _Place(Span(base + position, base + position + len(written))), bare.end() if bare else position


def _list(text: str, position: int, base: int) -> tuple[_Place, int]:
    start = position
    children: list[tuple[str | int, Span, _Place]] = []
    position = _after_blanks(text, position + 1)
    while text[position : position + 1] not in ("]", ""):
        place, position = _value(text, position, base)
        children.append((len(children), place.span, place))
        position = _next_item(text, position)
    return _Place(Span(base + start, base + position + 1), tuple(children)), position + 1


def _object(text: str, position: int, base: int) -> tuple[_Place, int]:
    start = position
    children: list[tuple[str | int, Span, _Place]] = []
    position = _after_blanks(text, position + 1)
    while text[position : position + 1] not in ("}", ""):
        keys, position = _key_path(text, position, base)
        place, position = _value(text, _after_blanks(text, _after_blanks(text, position) + 1), base)
        for name, span in reversed(keys[1:]):
            place = _Place(place.span, ((name, span, place),))
        span = keys[0][1]
        quoted = text[span.start - base : span.start - base + 1] in ('"', "'")
        children.append((keys[0][0], Span(span.start + quoted, span.end - quoted), place))
        position = _next_item(text, position)
    return _Place(Span(base + start, base + position + 1), tuple(children)), position + 1


def _next_item(text: str, position: int) -> int:
    position = _after_blanks(text, position)
    return _after_blanks(text, position + 1) if text[position : position + 1] == "," else position
