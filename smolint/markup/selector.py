"""Scopes read as Vale reads them: `heading.h2`, `paragraph & ~blockquote`."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from smolint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from smolint.markup.passage import Passage

_SIZED = frozenset(["raw", "summary"])


class Selector(NamedTuple):
    """What a scope asks for: the sections a passage must lie in, and groups of sections it must not lie in."""

    wanted: frozenset[str]
    unwanted: tuple[frozenset[str], ...]

    def matches(self, sections: frozenset[str]) -> bool:
        """Whether a passage with these sections is meant."""
        if not self.wanted <= sections or not (self.wanted or "text" in sections):
            return False
        if self.unwanted and not sections.isdisjoint(_SIZED):
            return False
        return not any(group <= sections for group in self.unwanted)

    def names(self, passage: Passage) -> bool:
        """Whether the scope names a passage that stands apart from the running text by what sets it apart."""
        return not passage.apart or not self.wanted.isdisjoint(passage.sections - {"text"})


@lru_cache(maxsize=512)
def selector(scope: str) -> Selector:
    """The selector of one scope, whose parts `&` joins and `~` negates."""
    wanted: set[str] = set()
    unwanted = []
    for part in scope.split("&"):
        term = part.strip()
        sections = [one.strip() for one in term.removeprefix("~").split(".")]
        if term.startswith("~"):
            unwanted.append(frozenset(sections))
        else:
            wanted.update(sections)
    return Selector(frozenset(wanted), tuple(unwanted))
