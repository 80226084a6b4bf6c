"""Formulas over the measures of a text, read and worked out without running any code."""

from __future__ import annotations

import math
import operator
from typing import TYPE_CHECKING

from smolint.errors import Phrase, phrase
from smolint.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Term = Callable[[Mapping[str, float]], float]

LONGEST = 2000
DEEPEST = 40

_TOKEN = late_pattern(r"\s*(?:(\d+(?:\.\d*)?|\.\d+)|([A-Za-z_][\w.]*)|(\|\||&&|[<>=!]=|[-+*/%()<>!,]))")
_FUNCTIONS: Mapping[str, tuple[int, Callable[..., float]]] = {
    "abs": (1, abs),
    "ceil": (1, math.ceil),
    "exp": (1, math.exp),
    "floor": (1, math.floor),
    "log": (1, math.log),
    "log10": (1, math.log10),
    "log2": (1, math.log2),
    "max": (2, max),
    "min": (2, min),
    "pow": (2, math.pow),
    "sqrt": (1, math.sqrt),
    "trunc": (1, math.trunc),
}
_BINARY: tuple[Mapping[str, Callable[[float, float], float]], ...] = (
    {"||": lambda one, other: bool(one) or bool(other)},
    {"&&": lambda one, other: bool(one) and bool(other)},
    {"==": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge},
    {"+": operator.add, "-": operator.sub},
    {"*": operator.mul, "/": operator.truediv, "%": math.fmod},
)
"""Operators, those that bind least first, as in Go."""


class FormulaError(ValueError):
    """A formula cannot be read; `words` says why, `name` is the unknown name in it, if one is."""

    def __init__(self, words: Phrase, name: str = "") -> None:
        super().__init__(words)
        self.words = words
        self.name = name


class Formula:
    """A formula over named numbers: + - * / %, comparisons, && || !, brackets, and the functions of `math`.

    Raises FormulaError where it cannot be read or names something unknown.
    """

    def __init__(self, text: str, names: frozenset[str]) -> None:
        self._names = names
        self._tokens = _tokens(text)
        self._at = 0
        self._depth = 0
        self._term = self._binary(0)
        if self._at < len(self._tokens):
            raise _unexpected(self._tokens[self._at])

    def value(self, numbers: Mapping[str, float]) -> float | None:
        """The formula's value, 1 or 0 for a comparison; None where it has none (a division by zero)."""
        try:
            found = float(self._term(numbers))
        except (ArithmeticError, ValueError):
            return None
        return found if math.isfinite(found) else None

    def _next(self) -> str:
        return self._tokens[self._at] if self._at < len(self._tokens) else ""

    def _take(self) -> str:
        token = self._next()
        self._at += 1
        return token

    def _expect(self, sign: str) -> None:
        if self._next() != sign:
            raise _unexpected(self._next())
        self._at += 1

    def _binary(self, rank: int) -> Term:
        if rank == len(_BINARY):
            return self._unary()
        left = self._binary(rank + 1)
        while self._next() in _BINARY[rank]:
            left = _joined(_BINARY[rank][self._take()], left, self._binary(rank + 1))
        return left

    def _unary(self) -> Term:
        self._depth += 1
        if self._depth > DEEPEST:
            raise FormulaError(phrase("too many brackets or signs one in another"))
        term = self._primary(self._take())
        self._depth -= 1
        return term

    def _primary(self, token: str) -> Term:
        if token in ("-", "+", "!"):
            inner = self._unary()
            if token == "!":
                return lambda numbers: not inner(numbers)
            return inner if token == "+" else lambda numbers: -inner(numbers)
        if token == "(":
            inner = self._binary(0)
            self._expect(")")
            return inner
        if token[:1].isdigit() or (token[:1] == "." and token != "."):
            number = float(token)
            return lambda _: number
        return self._named(token)

    def _named(self, token: str) -> Term:
        name = token.removeprefix("math.")
        if name in _FUNCTIONS and self._next() == "(":
            return self._call(name)
        if token in self._names:
            return lambda numbers: numbers[token]
        if token[:1].isalpha() or token[:1] == "_":
            raise FormulaError(phrase("'{name}' is no measure of a text", name=token), token)
        raise _unexpected(token)

    def _call(self, name: str) -> Term:
        count, function = _FUNCTIONS[name]
        self._expect("(")
        arguments = [self._binary(0)]
        for _ in range(count - 1):
            self._expect(",")
            arguments.append(self._binary(0))
        self._expect(")")
        return lambda numbers: function(*(one(numbers) for one in arguments))


def _joined(operation: Callable[[float, float], float], left: Term, right: Term) -> Term:
    return lambda numbers: operation(left(numbers), right(numbers))


def _tokens(text: str) -> list[str]:
    if len(text) > LONGEST:
        raise FormulaError(phrase("the formula is longer than {limit} characters", limit=LONGEST))
    found, at = [], 0
    text = text.rstrip()
    while at < len(text):
        token = _TOKEN.match(text, at)
        if not token:
            raise _unexpected(text[at:].strip()[:1])
        found.append(token[token.lastindex or 0])
        at = token.end()
    return found


def _unexpected(token: str) -> FormulaError:
    if not token:
        return FormulaError(phrase("the formula ends too early"))
    return FormulaError(phrase("'{sign}' is not expected there in a formula", sign=token))
