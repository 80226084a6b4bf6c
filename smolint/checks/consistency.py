"""Two ways to write something of which a draft should keep to one."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from smolint.check import Check, Mark
from smolint.checks.pack_rule import Scoped, check_patterns, with_patterns
from smolint.dataclass import dataclass, field
from smolint.patterns import Pattern, joined_tokens
from smolint.texts import texts

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from smolint.reading import Reading
    from smolint.texts import Texts


@dataclass(frozen=True)
class Consistency(Scoped):
    """Options: `either` pairs two patterns, of which a draft may have but one; whole words, unless `nonword`."""

    either: Mapping[str, str] = field(default_factory=dict)
    nonword: bool = False
    ignorecase: bool = False

    def __post_init__(self) -> None:
        check_patterns("either", [*self.either, *self.either.values()])

    @cached_property
    def patterns(self) -> tuple[Pattern, ...]:
        """A pattern for each pair; which group has matched tells the two apart."""
        return tuple(
            joined_tokens([f"(?P<one>{one})|(?P<other>{other})"], ignorecase=self.ignorecase, nonword=self.nonword)
            for one, other in self.either.items()
        )


@with_patterns("either")
def consistency(reading: Reading, options: Consistency) -> Iterator[Mark]:
    """Where, in each text, one way is met when both have been: the text's last match, at its first place there.

    Values: `match` (also `0`), `other` (the other way, as it was met before).
    """
    laid = texts(reading, options.scope)
    for pattern in options.patterns:
        yield from _inconsistent(laid, pattern)


def _inconsistent(laid: Texts, pattern: Pattern) -> Iterator[Mark]:
    met: dict[str, str] = {}
    for index in laid.candidates(pattern):
        block, prose = laid.blocks[index], laid.prose[index]
        found = list(pattern.finditer(prose))
        for one in found:
            met.setdefault(_way(one), one.group())
        if found and len(met) == 2:
            last = found[-1]
            first = next(one for one in found if one.group() == last.group())
            other = met["one" if _way(last) == "other" else "other"]
            yield Mark(block.span(*first.span()), {"0": last.group(), "match": last.group(), "other": other})


def _way(found: re.Match[str]) -> str:
    return "one" if found["one"] is not None else "other"


CHECKS: tuple[Check, ...] = (Check("consistency", consistency, Consistency),)
