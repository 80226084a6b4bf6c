"""What the corpus checks keep of all drafts until the run ends; packed where it is much, as in a large export."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from smolint.judging import Evidence
    from smolint.setup import Setup

PACKED_AT_ONCE = 1000
"""How many drafts' evidence is packed together: nine tenths of it is words that come again and again."""


class Pile:
    """The evidence of one rule, in the order in which it came."""

    __slots__ = ("_loose", "_packed")

    def __init__(self) -> None:
        self._packed: list[bytes] = []
        self._loose: list[Evidence] = []

    def add(self, one: Evidence) -> None:
        """Put one on the pile."""
        self._loose.append(one)
        if len(self._loose) == PACKED_AT_ONCE:
            import pickle
            import zlib

            self._packed.append(zlib.compress(pickle.dumps(self._loose, pickle.HIGHEST_PROTOCOL), 1))
            self._loose = []

    def __iter__(self) -> Iterator[Evidence]:
        """All there is, made anew each time."""
        if self._packed:
            import pickle
            import zlib

            for part in self._packed:
                yield from pickle.loads(zlib.decompress(part))
        yield from self._loose


class Gathering:
    """All evidence of a run, by setup and rule."""

    def __init__(self) -> None:
        self._piles: dict[tuple[int, str], tuple[Setup, Pile]] = {}

    def add(self, setup: Setup, facts: Iterable[tuple[str, Evidence]]) -> None:
        """Keep the evidence of drafts that were linted with a setup, each with its rule's name."""
        for rule, one in facts:
            key = id(setup), rule
            if key not in self._piles:
                self._piles[key] = setup, Pile()
            self._piles[key][1].add(one)

    def piles(self) -> Iterator[tuple[Setup, str, Pile]]:
        """The setups and names of the rules for which there is any, with all that there is."""
        for (_, rule), (setup, pile) in self._piles.items():
            yield setup, rule, pile
