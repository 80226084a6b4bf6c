"""The texts of a scope, laid together once, so that many patterns find quickly where they need not look."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from smolint.language.plain import lower, plain_text
from smolint.literals import tokens_of
from smolint.named_tuple import NamedTuple
from smolint.scopes import scoped
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from smolint.draft import Block
    from smolint.literals import Literals
    from smolint.patterns import Pattern
    from smolint.reading import Reading
    from smolint.word_list import WordList

_BETWEEN = "\n\n"
_PROSE = ("text",)
_TITLE_AND_PROSE = ("title and text",)


class Match(NamedTuple):
    """A match of a word list in the prose of a block; `part` is the number of the list's part that has matched."""

    block: Block
    part: int
    found: re.Match[str]

    @property
    def text(self) -> str:
        """What was matched."""
        return self.found.group()


def joined_prose(blocks: Iterable[Block]) -> str:
    """The prose of blocks, one after the other, with two line ends before each and between."""
    return _BETWEEN.join(["", *[block.prose for block in blocks], ""])


class Texts:
    """Blocks of text, in order, and their prose; `around` holds all of them, and maybe more."""

    def __init__(self, blocks: tuple[Block, ...], around: Texts | None = None) -> None:
        self.blocks = blocks
        # None where that is itself: a value that holds itself would stay in memory until Python looks for such garbage.
        self._around = around

    @cached_property
    def prose(self) -> tuple[str, ...]:
        """The prose of each block: its text, with inline code as U+FFFC."""
        places = zip(self._starts, self._lengths, strict=True)
        return tuple(self.joined[start : start + length] for start, length in places)

    @cached_property
    def joined(self) -> str:
        """The prose of all blocks, one after the other, with two line ends around each."""
        return joined_prose(self.blocks)

    @cached_property
    def lowered(self) -> str:
        """What `joined` holds in lower case, with plain white space and apostrophes, at the same offsets."""
        return plain_text(lower(self.joined))

    @cached_property
    def tokens(self) -> list[str]:
        """The words of all blocks in lower case, in order: all runs of letters, digits and underscores."""
        return tokens_of(self.lowered)

    @cached_property
    def words(self) -> set[str]:
        """The words of all blocks in lower case, each once."""
        return set(self.tokens)

    @cached_property
    def _lengths(self) -> list[int]:
        return [len(block.text) for block in self.blocks]

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((length + len(_BETWEEN) for length in self._lengths), initial=len(_BETWEEN)))[:-1]

    def matches(self, listed: WordList) -> Iterator[Match]:
        """The matches of a word list in each block. Raises SlowPatternError and PatternError."""
        parts: dict[int, set[int]] = {}
        if listed.unknown:
            parts = {index: set(listed.unknown) for index in range(len(self.blocks))}
        for index, literal in self._places(listed.literals):
            parts.setdefault(index, set()).update(listed.by_text[literal])
        for index in sorted(parts):
            for part, found in listed.finditer(self.prose[index], parts[index]):
                yield Match(self.blocks[index], part, found)

    def candidates(self, pattern: Pattern) -> list[int] | range:
        """The numbers of the blocks in which a pattern may match, in order."""
        return self.holding(pattern.literals) if pattern.literals.texts else range(len(self.blocks))

    def holding(self, literals: Literals) -> list[int]:
        """The numbers of the blocks that hold one of some texts, whatever its case, in order."""
        return sorted({index for index, _ in self._places(literals)})

    def _places(self, literals: Literals) -> Iterator[tuple[int, str]]:
        """The numbers of the blocks that hold one of some texts, whatever its case, each with that text."""
        for literal in literals.likely((self._around or self).words) if self.blocks else ():
            for index in self._with(literal):
                yield index, literal

    def overlapped(self, expression: re.Pattern[str]) -> list[int]:
        """The numbers of the blocks that a match in `joined` overlaps, in order: no others have a match of their own.

        The expression must find in `joined`, where two line ends stand around each block, all that it finds in a block,
        and never match nothing.
        """
        within: list[int] = []
        found = expression.search(self.joined) if self.blocks else None
        while found:
            first = self._number(found.start())
            last = self._number(found.end() - 1)
            within += range(max(first, within[-1] + 1 if within else 0), last + 1)
            found = expression.search(self.joined, max(found.end(), self._end(last)))
        return within

    def _with(self, literal: str) -> Iterator[int]:
        at = self.lowered.find(literal)
        while at >= 0:
            number = self._number(at)
            yield number
            # One match a block is enough.
            at = self.lowered.find(literal, max(at + 1, self._end(number)))

    def _number(self, at: int) -> int:
        return max(0, bisect_right(self._starts, at) - 1)

    def _end(self, number: int) -> int:
        return self._starts[number] + self._lengths[number]


def texts(reading: Reading, scopes: tuple[str, ...]) -> Texts:
    """The texts that the scopes name, laid together once for a reading."""
    known: dict[tuple[str, ...], Texts] = reading.laid
    if scopes not in known:
        known[scopes] = Texts(tuple(scoped(reading, scopes)), running_texts(reading) if scopes == _PROSE else None)
    return known[scopes]


def running_texts(reading: Reading) -> Texts:
    """The title and the prose of a draft, laid together once."""
    known: dict[tuple[str, ...], Texts] = reading.laid
    if _TITLE_AND_PROSE not in known:
        known[_TITLE_AND_PROSE] = Texts(tuple(reading.draft.title_and_prose))
    return known[_TITLE_AND_PROSE]
