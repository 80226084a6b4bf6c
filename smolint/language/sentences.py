"""Sentences of plain text with their offsets, by rules that anyone can read; French and English.

Every run of end marks and every line end is a candidate; what stands before it (an abbreviation, an initial, a
list number) and after it (a small letter, a quotation that goes on) decides. One pass, linear in the text.
"""

from __future__ import annotations

import re

from smolint.language.abbreviations import abbreviations
from smolint.language.inline_lists import is_list_label, split_inline_list
from smolint.late_pattern import late_pattern
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.language.abbreviations import Abbreviations

_SPACES = " \u00a0\u202f\u2009"
_MARKS = ".!?…‽⁇⁈⁉。！？"
# Emoji that close a sentence; those that point to what follows (👉 ➡ 🔗) are left out.
_EMOJI = (
    "\U0001f000-\U0001f448\U0001f44a-\U0001f516\U0001f518-\U0001faff\u2600-\u27a0\u27a2-\u27bf\u2b00-\u2bff\ufe0f\u200d"
)
_EMOTICON = r"[ \u00a0\u202f](?:[:;=]['-]?[)(DPpOo/|*]|\^\^|<3)(?!\w)"
_MORE_MARKS = (
    rf"[{_MARKS}]*+(?:[{_SPACES}][{_MARKS}]++(?![^\s»”\")\]]))*"
    rf"(?:[\"'”’)\]*_›]|[{_SPACES}]?»|\[\d{{1,3}}\]|[⁰¹²³⁴-⁹])*+"
)
# The first character stands alone, so that the search goes over all others at the speed of a set.
_CANDIDATE = late_pattern(
    rf"[{_MARKS}\n\r\u2028\u2029]"
    rf"(?:(?<=[{_MARKS}])(?P<marks>{_MORE_MARKS}(?:[{_MARKS}]{_MORE_MARKS})*+)"
    rf"(?P<emoji>(?:[{_SPACES}]?[{_EMOJI}]++|{_EMOTICON})*+)|\s*+)"
)
_TO_FIRST_LETTER = late_pattern(r"[\s\"'“‘«‹(\[¿¡—–•‣⁃·*_>-]*+")
_LAST_TOKEN = late_pattern(r"[^\s(«“\"'’‘\[—–•‣⁃]+\Z")
_NEXT_WORD = late_pattern(r"([^\W_]+)(?:['’]([^\W_]+))?")
_NOT_SPACE = late_pattern(r"\S")
_LINE_END = late_pattern(r"[\n\r\u2028\u2029]")
_BLANK_LINE = late_pattern(r"(?:\r\n|[\n\r\u2028\u2029])\s*?[\n\r\u2028\u2029]")
_URL = late_pattern(r"https?:|www\.")
_CAMEL_CASE = late_pattern(r"[^\W\d_]{1,3}[A-Z]")
_DOTTED = late_pattern(r"[^\W\d_](?:[.-]+[^\W\d_])+\Z")
_TIME_ONLY = late_pattern(r"(?:At|By|On|Around|Until|From|Before|After) [^,;:]{1,14}\Z")
_QUOTATION = late_pattern(r"«[^«»\n]*»|“[^“”\n]*”|\"[^\"\n]*\"|\([^()\n]*\)")
_OMISSION = late_pattern(r"[\[(](?:\.{2,}|…)[\])]")
# A letter before the number of an article of French law: « art. L. 121-1 ».
_FIGURE = late_pattern(r"\d|(?:[IVX]{2,}|[VX]|I(?=\s*[,;.:)]))(?!['’\w])|[ADLR]\.?[ \u00a0*]*\d")
_AFTER_HOUR = late_pattern(
    r"(?:(?:[ECMP][SD]?T|GMT|UTC|BST|Eastern|Central|Mountain|Pacific)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_BRANDS = ("Yahoo!", "Jeopardy!", "Joomla!", "Guess!", "Yum!")

# A quotation or bracket up to this long stays whole when the sentence goes on after it (« Non. Jamais. » dit-il);
# a longer one is cut, as its reader would, so that it is not taken for one overlong sentence.
_SHORT_QUOTATION = 80
_LONGEST_ABBREVIATION = 24
# A small letter after a full stop starts a sentence only if the word before is too long to be an unknown abbreviation,
# or if the writer began this sentence with a small letter too.
_ORDINARY_WORD = 4


def sentences(text: str, language: str) -> list[str]:
    """The sentences of a text, without the white space around them. `language` is `"fr"`, `"en"` or `""` (either)."""
    return [text[start:end] for start, end in sentence_spans(text, language)]


def sentence_spans(text: str, language: str) -> list[tuple[int, int]]:
    """The sentences as half-open ranges of code points: in order, apart, trimmed, holding every visible character.

    `language` is `"fr"` or `"en"`; any other uses the abbreviations of both. A line end is the end of a sentence
    unless the next line goes on in small letters.
    """
    spans = []
    for start, end in _raw_spans(text, abbreviations(language)):
        trimmed = start + len(text[start:end].rstrip())
        # No list begins with a capital: that spares most sentences a closer look.
        spans += [(start, trimmed)] if text[start].isupper() else split_inline_list(text, start, trimmed)
    return spans


def _raw_spans(text: str, known: Abbreviations) -> Iterator[tuple[int, int]]:
    """Sentences from their first visible character, not yet trimmed at the end."""
    held: list[tuple[int, int]] | None = None
    start = _next_visible(text, 0)
    for match in _CANDIDATE.finditer(text):
        place, after = match.span()
        if place < start:
            continue
        if after == len(text):
            break
        if held is None:
            held = _held_together(text)
        while held and held[-1][1] <= place:
            held.pop()
        if held and held[-1][0] < place:
            continue
        ends = _line_end if match["marks"] is None else _mark_end
        end = ends(text, start, match, known)
        if end:
            yield start, end
            start = _next_visible(text, end)
    if start < len(text):
        yield start, len(text)


def _next_visible(text: str, offset: int) -> int:
    match = _NOT_SPACE.search(text, offset)
    return match.start() if match else len(text)


def _held_together(text: str) -> list[tuple[int, int]]:
    """Short quotations and brackets with end marks inside, after which the sentence goes on; last one first."""
    held = []
    for match in _QUOTATION.finditer(text):
        start, end = match.span()
        if end - start > _SHORT_QUOTATION or not any(mark in match[0] for mark in ".!?…"):
            continue
        after = end + (text[end : end + 1] == ",")
        following = text[after : after + 2].lstrip()
        if following[:1].islower():
            held.append((start, end))
    held.reverse()
    return held


def _line_end(text: str, start: int, match: re.Match[str], known: Abbreviations) -> int:
    """Where the sentence ends if a line end (without an end mark before it) ends it, else 0."""
    place, after = match.span()
    if _BLANK_LINE.match(match[0]):
        return place
    if _continues(text, after) or (text[place - 1] == "." and _abbreviated(text, start, place - 1, known)):
        return 0
    return place


def _abbreviated(text: str, start: int, place: int, known: Abbreviations) -> bool:
    token = _token_before(text, start, place)
    return token is not None and _never_ends(text, start, token.start(), token[0], token[0].lower(), known)


def _token_before(text: str, start: int, place: int) -> re.Match[str] | None:
    return _LAST_TOKEN.search(text, max(start, place - _LONGEST_ABBREVIATION), place)


def _continues(text: str, offset: int) -> bool:
    """Whether the text at an offset reads on from the sentence before it: a small letter that starts no name or URL."""
    return text[offset].islower() and not (_URL.match(text, offset) or _CAMEL_CASE.match(text, offset))


def _mark_end(text: str, start: int, match: re.Match[str], known: Abbreviations) -> int:
    """Where the sentence that began at `start` ends if these end marks end it, else 0."""
    place, end = match.span()
    if not text[end].isspace() and not match["emoji"]:
        return 0
    if place == start or (text[place - 1] in "([" and not _closes_after_omission(text, place, end)):
        return 0
    following = _TO_FIRST_LETTER.match(text, end)
    letter = following.end() if following else end
    if letter >= len(text):
        return end
    if not _ends(text, start, match, letter, known):
        return 0
    if match["emoji"] and match["emoji"].lstrip(_SPACES)[0] == text[start]:
        return match.start("emoji")
    return end


def _closes_after_omission(text: str, place: int, end: int) -> bool:
    """Whether end marks stand behind an omission in brackets: `[…] ».`, where `[…]` alone ends nothing."""
    omission = _OMISSION.match(text, place - 1, end)
    return omission is not None and any(mark in _MARKS for mark in text[omission.end() : end])


def _ends(text: str, start: int, match: re.Match[str], letter: int, known: Abbreviations) -> bool:
    place, until = match.start(), match.end("marks")
    marks = text[place:until].rstrip("\"'”’)]*_›»" + _SPACES)
    if text[letter] in "!?" or (marks == "." and text[letter] in ",;:"):
        return False
    closed = text[until - 1] not in _MARKS
    new_line = _LINE_END.search(text, match.end(), letter) is not None
    if marks == ".":
        return _full_stop_ends(text, start, place, letter, known, closed=closed, new_line=new_line)
    if new_line:
        return True
    if "!" in marks or "?" in marks or marks[-1] in "‽⁇⁈⁉":
        if text.endswith(_BRANDS, start, place + 1):
            return False
        return not _continues(text, letter) or (not closed and _continues(text, start))
    if "…" in marks or ".." in marks or ". ." in marks:
        spaced_i = ". ." in marks and text[letter : letter + 2] in ("I ", "I'", "I’")
        return not (_continues(text, letter) or text[letter].isdigit() or text[letter] == "\ufffc" or spaced_i)
    return not _continues(text, letter)


def _full_stop_ends(
    text: str, start: int, place: int, letter: int, known: Abbreviations, *, closed: bool, new_line: bool
) -> bool:
    token_match = _token_before(text, start, place)
    if token_match is None:
        return not _continues(text, letter)
    token_start, token = token_match.start(), token_match[0]
    lowered = token.lower()
    if lowered == "st" and _ends_in_street(text, start, token_start, letter, known):
        return True
    if _never_ends(text, start, token_start, token, lowered, known):
        return False
    if new_line:
        return True
    if _continues(text, letter):
        shortest = 2 if _continues(text, start) else _ORDINARY_WORD
        ordinary = len(token) >= shortest and token.isalpha() and token == lowered
        return ordinary and not closed and not (lowered in known.soft or lowered in known.before_number)
    if not closed and _FIGURE.match(text, letter) and (lowered in known.before_number or lowered in known.soft):
        return False
    if len(token) == 1 and token.isalpha():
        return _letter_ends(text, start, token_start, letter, known)
    if _DOTTED.match(token):
        return _dotted_ends(text, start, token_start, place, letter, known)
    return True


def _never_ends(text: str, start: int, token_start: int, token: str, lowered: str, known: Abbreviations) -> bool:
    """Titles, "cf.", "p. ex." and a list's number at the start of the sentence."""
    if lowered in known.never and not (len(token) > 1 and token.isupper() and token.isalpha()):
        return True
    if lowered in known.titles and token[0].isupper() and (len(token) < 3 or not token.isupper()):
        return True
    if lowered == "ex" and text[max(start, token_start - 4) : token_start].lower().endswith(
        ("p. ", "p.", "p.\u00a0", "par ")
    ):
        return True
    return is_list_label(text, start, token_start, token)


def _opens_sentence(text: str, letter: int, known: Abbreviations) -> bool:
    """Whether the word there often begins a sentence and is nobody's name."""
    match = _NEXT_WORD.match(text, letter)
    if match is None:
        return False
    whole, elided, rest = match[0].lower(), match[1].lower(), match[2] or ""
    return whole in known.openers or (rest[:1].islower() and elided in known.openers)


def _ends_in_street(text: str, start: int, token_start: int, letter: int, known: Abbreviations) -> bool:
    """Whether "St." is a street's after its name ("on Main St. It is…") and not a saint's before one."""
    name = _LAST_TOKEN.search(text, max(start, token_start - _LONGEST_ABBREVIATION), token_start - 1)
    return name is not None and name[0][0].isupper() and name.start() > start and _opens_sentence(text, letter, known)


def _letter_ends(text: str, start: int, token_start: int, letter: int, known: Abbreviations) -> bool:
    """After a single letter: an initial ("J. Martin") or the end ("vitamine C. Elle…", "you and I. Did…")."""
    before = text[max(start, token_start - _LONGEST_ABBREVIATION) : token_start].rstrip()
    if token_start == start or not before:
        return False
    if text[token_start - 1] in "'’":
        return True
    if text[token_start].islower():
        return before[-1].isdigit() or (before[-1].isalpha() and _opens_sentence(text, letter, known))
    if _opens_sentence(text, letter, known) or before[-1].isdigit():
        return True
    return text[token_start] == "I" and before.rsplit(None, 1)[-1].islower()


def _dotted_ends(text: str, start: int, token_start: int, place: int, letter: int, known: Abbreviations) -> bool:
    """After "U.S.", "a.m.", "J.-C.": the end if what follows begins sentences, or after an hour."""
    token = text[token_start:place]
    if token.lower() in ("a.m", "p.m"):
        return not _AFTER_HOUR.match(text, letter) and not _TIME_ONLY.match(text[start : min(place, start + 40)])
    before = text[max(start, token_start - 6) : token_start].lower().rstrip()
    if before.endswith(("€", "$", "£", "%")):
        return True
    if token == "J.-C" and before.endswith(("av.", "apr.", "avant", "après")):
        return True
    return _opens_sentence(text, letter, known)
