"""Replacements in the case of what they replace, as Vale's `matchcase` has it (its algorithm; MIT, see NOTICE)."""

from __future__ import annotations

from smolint.late_pattern import late_pattern

_WORD = late_pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def matched_case(replacement: str, observed: str) -> str:
    """A replacement in the case of the text that it replaces, word by word.

    Words that are the same at the beginning and the end keep their own case each; the rest takes that of all that it
    replaces. Mixed case (`iPhone`) tells nothing, and leaves the replacement as it is.
    """
    new, old = _WORD.findall(replacement), _WORD.findall(observed)
    if not new or not old:
        return _cased(replacement, _case(observed))
    head = _common(new, old)
    tail = _common(new[head:][::-1], old[head:][::-1])
    middle = old[head : len(old) - tail]
    inner = _inner_case(middle, old, head, tail)
    each = inner == "title" and len(middle) > 1 and all(_case(word) == "title" for word in middle)
    cases = []
    for number in range(len(new)):
        if number < head:
            cases.append(_case(old[number]))
        elif number >= len(new) - tail:
            cases.append(_case(old[number - len(new)]))
        else:
            cases.append("lower" if inner == "title" and not each and number > head else inner)
    remaining = iter(cases)
    return _WORD.sub(lambda word: _cased(word[0], next(remaining)), replacement)


def capitalized(text: str) -> str:
    """A text with its first letter in upper case."""
    return text[:1].upper() + text[1:]


def _common(one: list[str], other: list[str]) -> int:
    """How many words at the beginning are the same, whatever their case."""
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a.lower() != b.lower()), min(len(one), len(other)))


def _inner_case(middle: list[str], old: list[str], head: int, tail: int) -> str:
    """The case of the words that are replaced; of a word put in, that of the next, else of the one before."""
    if middle:
        return _case(" ".join(middle))
    if tail:
        return _case(old[len(old) - tail])
    return _case(old[head - 1]) if head else ""


def _case(text: str) -> str:
    """`lower`, `upper`, `title` (one capital, at the beginning) or "" for anything else."""
    letters = [sign for sign in text if sign.isalpha()]
    capitals = sum(sign.isupper() for sign in letters)
    if not letters:
        return ""
    if not capitals:
        return "lower"
    if not any(sign.islower() for sign in letters):
        return "title" if len(letters) == 1 else "upper"
    return "title" if capitals == 1 and letters[0].isupper() else ""


def _cased(word: str, case: str) -> str:
    if case == "lower":
        return word.lower()
    if case == "upper":
        return word.upper()
    return capitalized(word.lower()) if case == "title" else word
