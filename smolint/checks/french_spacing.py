"""The no-break spaces of French: before ; : ! ? » and %, and after «."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.running_text import running_blocks
from smolint.dataclass import dataclass
from smolint.finding import Fix
from smolint.insertion import text_edit
from smolint.language.detect import detect
from smolint.late_pattern import late_pattern
from smolint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from smolint.checks.running_text import Running
    from smolint.draft import Draft
    from smolint.finding import Edit
    from smolint.reading import Reading
    from smolint.source import Span

_NARROW, _WIDE = "\N{NARROW NO-BREAK SPACE}", "\N{NO-BREAK SPACE}"

_SPACE = f" \u2009{_NARROW}{_WIDE}"
_ORDINARY = frozenset(" \u2009")
_SIGNS = late_pattern(r"[;:!?«%€‰]")
_ENDS_PHRASE = r"[\w)\]»”’…\"'*%€°²³\ufffc.]"
_DETERMINERS = "le la les un une du des de et ou par avec signe signes caractère caractères opérateur symbole"
_NAMED = "".join(rf"(?<!\b(?i:{word}))" for word in _DETERMINERS.split())
"""« le ? », « et ! »: a sign that is spoken of ends no phrase."""

_BREAKING = late_pattern(
    rf"(?<={_ENDS_PHRASE}){_NAMED}(?P<before>[{_SPACE}]+)(?P<narrow>;(?=\s|\Z)|[!?]+(?=[\s)»”\],]|\Z))"
    rf"|(?<={_ENDS_PHRASE})(?<!\b(?i:le))(?<!\b(?i:la))(?<!\b(?i:un))(?P<before_colon>[{_SPACE}]+)"
    r"(?P<colon>:)(?=\s(?!\s?[()DPp|/\\])|\Z)"
    rf"|(?<=\d)(?P<before_unit>[{_SPACE}])(?P<unit>[%€‰])(?![\w%])"
)
_MISSING = late_pattern(
    r"(?<=[^\W_])(?<![\d:]\d)(?P<narrow>[!?]+(?=\Z|[)»”]|\s+[^\Wa-zà-öø-ÿœ])|;(?=\s+[^\W\d]))"
    r"|(?<=[^\W\d_])(?P<colon>:)(?=[ \u00a0]+[\w«“\"'’(]|\Z)"
)
_QUOTATION = late_pattern(r"«(?P<inner>[^«»]*)»")
_NESTED = late_pattern(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’")
_CODE_LIKE = late_pattern(r"[{}=<>|\\$_]|\(\)|::|//|&\w+;|\w[?!],|[a-z]-[a-z]+: \d|[A-Z]{2}: [A-Z]{2}")
_PHRASE_END = late_pattern(r"[.!?…\n]\s")
_NAMES = late_pattern(
    r"(?:yahoo|joomla|jeopardy|oh|wham|kahoot|panic|yu-gi-oh|monoprix|mamma mia|tchin|enjoy|input|output|tl;dr|"
    r"ps|re|fwd|feat|fix|chore|docs|refactor|test|style|perf|build|ci|revert|[a-z])\Z",
    re.I,
)
"""Names with a mark of their own, the prefixes of commits and mails, drives: what stands before a sign."""

_WORD_BEFORE = late_pattern(r"(?<![\w;-])[\w;-]+\Z")
_FIELDS = ("lang", "language", "locale")


@dataclass(frozen=True, slots=True)
class FrenchSpacing:
    """Options of `french-spacing`: see rules/README.md."""

    variant: str = ""
    narrow: bool = True
    strict: bool = False
    max_places: int = 5


class _Place(NamedTuple):
    """A range of a block's text to be replaced by a space, and the sign that wants it."""

    running: Running
    start: int
    end: int
    sign: tuple[int, int]
    space: str


def french_spacing(reading: Reading, options: FrenchSpacing) -> Iterator[Mark]:
    """Signs with an ordinary space (all of a draft as one finding, at the first) or none (`missing`) before them.

    Both no-break spaces pass, unless `strict`. Values: `count`, `sign`. More than `max-places` missing ones are one
    finding too (`missing-many`).
    """
    title = reading.draft.title
    if "fr" not in reading.proses and not (title and reading.language_of(title) == "fr"):
        return
    spaces = _Spaces.of(reading, options)
    breaking: list[_Place] = []
    missing: list[_Place] = []
    for running in running_blocks(reading, _SIGNS, ("fr",)):
        breaking += _breaking(running, spaces)
        missing += _missing(running, spaces)
    if breaking:
        yield _mark(reading.draft, breaking, "")
    if len(missing) > options.max_places:
        yield _mark(reading.draft, missing, "missing-many")
    else:
        yield from (_mark(reading.draft, [place], "missing") for place in missing)


class _Spaces(NamedTuple):
    """The space before ; ! ? (none where Canada has no narrow one), that of : « » and %, and which else pass."""

    narrow: str
    wide: str
    canadian: bool
    strict: bool

    @staticmethod
    def of(reading: Reading, options: FrenchSpacing) -> _Spaces:
        field = reading.draft.field(*_FIELDS)
        variant = options.variant or (field.value if field and isinstance(field.value, str) else "")
        canadian = variant.replace("_", "-").lower() == "fr-ca"
        narrow = _NARROW if options.narrow else "" if canadian else _WIDE
        return _Spaces(narrow, _WIDE, canadian, options.strict)


def _breaking(running: Running, spaces: _Spaces) -> Iterator[_Place]:
    for place in (*_before_signs(running, spaces), *_in_quotations(running, spaces)):
        written = running.text[place.start : place.end]
        if (spaces.strict and written != place.space) or _ORDINARY & set(written):
            yield place


def _before_signs(running: Running, spaces: _Spaces) -> Iterator[_Place]:
    text = running.text
    for match in _BREAKING.finditer(text):
        if match["narrow"]:
            yield _Place(running, *match.span("before"), match.span("narrow"), spaces.narrow)
        elif match["colon"] and not _is_ratio(text, match.start(), match.end()):
            yield _Place(running, *match.span("before_colon"), match.span("colon"), spaces.wide)
        elif match["unit"]:
            yield _Place(running, *match.span("before_unit"), match.span("unit"), spaces.wide)


def _in_quotations(running: Running, spaces: _Spaces) -> Iterator[_Place]:
    for match in _QUOTATION.finditer(running.text):
        inner, (start, end) = match["inner"], match.span("inner")
        led, trailed = len(inner) - len(inner.lstrip(_SPACE)), len(inner) - len(inner.rstrip(_SPACE))
        if led and inner.strip():
            yield _Place(running, start, start + led, (match.start(), start), spaces.wide)
        if trailed and inner.strip():
            yield _Place(running, end - trailed, end, (end, end + 1), spaces.wide)


def _is_ratio(text: str, start: int, end: int) -> bool:
    return text[start - 1].isdigit() and text[end:].lstrip()[:1].isdigit()


def _missing(running: Running, spaces: _Spaces) -> Iterator[_Place]:
    text = running.text
    quoted = [match.span() for match in _NESTED.finditer(text)]
    for match in _MISSING.finditer(text):
        sign = match.start()
        space = spaces.wide if match["colon"] else spaces.narrow
        if spaces.canadian and not match["colon"]:
            continue
        if not any(start < sign < end for start, end in quoted) and _is_french(text, sign):
            yield _Place(running, sign, sign, match.span(), space)
    for match in _QUOTATION.finditer(text):
        inner = match["inner"]
        if not inner.strip() or not _is_french(text, match.start()):
            continue
        start, end = match.span("inner")
        if not inner[0].isspace():
            yield _Place(running, start, start, (match.start(), start), spaces.wide)
        if not inner[-1].isspace():
            yield _Place(running, end, end, (end, end + 1), spaces.wide)


def _is_french(text: str, sign: int) -> bool:
    """Whether what ends at a sign is a French phrase: no code, no name that has the sign, no English title."""
    phrase = _PHRASE_END.split(text[max(0, sign - 200) : sign])[-1]
    around = phrase + text[sign : sign + 40].split("\n")[0]
    word = _WORD_BEFORE.search(phrase)
    if _CODE_LIKE.search(around) or (word and _NAMES.match(word.group())):
        return False
    return (detect(phrase) or detect(text)) != "en"


def _mark(draft: Draft, places: Sequence[_Place], variant: str) -> Mark:
    first = places[0]
    shown = first.running.block.span(min(first.start, first.sign[0]), max(first.end, first.sign[1]))
    edits = _edits(draft, places)
    sign = first.running.text[slice(*first.sign)]
    fix = Fix(_title(first), edits) if edits else None
    return Mark(shown, {"count": len(places), "sign": sign}, fix, variant)


def _title(place: _Place) -> str:
    """What is done at the first place, in the names of characters: they cannot be told apart by sight."""
    written = place.running.text[place.start : place.end]
    before, after = (" ".join(f"U+{ord(each):04X}" for each in text) for text in (written[:1], place.space))
    return f"{before} → {after}" if before and after else f"+ {after}" if after else f"- {before}"


def _edits(draft: Draft, places: Sequence[_Place]) -> tuple[Edit, ...]:
    """An edit for each place whose characters are in the source as readers see them, once for a place."""
    edits: dict[Span, Edit] = {}
    for place in places:
        span = place.running.block.span(place.start, place.end)
        plain = set(draft.source[span]) <= set(_SPACE)
        edit = text_edit(draft, span, place.space) if plain else None
        if edit:
            edits[span] = edit
    return tuple(edits.values())


CHECKS: tuple[Check, ...] = (Check("french-spacing", french_spacing, FrenchSpacing),)
