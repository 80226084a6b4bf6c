"""Typographic signs: ellipses, dashes, quotation marks and apostrophes in place of what a typewriter has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smolint.check import Check, Mark, NoOptions
from smolint.checks.running_text import ADDRESS, CODE, running_blocks
from smolint.dataclass import dataclass
from smolint.finding import Fix
from smolint.insertion import text_edit
from smolint.late_pattern import late_pattern
from smolint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smolint.checks.running_text import Running
    from smolint.reading import Reading

_WIDE = "\N{NO-BREAK SPACE}"

_DOTS = late_pattern(
    rf"(?<=[\w)»”’'\"\]])(?<!\betc)\.\.\.(?=\s|[)»”\"'\],;:!?]|\Z)(?!\s*\.)|(?<!\S)\.\.\.(?=[^\W_])(?<!{ADDRESS})"
)
_DASHES = late_pattern(r"(?<=[\w)»”’'\"\],.!?…%])( *)(?<!-)(--|---)(?!-)( *)(?=[\w(«“‘\"'])")
_THREE_DOTS, _TWO_HYPHENS, _STRAIGHT = late_pattern(r"\.\.\."), late_pattern("--"), late_pattern("[\"']")
_OPTION = late_pattern(r"(?<!\S)--\w")
_QUOTED = late_pattern(r"(?<![\w\"'])\"(?P<inner>[^\s\"«»“”](?:[^\"«»“”\n]*[^\s\"«»“”])?)\"(?![\w\"'])")
_GUILLEMETS = late_pattern(r"[«»“”]")
_INCHES = late_pattern(r"\d\"")
_FRENCH_APOSTROPHE = late_pattern(
    r"(?<![\w'])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu|aujourd|prud|entr)'(?=[^\W\d_])", re.I
)
_ENGLISH_APOSTROPHE = late_pattern(r"(?<=[^\W\d_])'(?=(?:s|t|d|m|re|ve|ll)(?![\w'’]))", re.I)


class _Change(NamedTuple):
    """A range of a block's text, and what it becomes."""

    running: Running
    start: int
    end: int
    content: str


@dataclass(frozen=True, slots=True)
class StraightQuotes:
    """Options of `straight-quotes`: whether quotation marks and apostrophes are looked at."""

    quotes: bool = True
    apostrophes: bool = True


def ellipsis(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """All `...` of a draft that end words or begin them, as one finding at the first. Value: `count`."""
    yield from _marks(reading, _THREE_DOTS, _ellipses)


def dashes(reading: Reading, _options: NoOptions) -> Iterator[Mark]:
    """All `--` of a draft that are dashes between words, as one finding at the first. Value: `count`."""
    yield from _marks(reading, _TWO_HYPHENS, _dashes)


def straight_quotes(reading: Reading, options: StraightQuotes) -> Iterator[Mark]:
    """All straight quotation marks (in pairs) and apostrophes of a draft, as one finding at the first.

    Values: `count`, `written`, `better`.
    """

    def changes(running: Running) -> Iterator[_Change]:
        if options.quotes:
            yield from _quotes(running)
        if options.apostrophes:
            pattern = _FRENCH_APOSTROPHE if running.language == "fr" else _ENGLISH_APOSTROPHE
            for match in pattern.finditer(running.text):
                place = match.end() - 1
                yield _Change(running, place, place + 1, "’")

    yield from _marks(reading, _STRAIGHT, changes)


def _marks(
    reading: Reading, wanted: re.Pattern[str], changes: Callable[[Running], Iterator[_Change]]
) -> Iterator[Mark]:
    found = [change for running in running_blocks(reading, wanted) for change in changes(running)]
    if not found:
        return
    found.sort(key=lambda change: change.running.block.span(change.start, change.end))
    draft, edits = reading.draft, {}
    for change in found:
        span = change.running.block.span(change.start, change.end)
        exact = draft.source[span] == change.running.block.text[change.start : change.end]
        edit = text_edit(draft, span, change.content) if exact else None
        if edit:
            edits[span] = edit
    first = found[0]
    shown = first.running.text[first.start : first.end]
    values = {"count": len(found), "written": shown, "better": first.content}
    fix = Fix(f"{shown.strip()} → {first.content.strip()}", tuple(edits.values())) if edits else None
    yield Mark(first.running.block.span(first.start, first.end), values, fix)


def _ellipses(running: Running) -> Iterator[_Change]:
    for match in _DOTS.finditer(running.text):
        yield _Change(running, *match.span(), "…")


def _dashes(running: Running) -> Iterator[_Change]:
    french = running.language == "fr"
    if _OPTION.search(running.text):
        return
    for match in _DASHES.finditer(running.text):
        spaced = bool(match[1]) and bool(match[3])
        if not spaced and (match[1] or match[3] or CODE in running.text[match.start() - 1 : match.end() + 1]):
            continue
        if not spaced and french:
            continue
        start, end = match.start(2), match.end(2)
        yield _Change(running, start, end, "–" if french or (match[2] == "--" and spaced) else "—")


def _quotes(running: Running) -> Iterator[_Change]:
    opening, closing = (f"«{_WIDE}", f"{_WIDE}»") if running.language == "fr" else ("“", "”")
    if _INCHES.search(running.text) or running.text.count('"') % 2 or _GUILLEMETS.search(running.text):
        return
    for match in _QUOTED.finditer(running.text):
        if CODE in match["inner"] or ADDRESS in match["inner"]:
            continue
        yield _Change(running, match.start(), match.start() + 1, opening)
        yield _Change(running, match.end() - 1, match.end(), closing)


CHECKS: tuple[Check, ...] = (
    Check("ellipsis", ellipsis),
    Check("dashes", dashes),
    Check("straight-quotes", straight_quotes, StraightQuotes),
)
