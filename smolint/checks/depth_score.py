"""How much a blog post seems to offer: a score from 0 to 100 with its parts in the open.

It is a proxy. The questions behind it are those that Google published with its Panda update ("Would you be
comfortable giving your credit card…", "Does this article have … insightful analysis", 6 May 2011); the measures, the
weights and the thresholds are smolint's own, for Google publishes none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from smolint.checks.quotation import is_quotation
from smolint.link_kind import host_of, link_kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from smolint.draft import Block
    from smolint.reading import Reading

FULL_LENGTH = 600
"""Words of own prose (quoted ones count half) that earn all points for length: twice Yoast's least length of a post."""

FULL_SPECIFICS = 5.0
"""Figures, names, quotations and code per 100 words that earn all points."""

FULL_SOURCES = 3
WORDS_PER_LANDMARK = 250
FREE_REPETITION, WORST_REPETITION = 3.0, 20.0
SHINGLE = 5

_PROSE = frozenset({"paragraph", "item", "term"})
_ASIDE = frozenset({"quote", "table", "link-list", "footnote"})
_BOILERPLATE = re.compile(
    r"\b(?:share (?:this|on)|follow us|subscribe|sign up for|newsletter|all rights reserved|read more|related posts|"
    r"cookies?|partage[rz] (?:cet|sur)|suivez-nous|abonnez-vous|inscrivez-vous|infolettre|tous droits réservés|"
    r"lire la suite|articles? similaires?|à lire aussi)\b",
    re.IGNORECASE,
)
_BOILERPLATE_WORDS = 20
_FIGURE = re.compile(r"\d+(?:[.,:/\u00a0\u202f-]\d+)*")
_NAME = re.compile(
    r"(?<![.!?…:;«»“”\"(\[–—•\n-])(?<!^)[ '’]((?:[A-ZÀ-ÖØ-Þ][\w’'-]+|[A-Z]{2,})(?: [A-ZÀ-ÖØ-Þ][\w’'-]+)*)"
)
_QUOTATION = re.compile(r"“[^”]{3,300}”|«[^»]{3,300}»|\"[^\"\n]{3,300}\"")


class Part(NamedTuple):
    """One part of the score: what was measured (`value`), and the points that it gives out of `max_points`."""

    name: str
    value: float
    points: int
    max_points: int
    label: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class DepthScore:
    """The score, 0 (nothing there) to 100, and its parts, whose points add up to it."""

    score: int
    parts: tuple[Part, ...]

    @property
    def worst(self) -> tuple[Part, ...]:
        """The parts that lose the most points, at most three, those that lose none left out."""
        lost = sorted(self.parts, key=lambda part: part.points - part.max_points)
        return tuple(part for part in lost if part.points < part.max_points)[:3]


def own_prose(reading: Reading) -> list[Block]:
    """The blocks of a draft's own running text: no headings, code, quotations, tables, link lists or boilerplate."""
    return [
        block
        for block in reading.draft.prose
        if block.kind in _PROSE and not _ASIDE.intersection(block.within) and not is_boilerplate(reading, block)
    ]


def is_boilerplate(reading: Reading, block: Block) -> bool:
    """True for a short block that asks to share, subscribe or read on: it stands under every post alike."""
    return len(reading.words(block)) <= _BOILERPLATE_WORDS and bool(_BOILERPLATE.search(block.text))


def depth_score(reading: Reading) -> DepthScore:
    """The score of a draft: length 30, specifics 30, sources 15, structure 10, and 15 for not repeating itself."""
    blocks = own_prose(reading)
    words = sum(len(reading.words(block)) for block in blocks)
    quotes = [block for block in reading.draft.prose if is_quotation(block)]
    quoted = sum(len(reading.words(block)) for block in quotes)
    parts = (
        _length(words + quoted // 2),
        _specifics(reading, blocks, words),
        _sources(reading),
        _structure(reading, words),
        _repetition(reading, [*blocks, *quotes]),
    )
    return DepthScore(sum(part.points for part in parts), parts)


def _points(share: float, maximum: int) -> int:
    return round(maximum * min(1.0, max(0.0, share)))


def _length(words: int) -> Part:
    label = {"en": "words of your own", "fr": "mots de votre plume"}
    return Part("length", words, _points(words / FULL_LENGTH, 30), 30, label)


def _specifics(reading: Reading, blocks: list[Block], words: int) -> Part:
    code = sum(3 for block in reading.draft.blocks if block.kind == "code")
    quotes = sum(2 for block in reading.draft.prose if is_quotation(block))
    count = code + quotes + sum(_specifics_of(block) for block in blocks)
    density = 100 * count / max(words, 100)
    label = {
        "en": "figures, names and quotations per 100 words",
        "fr": "chiffres, noms et citations pour 100 mots",
    }
    return Part("specifics", round(density, 1), _points(density / FULL_SPECIFICS, 30), 30, label)


def _specifics_of(block: Block) -> int:
    text = block.prose
    found = sum(sum(1 for _ in pattern.finditer(text)) for pattern in (_FIGURE, _NAME, _QUOTATION))
    return found + len(block.code)


def _sources(reading: Reading) -> Part:
    urls = [link.url for link in reading.draft.content.links]
    hosts = {host_of(url) for url in urls if link_kind(url, reading.site) == "outbound"}
    internal = any(link_kind(url, reading.site) == "internal" for url in urls)
    share = len(hosts) / FULL_SOURCES if hosts else 0.25 * internal
    label = {"en": "other sites that you link to", "fr": "autres sites cités en lien"}
    return Part("sources", len(hosts), _points(share, 15), 15, label)


def _structure(reading: Reading, words: int) -> Part:
    landmarks = len(list(_landmarks(reading)))
    label = {"en": "headings, lists, tables and images", "fr": "intertitres, listes, tableaux et images"}
    return Part("structure", landmarks, _points(landmarks * WORDS_PER_LANDMARK / max(words, 1), 10), 10, label)


def _landmarks(reading: Reading) -> Iterator[str]:
    before = ""
    for block in reading.draft.blocks:
        kind = "table" if block.kind == "cell" else block.kind
        if kind in {"heading", "code", "quote"} or (kind in {"item", "table"} and kind != before):
            yield kind
        before = kind
    for image in reading.draft.content.images:
        yield image.kind
    for embed in reading.draft.content.embeds:
        if embed.kind in {"video", "audio", "frame", "shortcode"}:
            yield embed.kind


def _repetition(reading: Reading, blocks: list[Block]) -> Part:
    """Runs of five words that were there before, in percent of all of them."""
    seen: set[tuple[str, ...]] = set()
    total = repeated = 0
    for block in blocks:
        words = [block.text[start:end].casefold() for start, end in reading.words(block)]
        for index in range(len(words) - SHINGLE + 1):
            shingle = tuple(words[index : index + SHINGLE])
            total += 1
            repeated += shingle in seen
            seen.add(shingle)
    share = 100 * repeated / max(total, 1)
    kept = 1 - (share - FREE_REPETITION) / (WORST_REPETITION - FREE_REPETITION)
    label = {"en": "% of the text says again what was said", "fr": "% du texte répète ce qui est déjà dit"}
    return Part("repetition", round(share), _points(kept if total else 0.0, 15), 15, label)
