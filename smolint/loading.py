"""From a file to drafts: chooses the parser, decodes, and turns what cannot be read into an unreadable draft."""

from __future__ import annotations

import io
import os
from functools import partial
from itertools import chain

from smolint.dataclass import dataclass
from smolint.draft import Content, Draft, Problem
from smolint.errors import SourceError
from smolint.parsers.decode import decode, lenient
from smolint.plain_file import NotAFile, TooLarge, open_plain, read_plain
from smolint.source import Source, Span
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path
    from typing import IO, Any

    from smolint.parsers.parser import Parser

SNIFF_BYTES = 16_384
MAX_BYTES = 8_000_000
"""The largest file that is read as a whole, in bytes: as much as PHP takes of a form unless it is told otherwise.

Exports are streamed and have no such limit.
"""


@dataclass(frozen=True, slots=True)
class Opened:
    """The drafts of a file as they are parsed, and whether they come one by one from a stream."""

    drafts: Iterator[Draft]
    streamed: bool


def choose_parser(name: str, head: bytes, parsers: Sequence[Parser]) -> Parser | None:
    """The parser for a file of that name and beginning; one that recognises the content goes first."""
    fitting = [parser for parser in parsers if name.lower().endswith(parser.endings)]
    text = lenient(head)[:4096] if any(parser.sniff for parser in fitting) else ""
    recognised = (parser for parser in fitting if parser.sniff and parser.sniff(text))
    return next(chain(recognised, (parser for parser in fitting if not parser.sniff)), None)


def open_file(path: Path, shown: str, parsers: Sequence[Parser]) -> Opened | None:
    """The drafts of a file, None when no parser reads it. What cannot be read comes as an unreadable draft."""
    try:
        with open_plain(path) as stream:
            head = stream.read(SNIFF_BYTES)
    except OSError as error:
        return Opened(iter([_unreadable(Source(shown, ""), _os_problem(error))]), streamed=False)
    parser = choose_parser(path.name, head, parsers)
    if parser is None:
        return None
    if parser.stream:
        return Opened(_stream_file(path, shown, parser), streamed=True)
    try:
        raw = read_plain(path, MAX_BYTES)
    except OSError as error:
        return Opened(iter([_unreadable(Source(shown, ""), _os_problem(error))]), streamed=False)
    return Opened(_parse_bytes(raw, shown, parser), streamed=False)


def open_bytes(raw: bytes, shown: str, parsers: Sequence[Parser]) -> Opened | None:
    """The drafts of a file's content held in memory, None when no parser reads a file of that name."""
    parser = choose_parser(os.path.basename(shown), raw[:SNIFF_BYTES], parsers)
    if parser is None:
        return None
    if parser.stream:
        return Opened(_guarded(partial(parser.stream, io.BytesIO(raw), shown), Source(shown, "")), streamed=True)
    if len(raw) > MAX_BYTES:
        return Opened(iter([_unreadable(Source(shown, ""), _os_problem(TooLarge(shown, len(raw))))]), streamed=False)
    return Opened(_parse_bytes(raw, shown, parser), streamed=False)


def _stream_file(path: Path, shown: str, parser: Parser) -> Iterator[Draft]:
    assert parser.stream is not None
    try:
        stream: IO[bytes]
        with open_plain(path) as stream:
            yield from _guarded(partial(parser.stream, stream, shown), Source(shown, ""))
    except OSError as error:
        yield _unreadable(Source(shown, ""), _os_problem(error))


def _parse_bytes(raw: bytes, shown: str, parser: Parser) -> Iterator[Draft]:
    assert parser.parse is not None
    try:
        source = Source(shown, decode(raw))
    except SourceError as error:
        source = Source(shown, lenient(raw[:MAX_BYTES]))
        yield _unreadable(source, _problem(error, source))
        return
    yield from _guarded(partial(parser.parse, source), source)


def _guarded(parse: Callable[[], Iterable[Draft]], source: Source) -> Iterator[Draft]:
    """The drafts up to the place where the parser gives up, then an unreadable one that says so."""
    try:
        yield from parse()
    except SourceError as error:
        place = (
            Source(source.path, source.text, max(1, error.line), max(1, error.column)) if not source.text else source
        )
        yield _unreadable(place, _problem(error, source))


def _unreadable(source: Source, problem: Problem) -> Draft:
    return Draft(source, Content(), "unreadable", problems=(problem,))


def _problem(error: SourceError, source: Source) -> Problem:
    values: dict[str, Any] = {"reason": str(error), "code": error.code, "variant": error.code, **error.values}
    start = 0
    if error.line and error.line <= len(source.line_starts):
        start = min(source.line_starts[error.line - 1] + max(0, error.column - 1), len(source.text))
    return Problem("source/unreadable", Span(start, min(start + 1, len(source.text))), values)


_CODES: tuple[tuple[type[OSError], str], ...] = (
    (FileNotFoundError, "missing"),
    (PermissionError, "permission"),
    (NotAFile, "not-a-file"),
    (IsADirectoryError, "folder"),
    (TooLarge, "too-large"),
)


def _os_problem(error: OSError) -> Problem:
    code = next((code for kind, code in _CODES if isinstance(error, kind)), "")
    values: dict[str, Any] = {"reason": error.strerror or str(error), "code": code, "variant": code}
    if isinstance(error, TooLarge):
        values |= {"megabytes": error.bytes // 1_000_000, "limit": MAX_BYTES // 1_000_000}
    return Problem("source/unreadable", Span(0, 0), values)
