"""English numbers in words and in digits, for the steps `words` and `digits` of an action."""

from __future__ import annotations

import re

from smolint.late_pattern import late_pattern

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TWENTY_ON = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES, _TENS = _SMALL.split(), _TWENTY_ON.split()
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_IRREGULAR = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_DIGITS = late_pattern(r"(?P<number>-?\d{1,15})(?P<ordinal>st|nd|rd|th)?", re.IGNORECASE)
_VALUES = (
    {word: value for value, word in enumerate(_ONES)}
    | {word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)}
    | {"hundred": 100}
    | {word: value for value, word in _SCALES}
)


def in_words(text: str) -> str:
    """A whole number or an ordinal (`21`, `21st`) in words; any other text as it is."""
    found = _DIGITS.fullmatch(text.replace(",", ""))
    if not found:
        return text
    words = _cardinal(int(found["number"]))
    if not found["ordinal"]:
        return words
    return re.sub(r"\w+$", lambda last: _ordinal(last[0]), words)


def in_digits(text: str) -> str:
    """A number or ordinal in words as digits (`21`, `21st`); any other text as it is."""
    words = [word for word in re.split(r"[ -]+", text.lower()) if word and word != "and"]
    negative = words[:1] == ["minus"]
    words = words[negative:]
    if not words:
        return text
    ordinals = {_ordinal(word): word for word in _VALUES}
    is_ordinal = words[-1] in ordinals
    words[-1] = ordinals.get(words[-1], words[-1])
    if any(word not in _VALUES for word in words):
        return text
    number = _sum([_VALUES[word] for word in words]) * (-1 if negative else 1)
    return f"{number}{_suffix(abs(number)) if is_ordinal else ''}"


def _cardinal(number: int) -> str:
    if number < 0:
        return f"minus {_cardinal(-number)}"
    if number < 20:
        return _ONES[number]
    if number < 100:
        rest = f"-{_ONES[number % 10]}" if number % 10 else ""
        return _TENS[number // 10 - 2] + rest
    scale, name = next(((scale, name) for scale, name in _SCALES if number >= scale), (100, "hundred"))
    rest = f" {_cardinal(number % scale)}" if number % scale else ""
    return f"{_cardinal(number // scale)} {name}{rest}"


def _ordinal(word: str) -> str:
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    return f"{word[:-1]}ieth" if word.endswith("y") else f"{word}th"


def _sum(values: list[int]) -> int:
    total = current = 0
    for value in values:
        if value == 100:
            current = max(current, 1) * 100
        elif value >= 1000:
            total, current = total + max(current, 1) * value, 0
        else:
            current += value
    return total + current


def _suffix(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
