"""The front matter of a file: YAML, TOML or JSON before the text, each field with its exact place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smolint.dataclass import dataclass
from smolint.draft import Block, Problem
from smolint.late_pattern import late_pattern
from smolint.parsers.front_matter_faults import Fault, name_fault
from smolint.source import Piece, Span

if TYPE_CHECKING:
    from smolint.draft import BlockKind, Field

_OPENING = late_pattern(r"(---|\+\+\+)[ \t]*(?:\r\n|\n|\r|\Z)")
_YAML_CLOSING = late_pattern(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r(?!\n)|\Z)", re.M)
_TOML_CLOSING = late_pattern(r"^\+\+\+[ \t]*(?:\r\n|\n|\r(?!\n)|\Z)", re.M)
_KEY_LINE = late_pattern(r"""[ \t]*+(?:-[ \t]|\#|["']?[\w$@][\w .$@/-]{0,60}["']?[ \t]*:(?:\s|\Z))""")
_JSON_OPENING = late_pattern(r'\{\s*["}]')
_JSON_CLOSING = late_pattern(r"^\}[ \t]*(?:\r\n|\n|\r|\Z)", re.M)
_ESCAPE = late_pattern(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r\n\s*|\n\s*|.)", re.S)
_BLANK = late_pattern(r"\s+")
_LINE = late_pattern(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
# In double quotes, a backslash at a line's end joins it to the next: the two stand for nothing.
_JOINED_LINES = late_pattern(r"\\(?:\r\n|\n|\r)\s*")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before a text: its fields in order, where the text begins, what is wrong, and the kind.

    `kind` is `yaml`, `toml`, `json`, or empty when there is no front matter.
    """

    fields: tuple[tuple[str, Field], ...] = ()
    body_start: int = 0
    problems: tuple[Problem, ...] = ()
    kind: str = ""


def read_front_matter(text: str) -> FrontMatter:
    """The front matter at the very start of a text; never raises: what cannot be read is a problem.

    After broken front matter the body still begins behind the closing delimiter. A `---` that nothing closes is
    a thematic break, unless a line that looks like `key:` follows.
    """
    opening = _OPENING.match(text)
    if opening and opening.group(1) == "---":
        return _yaml(text, opening.end())
    if opening:
        return _toml(text, opening.end())
    return _json(text) if _JSON_OPENING.match(text) else FrontMatter()


def field_block(text: str, field: Field, kind: BlockKind = "paragraph", level: int = 0) -> Block | None:
    """A field's text as a block with its map to the source; None when it is not text, or blank."""
    if not isinstance(field.value, str) or not field.value.strip():
        return None
    value = field.value.strip()
    pieces = _aligned(value, text, field.span)
    return Block(kind, value, pieces, level)


def _yaml(text: str, start: int) -> FrontMatter:
    from smolint.parsers.yaml_fields import YamlError, read_yaml

    closing = _YAML_CLOSING.search(text, start)
    if closing is None:
        return _unclosed(text, start) if _KEY_LINE.match(text, start) else FrontMatter()
    body_start = closing.end()
    try:
        root = read_yaml(text[start : closing.start()], start)
    except YamlError as error:
        if not _looks_like_fields(text, start, closing.start()):
            return FrontMatter()
        written = text[start : closing.start()]
        fault = name_fault("YAML", error.reason, written, error.offset, error.context)
        problem = _problem(text, start, closing.start(), error.reason, "YAML", fault)
        return FrontMatter((), body_start, (problem,), "yaml")
    if root is None:
        return FrontMatter((), body_start, (), "yaml")
    if not isinstance(root.value, dict):
        return FrontMatter()
    return FrontMatter(tuple((str(name), field) for name, field in root.children), body_start, (), "yaml")


def _unclosed(text: str, start: int) -> FrontMatter:
    position = start
    while position < len(text) and _KEY_LINE.match(text, position):
        line = _LINE.match(text, position)
        position = line.end() if line else len(text)
    values = {"reason": "the closing --- is missing", "kind": "YAML", "variant": "fence-open"}
    problem = Problem("front-matter/invalid", Span(0, 3), values)
    return FrontMatter((), position, (problem,), "yaml")


def _looks_like_fields(text: str, start: int, end: int) -> bool:
    position = start
    while position < end:
        if _KEY_LINE.match(text, position, end):
            return True
        line = _LINE.match(text, position, end)
        position = line.end() if line and line.end() > position else end
    return False


def _toml(text: str, start: int) -> FrontMatter:
    import tomllib

    from smolint.parsers.toml_text import read_toml
    from smolint.parsers.value_places import toml_fields

    closing = _TOML_CLOSING.search(text, start)
    if closing is None:
        return FrontMatter()
    written = text[start : closing.start()]
    try:
        # tomllib refuses a lone carriage return; its own line ends do not matter here.
        value = read_toml(written)
        fields = toml_fields(written, start, value)
    except tomllib.TOMLDecodeError as error:
        reason, offset = _toml_place(written, str(error))
        fault = name_fault("TOML", reason, written, offset)
        problem = _problem(text, start, closing.start(), reason, "TOML", fault)
        return FrontMatter((), closing.end(), (problem,), "toml")
    except RecursionError:
        problem = _problem(text, start, closing.start(), "it is nested too deeply", "TOML", Fault("", 0))
        return FrontMatter((), closing.end(), (problem,), "toml")
    return FrontMatter(fields, closing.end(), (), "toml")


def _toml_place(written: str, message: str) -> tuple[str, int]:
    """The reason and the offset out of the message of `tomllib` (`… (at line 3, column 5)`)."""
    found = re.search(r"^(.*) \(at (?:line (\d+), column (\d+)|end of document)\)$", message)
    if not found:
        return message, 0
    if not found.group(2):
        return found.group(1), max(0, len(written.rstrip()) - 1)
    normal = written.replace("\r\n", "\n")
    lines = normal.split("\n")
    line, column = int(found.group(2)), int(found.group(3))
    before = sum(len(part) + 1 for part in lines[: line - 1]) + column - 1
    return found.group(1), _denormalised(written, before)


def _denormalised(written: str, offset: int) -> int:
    """The offset in a text with CRLF that belongs to an offset in the same text with LF."""
    position = 0
    while offset > 0 and position < len(written):
        position += 2 if written.startswith("\r\n", position) else 1
        offset -= 1
    return position


def _json(text: str) -> FrontMatter:
    import json

    from smolint.parsers.value_places import json_fields

    try:
        value, end = json.JSONDecoder().raw_decode(text)
        fields = json_fields(text, 0, 0, value)
    except json.JSONDecodeError as error:
        closing = _JSON_CLOSING.search(text)
        if closing is None:
            return FrontMatter()
        fault = name_fault("JSON", error.msg, text, error.pos)
        problem = _problem(text, 0, closing.start(), error.msg, "JSON", fault)
        return FrontMatter((), closing.end(), (problem,), "json")
    except (RecursionError, ValueError):
        return FrontMatter()
    line_end = _LINE.match(text, end)
    if line_end is None or line_end.group().strip():
        return FrontMatter()
    return FrontMatter(fields, line_end.end(), (), "json")


def _problem(text: str, start: int, end: int, reason: str, kind: str, fault: Fault) -> Problem:
    """A problem that marks the rest of the line at a fault, or one character where nothing is left of it.

    The fault's place counts from `start`, where the fields begin; they end at `end`.
    """
    offset = max(start, min(start + fault.offset, end - 1))
    while offset > 0 and text[offset] in "\r\n":
        offset -= 1
    line = _LINE.match(text, offset)
    stop = offset + len(line.group().rstrip()) if line else offset
    values = {"reason": reason, "kind": kind, "variant": fault.code, "sign": fault.sign}
    return Problem("front-matter/invalid", Span(offset, max(stop, offset + 1)), values)


def _aligned(value: str, text: str, span: Span) -> tuple[Piece, ...]:
    """Pieces that lead from a value to its written form, which may hold escapes, doubled quotes and folded lines."""
    start, end = span
    if text[start:end] == value:
        return (Piece(0, len(value), start, end),)
    pieces: list[Piece] = []
    index, place = 0, start
    quote = text[start - 1 : start]
    while index < len(value) and place < end:
        joined = _JOINED_LINES.match(text, place, end) if quote == '"' else None
        if joined:
            place = joined.end()
            continue
        length = _written_length(text, place, end, value[index], quote)
        if value[index] not in (" ", "\n", text[place]) and text[place].isspace():
            place += 1
            continue
        last = pieces[-1] if pieces else None
        if (
            last
            and length == 1
            and last.end - last.start == last.source_end - last.source_start == place - last.source_start
        ):
            pieces[-1] = Piece(last.start, index + 1, last.source_start, place + 1)
        else:
            pieces.append(Piece(index, index + 1, place, place + length))
        index, place = index + 1, place + length
    return tuple(pieces)


def _written_length(text: str, place: int, end: int, character: str, quote: str) -> int:
    """How many characters stand for one character of the value at this place, behind that kind of quote."""
    if text[place] == character and not (quote == '"' and character == "\\"):
        return 2 if quote == character == "'" and text.startswith("''", place) else 1
    if text[place] == "\\":
        escape = _ESCAPE.match(text, place, end)
        return escape.end() - place if escape else 1
    if character in " \n":
        blank = _BLANK.match(text, place, end)
        return blank.end() - place if blank else 1
    return 1
