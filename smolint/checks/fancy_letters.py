"""Symbols that imitate bold, cursive or boxed letters, on which screen readers stumble."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.finding import Edit, Fix
from smolint.late_pattern import compiled, late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.draft import Block
    from smolint.reading import Reading

# Unicode charts: mathematical alphanumerics, parenthesised and circled, squared (outlined and filled), full-width.
_STYLED = (
    "\U0001d400-\U0001d7ff\u249c-\u24b5\u24b6-\u24e9"
    "\U0001f110-\U0001f129\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189\uff10-\uff19\uff21-\uff3a\uff41-\uff5a"
)
# The letters that the mathematical alphabets leave out because they were encoded before.
_LETTERLIKE = "ℂℊℋℌℍℎℐℑℒℕℙℚℛℜℝℤℨℬℭℯℰℱℳℴ"
_SMALL_CAPITALS = dict(zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True))
_RAISED = "ᵃᵇᶜᵈᵉᶠᵍʰᶦⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻᴬᴮᴰᴱᴳᴴᴵᴶᴷᴸᴹᴺᴼᴾᴿᵀᵁⱽᵂ"
_FILLED = ((0x1F150, 0x1F169), (0x1F170, 0x1F189))

_BIG = f"[{_STYLED}{_LETTERLIKE}]"
_SMALL = f"[{''.join(_SMALL_CAPITALS)}]"
_BETWEEN = r"[ \u00a0\u202f.,:;!?'’\"“”()&\u0300-\u036f\ufe0e\ufe0f-]{1,3}"
_ANY = late_pattern(f"[{_STYLED}{_LETTERLIKE}{''.join(_SMALL_CAPITALS)}{_RAISED}]")


@cache
def _run_pattern() -> re.Pattern[str]:
    """Runs of styled letters; compiled only for texts that have one."""
    return compiled(
        rf"{_BIG}+(?:{_BETWEEN}{_BIG}+)*"
        # Small capitals borrow the plain x and s; phonetic script has a few of them, but never so many in a row.
        rf"|{_SMALL}(?:[xsq]?{_SMALL})+(?:{_BETWEEN}{_SMALL}(?:[xsq]?{_SMALL})*)*"
        # Not the raised endings of 1ˢᵗ, Mˡˡᵉ or XVIᵉ.
        rf"|(?<!\w)[{_RAISED}]{{2,}}(?:{_BETWEEN}[{_RAISED}]+)*"
    )


@cache
def _east_asian() -> re.Pattern[str]:
    return compiled(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")


_STRETCH = late_pattern(rf"{_BIG}+|(?:[xsq]?{_SMALL})+|[{_RAISED}]+")
_SERIF_ITALIC = late_pattern("[\U0001d434-\U0001d467\U0001d6fc-\U0001d71bℎ]+")
_OPERATOR = late_pattern(r"\s?[=+×⋅·−*/^<>≤≥≠≈∈∉⊂⊆∪∩→↦∑∏∫√∂∀∃|∥⟨⟩{}\[\]_\\0-9]")
_LEAST_STRETCH = 3
_LEAST_SMALL_STRETCH = 4
_LEAST_SPACED = 4


def fancy_letters(reading: Reading, _: object) -> Iterator[Mark]:
    """Each run of styled letters, as a whole, with the plain letters as its fix. Values: `text`, `plain`.

    Formulas, single letters and numbers (ℝ, ①, Ⓜ), raised endings (1ˢᵗ, Mᵐᵉ) and full-width letters in Chinese,
    Japanese or Korean text are left alone; so is code.
    """
    for block in reading.draft.title_and_prose:
        if block.text.isascii():
            continue
        text = block.prose
        if _ANY.search(text) and not _east_asian().search(text):
            for match in _run_pattern().finditer(text):
                if _is_decoration(text, match):
                    yield _mark(reading, block, *match.span())


def plain_letters(text: str) -> str:
    """The text with each styled letter replaced by the plain one (by Unicode NFKC where it knows one)."""
    return "".join(_plain(letter) for letter in text)


def _plain(letter: str) -> str:
    if letter in _SMALL_CAPITALS:
        return _SMALL_CAPITALS[letter]
    code = ord(letter)
    for first, last in _FILLED:
        if first <= code <= last:
            return chr(ord("A") + code - first)
    if not _ANY.match(letter):
        return letter
    return unicodedata.normalize("NFKC", letter).strip("()")


def _is_decoration(text: str, match: re.Match[str]) -> bool:
    run = match.group()
    stretches = [stretch.group() for stretch in _STRETCH.finditer(run)]
    letters = "".join(stretches)
    if all(letter in _LETTERLIKE for letter in letters) or _is_in_formula(text, match):
        return False
    longest = max(map(len, stretches))
    if re.match(f"{_SMALL}|[{_RAISED}]|[xsq]", letters):
        return longest >= _LEAST_SMALL_STRETCH
    if longest >= _LEAST_STRETCH or sum(len(stretch) > 1 for stretch in stretches) > 1:
        return True
    return len(letters) >= _LEAST_SPACED and not _SERIF_ITALIC.fullmatch(letters)


def _is_in_formula(text: str, match: re.Match[str]) -> bool:
    """Whether an operator or a plain figure stands beside a short run, as in a formula."""
    if len(match.group()) > _LEAST_SPACED + _LEAST_STRETCH:
        return False
    before = text[max(0, match.start() - 2) : match.start()][::-1]
    return bool(_OPERATOR.match(text, match.end()) or _OPERATOR.match(before))


def _mark(reading: Reading, block: Block, start: int, end: int) -> Mark:
    text = block.text[start:end]
    plain = plain_letters(text)
    span = block.span(start, end)
    # Markup or entities inside the run would be lost: then the writer retypes it.
    exact = reading.draft.source[span] == text
    fix = Fix(f"{text} → {plain}", (Edit(span, plain),)) if exact else None
    return Mark(span, {"text": text, "plain": plain}, fix)


CHECKS: tuple[Check, ...] = (Check("fancy-letters", fancy_letters),)
