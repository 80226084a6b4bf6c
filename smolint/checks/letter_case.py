"""Words written as names in code are (`kebab-case`, `camelCase`), and punctuation of typewriters and of print."""

from __future__ import annotations

import unicodedata

from smolint.late_pattern import late_pattern

_NO_WORD = late_pattern(r"[\W_]+")
_QUOTES = (("---", "—"), ("--", "–"), ("...", "…"))
_OPENING = late_pattern(r"(?:^|(?<=[\s(\[{<—–/]))([\"'])")
_STRAIGHT = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "—": "---", "–": "--", "…": "...", "\N{NO-BREAK SPACE}": " "}
)
_BASES = str.maketrans(
    {"æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ß": "ss", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L"}
    | {"þ": "th", "Þ": "Th", "ð": "d", "Ð": "D"}
)


def words_of(text: str) -> list[str]:
    """The words of a text or name in lower case; a capital after a small letter begins one."""
    apart = "".join(
        f" {sign}" if at > 1 and sign.isupper() and text[at - 1].islower() else sign for at, sign in enumerate(text)
    )
    return [word.lower() for word in _NO_WORD.split(apart) if word]


def pascal(text: str) -> str:
    """A text in PascalCase."""
    return "".join(word[:1].upper() + word[1:] for word in words_of(text))


def camel(text: str) -> str:
    """A text in camelCase."""
    made = pascal(text)
    return made[:1].lower() + made[1:]


def typographic(text: str) -> str:
    """A text with the dashes, the ellipsis and the English quotation marks of print."""
    for typed, printed in _QUOTES:
        text = text.replace(typed, printed)
    opened = _OPENING.sub(lambda quote: "“" if quote[1] == '"' else "‘", text)
    return opened.replace('"', "”").replace("'", "’")


def straight(text: str) -> str:
    """A text with the dashes, dots and quotation marks of a typewriter."""
    return text.translate(_STRAIGHT)


def plain(text: str) -> str:
    """A text without accents, ligatures and curly punctuation."""
    apart = unicodedata.normalize("NFD", straight(text).translate(_BASES))
    return unicodedata.normalize("NFC", "".join(sign for sign in apart if unicodedata.category(sign) != "Mn"))
