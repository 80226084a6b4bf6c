"""Marks that say that a text must not leave the house: CONFIDENTIAL, usage interne, embargoes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from smolint.check import Check, Mark

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
not (?:for|to be) (?:publication|distribution|release|published|distributed|shared)(?: yet)?
not for (?:public|external) (?:release|use|distribution)
(?:(?:prière|merci) de )?ne pas (?:diffuser|publier|communiquer|transférer|faire circuler)(?: à l'extérieur| en l'état)?
(?:under|subject to)(?: an)? nda|sous nda|(?:couvert|protégé) par (?:un|l') ?accord de confidentialité
"""
_DATED = rf"""
(?:under |strictly )?embargo(?:ed)?(?: until| till| for release on):? {_DATE}
(?:sous |strict )?embargo jusqu'(?:au|à) {_DATE}
not for release (?:before|until) {_DATE}
ne pas (?:publier|diffuser) avant {_DATE}
"""
_BEFORE = r"(?:draft|brouillon|projet|version de travail|internal|interne|note|private|privé)"


def _pattern(lines: str) -> str:
    phrases = "|".join(f"(?:{line})" for line in lines.strip().splitlines())
    return phrases.replace(" ", r"[ \u00a0\u202f]").replace("'", "['’]")


_PHRASE = rf"(?:{_pattern(_MARKS)}|{_pattern(_DATED)})"
_JOINT = r"[ \u00a0\u202f]{0,2}[-–—:;,/|.!·][ \u00a0\u202f]{0,2}"
_CHAIN = rf"(?:{_BEFORE}{_JOINT})?{_PHRASE}(?:{_JOINT}{_PHRASE}){{0,3}}"
_FRAME = r"[\s*_#=~>|⚠️❗🔒🚫-]{0,12}"
_WHOLE_LINE = re.compile(rf"{_FRAME}[\[(<{{]?\s?(?P<mark>{_CHAIN})\s?[\])>}}]?[.!]?{_FRAME}", re.IGNORECASE)
_BRACKETED = re.compile(rf"[\[({{]\s?(?P<mark>{_CHAIN}|internal|interne)\s?[\])}}]", re.IGNORECASE)
_LABEL = re.compile(rf"{_FRAME}(?P<mark>{_CHAIN})\s?(?::|[–—]|\s-|\||!)\s", re.IGNORECASE)
_ANYWHERE = re.compile(rf"(?<![\w«“\"'])(?P<mark>{_CHAIN})(?![\w»”\"'])", re.IGNORECASE)
_HINT = re.compile(
    r"confiden|internal|interne|restrict|restreinte|limitée|official use|embargo|only|secret|tlp|do not|not (?:for|to)"
    r"|ne pas|réserv|nda\b|accord de",
    re.IGNORECASE,
)
_EMBARGO = re.compile(r"embargo|release (?:before|until)|avant", re.IGNORECASE)
_REQUEST = re.compile(r"(?:please )?do not|ne pas|prière|merci", re.IGNORECASE)
# A mark in capitals is set apart from the sentence around it.
_SET_APART_BEFORE = re.compile(r"(?:\A|[-–—|·•.!?:;/])[\s*_#>~=⚠️❗🔒🚫-]{0,12}\Z")
_SET_APART_AFTER = re.compile(r"[\s*_~=⚠️❗🔒🚫]{0,12}(?:\Z|[-–—|·•.!:;/,])")
_LEAST_BARE = 8
_AROUND = 200


def confidential_marker(reading: Reading, _: object) -> Iterator[Mark]:
    """Each mark that reserves a text to some readers. Values: `text`. Variant `embargo` for those with a date.

    A mark is a line of its own, stands in brackets, opens a line with a colon or dash, or is set apart in capitals.
    Prose about confidentiality, quotations and code are left alone, and so are platforms that only colleagues read.
    """
    if reading.platform.internal:
        return
    title = reading.draft.title
    for block in (*([title] if title else []), *reading.draft.prose):
        text = block.prose
        if _HINT.search(text) and block.kind != "quote" and "quote" not in block.within:
            for start, end in _marks(block, text):
                written = text[start:end].rstrip()
                variant = "embargo" if _EMBARGO.search(written) else ""
                yield Mark(block.span(start, start + len(written)), {"text": written}, variant=variant)


def _marks(block: Block, text: str) -> Iterator[tuple[int, int]]:
    """The ranges of the marks in a text, in order, line by line."""
    start = 0
    for line in text.split("\n"):
        for first, last in _marks_of_line(line, block.kind):
            yield start + first, start + last
        start += len(line) + 1


def _marks_of_line(line: str, kind: str) -> list[tuple[int, int]]:
    whole = _WHOLE_LINE.fullmatch(line)
    if whole:
        return [whole.span("mark")] if _is_mark_alone(line, whole["mark"], kind) else []
    found = [label] if (label := _LABEL.match(line)) and kind == "paragraph" and _is_label(label["mark"]) else []
    found += _BRACKETED.finditer(line)
    found += [match for match in _ANYWHERE.finditer(line) if _is_capital_mark(line, match)]
    spans: list[tuple[int, int]] = []
    for first, last in sorted(match.span("mark") for match in found):
        if not spans or first >= spans[-1][1]:
            spans.append((first, last))
    return spans


def _is_mark_alone(line: str, mark: str, kind: str) -> bool:
    """In lists, tables and headings the same words name a level or a subject, unless in brackets or capitals."""
    bare = line.strip(" *_#")
    if kind != "paragraph" and not mark.isupper() and not bare.startswith(("[", "(")):
        return False
    return kind != "cell" and len(mark) >= _LEAST_BARE and not bare.endswith((":", "?"))


def _is_label(mark: str) -> bool:
    """`Confidential: …` is a mark; `Do not share: …` is advice that readers may be given."""
    return mark[0].isupper() and (mark.isupper() or not _REQUEST.match(mark))


def _is_capital_mark(line: str, match: re.Match[str]) -> bool:
    if not match["mark"].isupper() or len(match["mark"]) < _LEAST_BARE:
        return False
    before = line[max(0, match.start() - _AROUND) : match.start()]
    after = line[match.end() : match.end() + _AROUND]
    # In a line all in capitals they distinguish nothing.
    around = re.sub(r"[\W\d]", "", before + after)
    apart = _SET_APART_BEFORE.search(before) and _SET_APART_AFTER.match(after)
    return bool(apart) and not around.isupper()


CHECKS: tuple[Check, ...] = (Check("confidential-marker", confidential_marker),)
