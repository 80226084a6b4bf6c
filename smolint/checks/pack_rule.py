"""What the checks of word lists and patterns, those of Vale's packs, have in common."""

from __future__ import annotations

from functools import cached_property, wraps
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from smolint.check import Trouble
from smolint.dataclass import dataclass
from smolint.errors import phrase
from smolint.literals import Literals
from smolint.options import OptionError
from smolint.pattern_tree import PatternError, needs
from smolint.patterns import SlowPatternError, pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from smolint.check import Mark
    from smolint.literals import ByWord, Literal
    from smolint.patterns import Pattern
    from smolint.reading import Reading
    from smolint.word_list import WordList

MOST_NEEDED = 5000
SLOW = phrase("a pattern takes too long on a text, and is looked for no further")


@dataclass(frozen=True)
class Scoped:
    """The options of every rule of a pack: the scopes that it looks at, and its most findings in a draft (0: all)."""

    scope: tuple[str, ...] = ("text",)
    limit: int = 0


@dataclass(frozen=True)
class Excepting(Scoped):
    """Options of a rule that knows exceptions: patterns of what is fine, and `accepted`, the words of a vocabulary.

    The words of the vocabulary count only with `vocab`.
    """

    exceptions: tuple[str, ...] = ()
    vocab: bool = True
    accepted: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_patterns("exceptions", self.exceptions)

    @cached_property
    def allowed(self) -> Allowed:
        """What the rule does not speak of."""
        return Allowed((*self.exceptions, *(self.accepted if self.vocab else ())))


class Allowed:
    """Words and phrases that a rule leaves alone."""

    def __init__(self, terms: tuple[str, ...]) -> None:
        self._terms = sorted(terms, key=len, reverse=True)
        self._phrases = [term for term in terms if " " in term or "\t" in term or r"\s" in term]

    @cached_property
    def words(self) -> Pattern | None:
        """The pattern of all terms."""
        listed = "|".join(_with_own_flags(term) for term in self._terms)
        return pattern(rf"(?m)\b(?:{listed})\b") if listed else None

    @cached_property
    def _around(self) -> Pattern | None:
        listed = "|".join(_with_own_flags(term) for term in self._phrases)
        return pattern(rf"(?i)\b(?:{listed})\b") if listed else None

    def covers(self, text: str, start: int, end: int) -> bool:
        """Whether `[start, end)` of a text holds one of the terms, or stands within one of several words."""
        return self.holds(text[start:end]) or self.surrounds(text, start, end)

    def holds(self, part: str) -> bool:
        """Whether a text holds one of the terms."""
        return self.words is not None and self.words.search(part.strip()) is not None

    def surrounds(self, text: str, start: int, end: int) -> bool:
        """Whether `[start, end)` of a text stands within one of the terms of several words."""
        around = self._around.finditer(text) if self._around else ()
        return any(one.start() <= start and end <= one.end() for one in around)


def _with_own_flags(term: str) -> str:
    """A term whose flags hold for itself alone."""
    bare = term.removeprefix("(?i)")
    return term if bare == term else f"(?i:{bare})"


def check_patterns(key: str, expressions: Iterable[str]) -> None:
    """Raise OptionError for the first expression that is not well formed."""
    for expression in expressions:
        try:
            needs(expression)
        except PatternError as error:
            words = phrase("'{expression}' is no pattern: {problem}", expression=expression, problem=error.words)
            raise OptionError(key, words) from error


def needed(scope: tuple[str, ...], lists: Iterable[WordList]) -> ByWord:
    """Texts of which a draft's prose must hold one where any list matches in a scope.

    None where that is not known, or they are too many to keep with the rule.
    """
    found: list[Literal] = []
    for listed in lists:
        if scope != ("text",) or listed.unknown:
            return {}
        found += listed.literals.listed
    return Literals(found).by_word if len(found) <= MOST_NEEDED else {}


Options = TypeVar("Options", bound=Scoped)


def with_patterns(
    key: str,
) -> Callable[
    [Callable[[Reading, Options], Iterable[Mark | Trouble]]], Callable[[Reading, Options], Iterator[Mark | Trouble]]
]:
    """Make a check stop at its limit, and at a pattern that takes too long or cannot be compiled; `key` holds it."""

    def wrap(
        run: Callable[[Reading, Options], Iterable[Mark | Trouble]],
    ) -> Callable[[Reading, Options], Iterator[Mark | Trouble]]:
        @wraps(run)
        def bounded(reading: Reading, options: Options) -> Iterator[Mark | Trouble]:
            try:
                yield from islice(run(reading, options), options.limit or None)
            except SlowPatternError:
                yield Trouble(SLOW, key)
            except PatternError as error:
                yield Trouble(phrase("a pattern cannot be read: {problem}", problem=error.words), key)

        return bounded

    return wrap
