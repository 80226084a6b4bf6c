"""Which of many fixed texts may stand in a text, told quickly by its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from smolint.language.plain import plain_text
from smolint.late_pattern import late_pattern
from smolint.named_tuple import NamedTuple
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ByWord = Mapping[str, Sequence[tuple[Sequence[str], str]]]
"""Texts by a word that is whole wherever they stand, or by `""` without one, each after all these words of it."""

_ANY = ""
_WORD = late_pattern(r"\w+")


class Literal(NamedTuple):
    """A text in lower case, and whether it begins no later, and ends no earlier, than the word that is there."""

    text: str
    opens: bool = False
    closes: bool = False

    @property
    def words(self) -> list[str]:
        """Those of its words that are whole wherever it stands."""
        found = list(_WORD.finditer(self.text))
        if found and not self.opens and found[0].start() == 0:
            del found[0]
        if found and not self.closes and found[-1].end() == len(self.text):
            del found[-1]
        return [one.group() for one in found]

    @property
    def is_worth_it(self) -> bool:
        """Whether it is worth to be looked for: not so an empty text, or a letter that stands in any word."""
        return len(self.text) > 1 or bool(self.text and not self.text.isalnum()) or bool(self.words)


class Literals:
    """Texts in lower case that are looked for together; white space and apostrophes are plain ones."""

    def __init__(self, literals: Iterable[Literal]) -> None:
        self.listed = list(dict.fromkeys(one._replace(text=plain_text(one.text)) for one in literals))
        self.texts = frozenset(one.text for one in self.listed)

    def likely(self, words: set[str]) -> Iterator[str]:
        """Those that a text may hold that has these words."""
        for key in (*(self._keys & words), _ANY):
            for others, text in self.by_word.get(key, ()):
                if words.issuperset(others):
                    yield text

    def stand_in(self, text: str) -> bool:
        """Whether any may stand in a text, whatever its case."""
        lowered = plain_text(text.lower())
        return any(one in lowered for one in self.likely(set(tokens_of(lowered))))

    @cached_property
    def by_word(self) -> ByWord:
        """The texts, each by the longest of its whole words, which is in the fewest texts."""
        found: dict[str, list[tuple[list[str], str]]] = {}
        for one in self.listed:
            words = one.words
            found.setdefault(max(words, key=len, default=_ANY), []).append((words, one.text))
        return found

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(self.by_word)


def tokens_of(lowered: str) -> list[str]:
    """The words of a text, in order: all runs of letters, digits and underscores."""
    found: list[str] = _WORD.findall(lowered)
    return found
