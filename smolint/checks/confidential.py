"""Marks that say that a text must not leave the house: CONFIDENTIAL, usage interne, embargoes."""

from __future__ import annotations

import re
from functools import cache

from smolint.check import Check, Mark
from smolint.checks.quotation import is_quotation
from smolint.late_pattern import compiled, late_pattern
from smolint.literals import Literal, Literals
from smolint.texts import running_texts
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Block
    from smolint.reading import Reading

_DATE_WORDS = """
jan(?:uary|vier)? f[eé]b(?:ruary)? février mar(?:ch|s)? apr(?:il)? avril may mai june? juin july? juillet
aug(?:ust)? août sep(?:t|tember|tembre)? oct(?:ober|obre)? nov(?:ember|embre)? dec(?:ember)? déc(?:embre)?
(?:mon|tues|wednes|thurs|fri|satur|sun)day lundi mardi mercredi jeudi vendredi samedi dimanche
at on à le the of h heures? gmt utc cest? [ecmp]s?t am pm noon midi midnight minuit tomorrow demain
"""
_DATE_WORD = rf"(?:\d[\d:/.h-]*(?:st|nd|rd|th|er|[ap]m)?|(?:{'|'.join(_DATE_WORDS.split())})\b)"
_DATE = rf"{_DATE_WORD}(?:[,\s]{{1,2}}{_DATE_WORD}){{0,7}}"
# In each line a space stands for any kind of space, `'` for both apostrophes.
_MARKS = r"""
(?:strictly |company |highly |business )?confidential(?: and proprietary| information| draft)?|commercial in confidence
(?:strictement |document |très )?confidentiel(?:le)?(?: défense| entreprise)?
(?:for )?(?:internal|restricted|official)(?: company| office)? use(?: only)?
internal only|company internal|employees only|staff only|for your eyes only
top secret|tlp ?: ?(?:amber|red)(?:\+strict)?
(?:(?:document|note|à|pour) |réservé à l'|strictement )?(?:usage|diffusion)(?: strictement)? interne(?: \w+ment)?
(?:strictement |document |note |diffusion )?réservée? (?:au personnel|aux salariés|aux collaborateurs|à l'interne)
(?:strictement|document|note) interne
interne uniquement|diffusion (?:restreinte|limitée)
(?:please )?do not (?:distribute|circulate|publish|share|forward|copy or distribute)(?: yet)?
not for (?:publication|distribution|release)(?: yet)?
not to be (?:published|distributed|shared)(?: yet)?
not for (?:public|external) (?:release|use|distribution)
(?:(?:prière|merci) de )?ne pas (?:diffuser|publier|communiquer|transférer|faire circuler)(?: à l'extérieur| en l'état)?
(?:under|subject to)(?: an)? nda|sous nda|(?:couvert|protégé) par (?:un |l' ?)accord de confidentialité
"""
_DATED = rf"""
(?:under |strictly )?embargo(?:ed)?(?: until| till| for release on):? {_DATE}
(?:sous |strict )?embargo jusqu'(?:au|à) {_DATE}
not for release (?:before|until) {_DATE}
ne pas (?:publier|diffuser) avant {_DATE}
"""
_BEFORE = late_pattern(
    r"(?<!\w)(?:draft|brouillon|projet|version de travail|internal|interne|note|private|privé)"
    r"[ \u00a0\u202f]?[-–—:;,/|.!·][ \u00a0\u202f]?\Z",
    re.IGNORECASE,
)
_JOINT = late_pattern(r"[ \u00a0\u202f]{0,2}[-–—:;,/|.!·][ \u00a0\u202f]{0,2}")
_FRAME = r"[\s*_#=~>|⚠️❗🔒🚫-]{0,12}"
_OPENING = late_pattern(rf"{_FRAME}[\[(<{{]?\s?")
_CLOSING = late_pattern(rf"\s?[\])>}}]?[.!]?{_FRAME}")
_OPENING_BRACKET, _CLOSING_BRACKET = late_pattern(r"[\[({]\s?\Z"), late_pattern(r"\s?[\])}]")
_ONE_WORD = late_pattern(r"(?<=[\[({])(?:internal|interne)(?=[\])}])", re.IGNORECASE)
_LABEL_END = late_pattern(r"\s?(?::|[–—]|\s-|\||!)\s")
# What `_phrases` finds holds one of these as whole words.
_WORDS = """
confidential confidence confidentiel confidentielle embargo embargoed tlp nda réservé réservée
"""
_HINTS = """
internal use
internal company use
internal office use
internal only
company internal
restricted use
restricted company use
restricted office use
official use
official company use
official office use
employees only
staff only
your eyes only
top secret
usage interne
usage strictement interne
diffusion interne
diffusion strictement interne
strictement interne
document interne
note interne
interne uniquement
diffusion restreinte
diffusion limitée
do not distribute
do not circulate
do not publish
do not share
do not forward
do not copy or
not for publication
not for distribution
not for release
not for public
not for external
not to be published
not to be distributed
not to be shared
ne pas diffuser
ne pas publier
ne pas communiquer
ne pas transférer
ne pas faire circuler
accord de confidentialité
[internal
(internal
{internal
[interne
(interne
{interne
"""
_MARKED = Literals(Literal(text, opens=True, closes=True) for text in (*_WORDS.split(), *_HINTS.strip().splitlines()))
_EMBARGO = late_pattern(r"embargo|release (?:before|until)|avant", re.IGNORECASE)
_REQUEST = late_pattern(r"(?:please )?do not|ne pas|prière|merci", re.IGNORECASE)
# A mark in capitals is set apart from the sentence around it.
_SET_APART_BEFORE = late_pattern(r"(?:\A|[-–—|·•.!?:;/])[\s*_#>~=⚠️❗🔒🚫-]{0,12}\Z")
_SET_APART_AFTER = late_pattern(r"[\s*_~=⚠️❗🔒🚫]{0,12}(?:\Z|[-–—|·•.!:;/,])")
_LEAST_BARE = 8
_AROUND = 200


def confidential_marker(reading: Reading, _: object) -> Iterator[Mark]:
    """Each mark that reserves a text to some readers. Values: `text`. Variant `embargo` for those with a date.

    A mark is a line of its own, stands in brackets, opens a line with a colon or dash, or is set apart in capitals.
    Prose about confidentiality, quotations and code are left alone, and so are platforms that only colleagues read.
    """
    if reading.platform.internal:
        return
    running = running_texts(reading)
    for number in running.holding(_MARKED):
        block, text = running.blocks[number], running.prose[number]
        if not is_quotation(block):
            for start, end in _marks(block, text):
                written = text[start:end].rstrip()
                variant = "embargo" if _EMBARGO.search(written) else ""
                yield Mark(block.span(start, start + len(written)), {"text": written}, variant=variant)


def _marks(block: Block, text: str) -> Iterator[tuple[int, int]]:
    """The ranges of the marks in a text, in order, line by line."""
    start = 0
    for line in text.split("\n"):
        for first, last in sorted({*_chains(line), *(match.span() for match in _ONE_WORD.finditer(line))}):
            if _is_mark(line, first, last, block.kind):
                yield start + first, start + last
        start += len(line) + 1


@cache
def _phrases() -> re.Pattern[str]:
    """All phrases; compiled only for texts in which one of their words stands, since there are many."""
    phrases = "|".join(f"(?:{line})" for line in f"{_DATED.strip()}\n{_MARKS.strip()}".splitlines())
    spaced = phrases.replace(" ", r"[ \u00a0\u202f]").replace("'", "['’]")
    return compiled(rf"(?<![\w«“\"'])(?:{spaced})(?![\w»”\"'])", re.IGNORECASE)


def _chains(line: str) -> list[tuple[int, int]]:
    """The ranges of phrases, of which several with a dash between them are one (`Draft – do not publish`)."""
    chains: list[tuple[int, int]] = []
    for match in _phrases().finditer(line):
        start, end = match.span()
        if chains and _JOINT.fullmatch(line, chains[-1][1], start):
            start = chains.pop()[0]
        elif before := _BEFORE.search(line, max(0, start - _AROUND), start):
            start = before.start()
        chains.append((start, end))
    return chains


def _is_mark(line: str, start: int, end: int, kind: str) -> bool:
    mark = line[start:end]
    before, after = line[max(0, start - _AROUND) : start], line[end : end + _AROUND]
    if _OPENING.fullmatch(line, 0, start) and _CLOSING.fullmatch(line, end):
        return _is_mark_alone(line, mark, kind)
    if _OPENING_BRACKET.search(before) and _CLOSING_BRACKET.match(after):
        # Round brackets in the middle of a sentence hold a remark.
        return mark.isupper() or "[" in before[-2:] or not before.strip(" (") or not after.strip(" ).!")
    if kind == "paragraph" and _OPENING.fullmatch(line, 0, start) and _LABEL_END.match(after) and _is_label(mark):
        return True
    return _is_capital_mark(mark, before, after)


def _is_mark_alone(line: str, mark: str, kind: str) -> bool:
    """In lists, tables and headings the same words name a level or a subject, unless in brackets or capitals."""
    bare = line.strip(" *_#")
    if kind != "paragraph" and not mark.isupper() and not bare.startswith(("[", "(")):
        return False
    return kind != "cell" and len(mark) >= _LEAST_BARE and not bare.endswith((":", "?"))


def _is_label(mark: str) -> bool:
    """`Confidential: …` is a mark; `Do not share: …` is advice that readers may be given."""
    return mark[0].isupper() and (mark.isupper() or not _REQUEST.match(mark))


def _is_capital_mark(mark: str, before: str, after: str) -> bool:
    if not mark.isupper() or len(mark) < _LEAST_BARE:
        return False
    # In a line all in capitals they distinguish nothing.
    around = re.sub(r"[\W\d]", "", before + after)
    apart = _SET_APART_BEFORE.search(before) and _SET_APART_AFTER.match(after)
    return bool(apart) and not around.isupper()


CHECKS: tuple[Check, ...] = (Check("confidential-marker", confidential_marker),)
