"""Measure the search for near-duplicates: processor time, memory, and how many of the planted copies it finds.

Run it from a checkout: `python benchmarks/near_duplicate.py [POSTS]` (20,000 unless told). The posts are made of words
drawn as in natural text (Zipf's law), with a footer that stands under all of them; no file is read. Of every hundred,
one is another's copy with 1 to 5 % of its words changed, one takes half of its paragraphs from another, and one is
short and stands whole inside another, which is 5 times as long.
"""

from __future__ import annotations

import pickle
import random
import resource
import sys
import time
from itertools import accumulate
from typing import TYPE_CHECKING

from smolint.checks.near_duplicate import NearDuplicate, gather_post, near_duplicates
from smolint.draft import Block, Content, Draft
from smolint.finding import Excerpt, Finding, Level
from smolint.gathering import Pile
from smolint.judging import Evidence
from smolint.platform import Platform
from smolint.reading import Reading
from smolint.source import Piece, Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

VOCABULARY = 20_000
WORDS, PARAGRAPHS = 800, 10
BLOG = Platform("blog", "Blog", kind="blog")
KINDS = ("changed", "half", "inside")


def made_posts(count: int) -> Iterator[tuple[str, list[str]]]:
    """Each post's kind (`""` for one of its own, else how it was copied) and its paragraphs."""
    chance = random.Random(1)
    known = [f"{a}{b}" for a in _syllables(142) for b in _syllables(142)][:VOCABULARY]
    weights = list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))
    footer = " ".join(chance.choices(known, cum_weights=weights, k=40))
    kept: list[list[str]] = []
    for number in range(count):
        words = chance.choices(known, cum_weights=weights, k=WORDS)
        own = [" ".join(words[at : at + WORDS // PARAGRAPHS]) for at in range(0, WORDS, WORDS // PARAGRAPHS)]
        kind = KINDS[number % 100] if number % 100 < len(KINDS) and kept else ""
        if number % 100 in (50, 51, 52):
            kept.append(own)
        elif kind:
            own = _copied(kind, kept.pop(0), own, chance)
        yield kind, [*own, footer]


def _syllables(count: int) -> list[str]:
    every = [f"{a}{b}{c}" for a in "bdfglmnprst" for b in "aeiou" for c in ("", "n", "r")]
    return every[:count]


def _copied(kind: str, source: list[str], own: list[str], chance: random.Random) -> list[str]:
    if kind == "half":
        return [*own[: PARAGRAPHS // 2], *source[PARAGRAPHS // 2 :]]
    if kind == "inside":
        return source[:2]
    rate = chance.uniform(0.01, 0.05)
    return [" ".join("changed" if chance.random() < rate else word for word in one.split()) for one in source]


def reading_of(number: int, paragraphs: list[str]) -> Reading:
    """A post's reading, as a parser would give it."""
    blocks, start = [], 0
    for text in paragraphs:
        blocks.append(Block("paragraph", text, (Piece(0, len(text), start, start + len(text)),)))
        start += len(text) + 2
    source = Source(f"{number:06}.md", "\n\n".join(paragraphs))
    return Reading(Draft(source, Content(blocks=tuple(blocks)), "markdown", language="en"), BLOG)


def finding_of(reading: Reading) -> Finding:
    """A finding as large as a real one, at the beginning of a post."""
    source = reading.draft.source
    words, place = source.text[:60], (1, 1, 1, 61)
    excerpt = Excerpt(source.text[:480])
    return Finding(
        "depth/near-duplicate", Level.WARNING, words, source.path, *place, Span(0, 60), words, excerpt=excerpt
    )


def main(count: int) -> None:
    """Print the figures."""
    options = NearDuplicate()
    pile = Pile()
    planted: dict[int, str] = {}
    spent = 0.0
    size = 0
    before = _megabytes()
    for number, (kind, paragraphs) in enumerate(made_posts(count)):
        reading = reading_of(number, paragraphs)
        for prose in reading.proses.values():
            # Other rules need a draft's words as well, and have looked for them before.
            assert prose.block_words
        began = time.process_time()
        trace = gather_post(reading, options)
        spent += time.process_time() - began
        assert trace is not None
        pile.add(Evidence(trace.kept, finding_of(reading)))
        size += len(pickle.dumps(trace.kept))
        if kind:
            planted[number] = kind
    gathered = _megabytes()
    began = time.process_time()
    found = dict(near_duplicates(pile, options))
    took = time.process_time() - began
    print(f"{count:,} posts of {WORDS} words, {len(planted):,} planted copies")
    print(f"kept of each post: {size / count:,.0f} bytes, on the disk where they are many")
    print(f"gathering: {count / spent:,.0f} posts/s")
    print(f"concluding: {took:.2f} s for all, {count / took:,.0f} posts/s")
    print(
        f"memory: {before:,.0f} MB at first, {gathered:,.0f} MB with all gathered, {_megabytes():,.0f} MB at the most"
    )
    for kind in KINDS:
        numbers = [number for number, one in planted.items() if one == kind]
        right = sum(number in found for number in numbers)
        print(f"recall, {kind}: {right} of {len(numbers)} ({right / max(1, len(numbers)):.3f})")
    print(f"found and not planted: {len(found.keys() - planted.keys())}")


def _megabytes() -> float:
    """The most memory that the process has taken so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main(int(sys.argv[1].replace(",", "")) if len(sys.argv) > 1 else 20_000)
