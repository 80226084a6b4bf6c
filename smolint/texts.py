"""The texts of a scope, laid together once, so that many patterns find quickly where they need not look."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from smolint.patterns import lower, pieces
from smolint.scopes import scoped

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from smolint.draft import Block
    from smolint.patterns import Pattern
    from smolint.reading import Reading

MUCH = 100_000
"""Characters to look through, for each literal those of the texts, from which it pays to gather the texts' pieces."""
_BETWEEN = "\n\n"


class Match(NamedTuple):
    """A match of a pattern in the prose of a block."""

    block: Block
    found: re.Match[str]

    @property
    def text(self) -> str:
        """What was matched."""
        return self.found.group()


def joined_prose(blocks: Iterable[Block]) -> str:
    """The prose of blocks, one after the other."""
    return _BETWEEN.join([block.prose for block in blocks])


class Texts:
    """Blocks of text, in order, and their prose."""

    def __init__(self, blocks: tuple[Block, ...]) -> None:
        self.blocks = blocks
        self._asked = 0

    @cached_property
    def prose(self) -> tuple[str, ...]:
        """The prose of each block: its text, with inline code as U+FFFC."""
        ends = (start + len(block.text) for start, block in zip(self._starts, self.blocks, strict=True))
        return tuple(self.joined[start:end] for start, end in zip(self._starts, ends, strict=True))

    @cached_property
    def joined(self) -> str:
        """The prose of all blocks, one after the other."""
        return joined_prose(self.blocks)

    @cached_property
    def _lowered(self) -> str:
        return lower(self.joined)

    @cached_property
    def _pieces(self) -> set[str]:
        return pieces(self._lowered)

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(one.text) + len(_BETWEEN) for one in self.blocks), initial=0))[:-1]

    def matches(self, pattern: Pattern) -> Iterator[Match]:
        """The matches of a pattern in each block. Raises SlowPatternError and PatternError."""
        for index in self.candidates(pattern):
            block = self.blocks[index]
            for found in pattern.finditer(self.prose[index]):
                yield Match(block, found)

    def candidates(self, pattern: Pattern) -> list[int] | range:
        """The numbers of the blocks in which a pattern may match, in order."""
        if not (self.blocks and pattern.literals):
            return range(len(self.blocks))
        within: set[int] = set()
        for literal in self._likely(pattern):
            within.update(self._holding(literal))
        return sorted(within)

    def _likely(self, pattern: Pattern) -> Iterator[str]:
        """The literals that may stand in the texts; few are looked for at once, for many the pieces are gathered."""
        self._asked += len(pattern.literals)
        if self._asked * len(self.joined) < MUCH:
            yield from pattern.literals
            return
        yield from pattern.short
        if not pattern.keys.isdisjoint(self._pieces):
            for key in pattern.keys & self._pieces:
                for ends, literal in pattern.probes[key]:
                    if self._pieces.issuperset(ends):
                        yield literal

    def _holding(self, literal: str) -> Iterator[int]:
        at = self._lowered.find(literal)
        while at >= 0:
            index = bisect_right(self._starts, at) - 1
            yield index
            # One match a block is enough.
            at = self._lowered.find(literal, max(at + 1, self._starts[index] + len(self.blocks[index].text)))


_TEXTS: WeakKeyDictionary[Reading, dict[tuple[str, ...], Texts]] = WeakKeyDictionary()


def texts(reading: Reading, scopes: tuple[str, ...]) -> Texts:
    """The texts that the scopes name, laid together once for a reading."""
    known = _TEXTS.setdefault(reading, {})
    if scopes not in known:
        known[scopes] = Texts(tuple(scoped(reading, scopes)))
    return known[scopes]
