"""What is counted in a text for the formulas of readability: words, sentences, syllables, and so on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from smolint.dataclass import dataclass
from smolint.language.sentences import sentence_spans
from smolint.language.syllables import syllables
from smolint.language.words import word_spans
from smolint.scopes import VALE
from smolint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from smolint.draft import Block
    from smolint.reading import Reading

COUNTED = (
    "words",
    "sentences",
    "paragraphs",
    "syllables",
    "polysyllabic_words",
    "complex_words",
    "long_words",
    "characters",
)
HEADINGS = tuple(f"heading_h{level}" for level in range(1, 7))
NAMES = frozenset((*COUNTED, *HEADINGS, "list", "blockquote", "pre"))
"""The names that a formula may use."""

TEXT = "text"
LONG_WORD = 7
"""Characters of a long word (C.-H. Björnsson's LIX)."""
_ENDINGS = ("es", "ed", "ing")
"""Endings that do not make a word complex (R. Gunning)."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word and how many syllables it has."""

    text: str
    syllables: int

    @property
    def is_complex(self) -> bool:
        """Three syllables and more, without a common ending."""
        return self.syllables - self.text.endswith(_ENDINGS) > 2


def counts(block: Block, language: str) -> dict[str, float]:
    """The counts of a text by name, those of `COUNTED`; `characters` are letters and digits."""
    prose = block.prose
    words = [Word(text, syllables(text, language)) for text in _words(prose, language)]
    paragraphs = [part for part in prose.split("\n\n") if part.strip()]
    sentences = sum(1 for part in paragraphs for _ in sentence_spans(part, language))
    found = {
        "words": len(words),
        "sentences": sentences,
        "paragraphs": len(paragraphs),
        "syllables": sum(word.syllables for word in words),
        "polysyllabic_words": sum(word.syllables > 2 for word in words),
        "complex_words": sum(word.is_complex for word in words),
        "long_words": sum(len(word.text) >= LONG_WORD for word in words),
        "characters": sum(sign.isalnum() for word in words for sign in word.text),
    }
    return {name: float(value) for name, value in found.items()}


def structure(reading: Reading) -> Mapping[str, float]:
    """How many headings of each level, list items, quoted texts and code blocks a draft has."""
    found = dict.fromkeys((*HEADINGS, "list", "blockquote", "pre"), 0.0)
    names = {"item": "list", "quote": "blockquote", "code": "pre"}
    for block in reading.draft.blocks:
        name = f"heading_h{block.level}" if block.kind == "heading" else names.get(block.kind, "")
        if name in found:
            found[name] += 1
    return found


def measured_scope(scope: tuple[str, ...]) -> tuple[str, ...]:
    """The scope that a rule on a whole text measures: all paragraphs together where it names none but `text`."""
    return (
        tuple(f"{one.removesuffix('text')}summary" for one in scope)
        if scope in ((TEXT,), (f"{VALE}{TEXT}",))
        else scope
    )


def measured_place(reading: Reading, block: Block, scope: tuple[str, ...]) -> Span:
    """Where a finding on a measured text stands: at its first line, at the draft's for all paragraphs together."""
    if all(one.endswith(("summary", "raw")) for one in measured_scope(scope)):
        return Span(0, 0)
    start = reading.draft.source.line_start(block.span().start)
    return Span(start, start)


def _words(prose: str, language: str) -> Iterator[str]:
    return (prose[start:end] for start, end in word_spans(prose, language))
