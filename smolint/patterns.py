"""Regular expressions of rule packs: compiled once, looked for only where they can match, stopped when they explode."""

from __future__ import annotations

import re
import sys
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, TypeVar
from warnings import catch_warnings, simplefilter

from smolint.errors import phrase
from smolint.late_pattern import compiled, late_pattern
from smolint.literals import Literal, Literals
from smolint.pattern_tree import PatternError, needs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

SECONDS = 1.0
"""How long a pattern may look at a text of up to half a million characters; longer texts give more."""
_CHARACTERS_A_SECOND = 500_000

# For `re` an accent written on its own is no part of a word.
_BEFORE, _AFTER = r"\b(?<![\u0300-\u036f])", r"\b(?![\u0300-\u036f])"
_LEADING_FLAGS = late_pattern(r"\(\?([aimsxLu]+)\)")
_CODE_POINT = late_pattern(r"\\(?:x\{([0-9A-Fa-f]{1,6})\}|.)", re.DOTALL)
_PLACES = {"b": 0, "i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL, "x": re.VERBOSE}
_DOTNET = late_pattern(
    r"\\(?:(?P<end>z)|k[<'{](?P<name>\w+)[>'}]|Q(?P<text>.*?)(?:\\E|\Z)|.)|(?P<quoted>\(\?'(?P<group>\w+)')", re.DOTALL
)


Found = TypeVar("Found")


class SlowPatternError(Exception):
    """A pattern took too long on a text."""


class Pattern:
    """A regular expression in the syntax of .NET and Go's regexp2, as Vale's packs are written in.

    `\\w`, `\\d`, `\\s` and `\\b` know the letters, digits and spaces of all scripts. It is compiled when first used.
    """

    def __init__(self, expression: str) -> None:
        self.expression = expression
        self.flags, self.body = _split_flags(_CODE_POINT.sub(_escaped, expression))
        self.needs = needs(self.body)
        self.slow = False

    @cached_property
    def compiled(self) -> Any:
        """The compiled expression, of `re` or of the `regex` package. Raises PatternError where neither accepts it."""
        with catch_warnings():
            # Python warns of `[[]`, which may come to mean something else some day.
            simplefilter("ignore", FutureWarning)
            if not (self.needs.special or self.needs.loops):
                try:
                    return compiled(self.body, self.flags)
                except re.error:
                    pass
            return _compiled(_translated(self.body), int(self.flags))

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """The matches in a text. Raises SlowPatternError when that takes too long, and ever after; PatternError."""
        if isinstance(self.compiled, re.Pattern):
            return self.compiled.finditer(text)
        return iter(self._bounded(lambda seconds: list(self.compiled.finditer(text, timeout=seconds)), text))

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a text; raises as `finditer`."""
        if isinstance(self.compiled, re.Pattern):
            return self.compiled.search(text)
        found: re.Match[str] | None = self._bounded(lambda limit: self.compiled.search(text, timeout=limit), text)
        return found

    def first(self, text: str, start: int = 0) -> re.Match[str] | None:
        """The first match that is not empty, from an offset of a text on; raises as `finditer`."""

        def look(matches: Iterator[re.Match[str]]) -> re.Match[str] | None:
            return next((one for one in matches if one.end() > one.start()), None)

        if isinstance(self.compiled, re.Pattern):
            return look(self.compiled.finditer(text, start))
        return self._bounded(lambda seconds: look(self.compiled.finditer(text, start, timeout=seconds)), text)

    def sub(self, replace: Callable[[re.Match[str]], str], text: str) -> str:
        """A text with what `replace` makes of each match in its place; raises as `finditer`."""
        parts, done = [], 0
        for found in self.finditer(text):
            parts += [text[done : found.start()], replace(found)]
            done = found.end()
        return "".join([*parts, text[done:]])

    def _bounded(self, look: Callable[[float], Found], text: str) -> Found:
        if self.slow:
            raise SlowPatternError
        try:
            return look(max(SECONDS, len(text) / _CHARACTERS_A_SECOND))
        except TimeoutError:
            self.slow = True
            raise SlowPatternError from None

    @cached_property
    def literals(self) -> Literals:
        """Texts of which each match holds one; none when nothing is known that is worth looking for."""
        found = [Literal(text) for text in self.needs.literals]
        return Literals(found if all(one.is_worth_it for one in found) else ())


@cache
def pattern(expression: str) -> Pattern:
    """The pattern of an expression, one for all rules that use it. Raises PatternError where it is not well formed."""
    return Pattern(expression)


def joined_tokens(
    tokens: Iterable[str], *, ignorecase: bool = False, nonword: bool = False, raw: str = "", append: bool = False
) -> Pattern:
    """The pattern of a word list of Vale's: any of the tokens, as whole words unless `nonword`.

    `raw` stands before them, or after them with `append`. Raises PatternError where a token is not well formed.
    """
    listed = "|".join(token for token in tokens if token.strip())
    body = f"(?m)(?:{listed})" if nonword or not listed else f"(?m){_BEFORE}(?:{listed}){_AFTER}"
    joined = body + raw if append else raw + body
    return pattern(("(?i)" if ignorecase else "") + joined)


def _split_flags(expression: str) -> tuple[re.RegexFlag, str]:
    flags = re.RegexFlag(0)
    while found := _LEADING_FLAGS.match(expression):
        for letter in found[1]:
            flags |= _PLACES.get(letter, 0)
        expression = expression[found.end() :]
    return flags, expression


def _escaped(found: re.Match[str]) -> str:
    """Go's `\\x{A0}` as the character itself, which Python has no such way to write."""
    number = int(found[1] or "0", 16)
    return re.escape(chr(number)) if 0 < number <= sys.maxunicode else found[0]


def _compiled(expression: str, flags: int) -> Any:
    import regex

    try:
        return regex.compile(expression, flags)
    except regex.error as error:
        raise PatternError(phrase("{reason}", reason=getattr(error, "msg", str(error)))) from error


def _translated(expression: str) -> str:
    """The expression as the `regex` package writes it."""

    def rewritten(found: re.Match[str]) -> str:
        if found["end"]:
            return r"\Z"
        if found["name"]:
            return f"(?P={found['name']})"
        if found["text"] is not None:
            return re.escape(found["text"])
        return f"(?P<{found['group']}>" if found["quoted"] else found[0]

    return _DOTNET.sub(rewritten, expression)
