"""Results as text and back: JSON, because a cache may come with a repository, and reading it must never run code."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from operator import attrgetter

from smolint.finding import Edit, Excerpt, FileResult, Finding, Fix, Level, Note
from smolint.judging import Evidence
from smolint.source import Span
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

_PLACES = Finding.__match_args__
_FINDING = attrgetter(*_PLACES)
_LEVEL, _SPAN, _FIX, _EXCERPT = map(_PLACES.index, ("level", "span", "fix", "excerpt"))
_LEVELS = {level.value: level for level in Level}


def pack_results(results: list[FileResult]) -> bytes:
    """Results as bytes. Raises TypeError where a corpus check keeps something that is no plain value."""
    return json.dumps([_result(one) for one in results], ensure_ascii=True, separators=(",", ":")).encode("ascii")


def unpack_results(packed: bytes) -> list[FileResult]:
    """The results in some bytes. Raises ValueError, KeyError, IndexError or TypeError where they are none."""
    return [_unpacked_result(one) for one in json.loads(packed)]


def pack_finding(finding: Finding) -> bytes:
    """A finding as bytes."""
    return json.dumps(_finding(finding), ensure_ascii=True, separators=(",", ":")).encode("ascii")


def unpack_finding(packed: bytes) -> Finding:
    """The finding in some bytes. Raises ValueError, KeyError, IndexError or TypeError where there is none."""
    return _unpacked_finding(json.loads(packed))


def _result(result: FileResult) -> list[Any]:
    return [
        result.path,
        [_finding(one) for one in result.findings],
        [[rule, _plain(one.kept), _finding(one.finding)] for rule, one in result.facts],
        [[note.path, note.message] for note in result.notes],
        result.drafts,
        result.unreadable,
        result.suppressed,
    ]


def _unpacked_result(packed: list[Any]) -> FileResult:
    path, findings, facts, notes, drafts, unreadable, suppressed = packed
    return FileResult(
        path,
        tuple(_unpacked_finding(one) for one in findings),
        tuple((rule, Evidence(_value(kept), _unpacked_finding(finding))) for rule, kept, finding in facts),
        tuple(Note(*one) for one in notes),
        drafts,
        unreadable,
        suppressed=suppressed,
    )


def _finding(finding: Finding) -> list[Any]:
    fix, excerpt = finding.fix, finding.excerpt
    values = list(_FINDING(finding))
    values[_FIX] = [fix.title, [_edit(edit) for edit in fix.edits], fix.safe, fix.image] if fix else None
    values[_EXCERPT] = [excerpt.text, excerpt.column, excerpt.cut_before, excerpt.cut_after]
    return values


def _edit(edit: Edit) -> tuple[Any, ...]:
    return (edit.span, edit.content, edit.line, edit.column, edit.end_line, edit.end_column, edit.replaced)


def _unpacked_finding(packed: list[Any]) -> Finding:
    fix = packed[_FIX]
    packed[_LEVEL] = _LEVELS[packed[_LEVEL]]
    packed[_SPAN] = Span(*packed[_SPAN])
    packed[_FIX] = Fix(fix[0], tuple(Edit(Span(*one[0]), *one[1:]) for one in fix[1]), *fix[2:]) if fix else None
    packed[_EXCERPT] = Excerpt(*packed[_EXCERPT])
    return Finding(*packed)


def _plain(value: Any) -> Any:
    """A value of plain data as JSON has it; what JSON does not know is a list whose first item says what it is."""
    if value is None or isinstance(value, str | bool | int | float):
        return value
    if isinstance(value, bytes):
        return ["b", b64encode(value).decode("ascii")]
    if isinstance(value, tuple | list):
        return ["t" if isinstance(value, tuple) else "l", *map(_plain, value)]
    if isinstance(value, dict):
        return ["d", *([_plain(key), _plain(one)] for key, one in value.items())]
    raise TypeError(f"a corpus check keeps a {type(value).__name__}, which is no plain value")


def _value(packed: Any) -> Any:
    if not isinstance(packed, list):
        return packed
    kind, *items = packed
    if kind == "b":
        return b64decode(items[0])
    if kind == "d":
        return {_value(key): _value(one) for key, one in items}
    values = map(_value, items)
    return tuple(values) if kind == "t" else list(values)
