"""What is kept of a text to find it again elsewhere: a sample of its runs of five words, and where each stands."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from smolint.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from smolint.draft import Block
    from smolint.source import Source

SHINGLE = 5
"""Words of a run: two texts on one subject share hardly any of that length."""

_RATES = ((500, 1 << 32), (1000, 1 << 31))
_LEAST_RATE = 1 << 30
_HEAD_CHARACTERS = 60
_WORD = late_pattern(r"\w+")


class Sketch(NamedTuple):
    """A sample of the hashes of a text's runs of words, by paragraph; all of it plain bytes and text.

    `hashes` holds 4 bytes for each run that was sampled, in order of place: all of them up to 500, one in two on
    average up to 1,000, else one in four (those whose hash is under `sampled_below`). So a share is exact, or within
    6 points nineteen times out of twenty. `counts` and `lines` hold, for each paragraph, how many of them are its own
    (2 bytes) and the line of the file on which it begins (4 bytes); `heads` its first words, a line each. `runs` is the
    number of all runs of the text. A post of 800 words in 10 paragraphs takes about 1,600 + 60 + 500 bytes.
    """

    hashes: bytes
    counts: bytes
    lines: bytes
    heads: str
    runs: int


def sketch(blocks: Iterable[Block], source: Source) -> Sketch:
    """The sketch of a text. CRC-32 chooses the same sample on every machine and in every text."""
    hashes, counts, lines = array("I"), array("H"), array("I")
    heads: list[str] = []
    found = [(block, _runs(block.text)) for block in blocks]
    runs = sum(len(every) for _, every in found)
    limit = sampled_below(runs)
    for block, every in found:
        sampled = [one for one in every if one < limit]
        if sampled:
            hashes.extend(sampled)
            counts.append(min(len(sampled), 0xFFFF))
            lines.append(source.position(block.span().start).line)
            heads.append(_head(block.text))
    return Sketch(hashes.tobytes(), counts.tobytes(), lines.tobytes(), "\n".join(heads), runs)


def _runs(text: str) -> list[int]:
    words = _WORD.findall(text.lower())
    shifted = (words[at:] for at in range(SHINGLE))
    return [crc32(run.encode("utf-8", "replace")) for run in map(" ".join, zip(*shifted, strict=False))]


def sampled_below(runs: int) -> int:
    """The hash under which the runs of a text are kept that has so many."""
    return next((limit for most, limit in _RATES if runs <= most), _LEAST_RATE)


def _head(text: str) -> str:
    """The first words of a text, cut at a word."""
    line = " ".join(text[: 2 * _HEAD_CHARACTERS].split())
    return line if len(line) <= _HEAD_CHARACTERS else line[:_HEAD_CHARACTERS].rpartition(" ")[0] + "…"


def hashes_of(one: Sketch) -> array[int]:
    """The sampled hashes, in order of place."""
    return _unpacked("I", one.hashes)


class Passage(NamedTuple):
    """The paragraph of a text in which the longest passage stands that another one has too: its line, its first words.

    `other_line` is the line of the paragraph of the other text in which the passage begins.
    """

    line: int
    head: str
    other_line: int


def longest_passage(one: Sketch, other: Sketch) -> Passage:
    """Where the longest run of sampled hashes that two texts share begins. There must be one."""
    theirs = {value: number for number, value in reversed(list(enumerate(hashes_of(other))))}
    start, length, begun = 0, 0, 0
    mine = hashes_of(one)
    for number, value in enumerate(mine):
        if value not in theirs:
            begun = number + 1
        elif number + 1 - begun > length:
            start, length = begun, number + 1 - begun
    at, line = _paragraph(one, start)
    _, other_line = _paragraph(other, theirs[mine[start]])
    return Passage(line, one.heads.split("\n")[at], other_line)


def _paragraph(one: Sketch, number: int) -> tuple[int, int]:
    """The number and the line of the paragraph that holds a sampled hash."""
    end = 0
    counts, lines = _unpacked("H", one.counts), _unpacked("I", one.lines)
    for at, count in enumerate(counts):
        end += count
        if number < end:
            return at, lines[at]
    return len(lines) - 1, lines[-1]


def _unpacked(kind: str, packed: bytes) -> array[int]:
    return array(kind, packed)


def least_sample(one: array[int]) -> array[int]:
    """Those hashes that would be kept of a text of any length, so that the parts of short and long ones compare."""
    return array("I", [value for value in one if value < _LEAST_RATE])


def suspects(sampled: Sequence[array[int]], shared: Iterable[set[int]]) -> list[int]:
    """The numbers of the texts that may share a passage with another one, by MinHash and locality-sensitive hashing.

    Of each text its least sample is given, and what of that other texts have too. With 128 permutations in bands of
    one, two texts that share a part J of their runs (Jaccard) are found with a probability of 1 - (1 - J)^128: 0.999
    for a post that stands whole in another 20 times as long. Runs that very many texts hold (a site's own footer) are
    left out, but a text that is made of such runs is always suspect: it is one of those pages that change only a
    place's name.
    """
    from rensa import RMinHash, RMinHashLSH

    texts_with: Counter[int] = Counter()
    for values in shared:
        texts_with.update(values)
    frequent = {value for value, count in texts_with.items() if count > _MOST_TEXTS}
    rare = array("I")
    offsets = array("Q", [0])
    for one in sampled:
        rare.extend(value for value in one if value not in frequent)
        offsets.append(len(rare))
    matrix = RMinHash.digest_matrix_from_flat_token_hashes(rare, offsets, _PERMUTATIONS, _SEED)
    flags = RMinHashLSH(0.0, _PERMUTATIONS, _PERMUTATIONS).query_duplicate_flags_matrix_one_shot(matrix)
    kept = (after - before for before, after in pairwise(offsets))
    texts = enumerate(zip(flags, kept, sampled, strict=True))
    return [number for number, (flag, count, one) in texts if (flag and count) or 2 * count < len(one)]


_PERMUTATIONS = 128
_SEED = 5
_MOST_TEXTS = 20


def shared_runs(hashes: Sequence[array[int]]) -> list[set[int]]:
    """Of each text the hashes that another one has too."""
    shared = _in_several(hashes)
    return [shared.intersection(one) for one in hashes]


def _in_several(hashes: Sequence[array[int]]) -> set[int]:
    """The hashes that several texts have, looked for in so many parts that a set of all is never held."""
    found: set[int] = set()
    parts = sum(map(len, hashes)) // _AT_ONCE + 1
    ordered = [array("I", sorted(one)) for one in hashes] if parts > 1 else hashes
    for part in range(parts):
        first, end = ((1 << 32) * edge // parts for edge in (part, part + 1))
        seen: set[int] = set()
        for every in ordered:
            one = set(every if parts == 1 else every[bisect_left(every, first) : bisect_left(every, end)])
            found |= seen & one
            seen |= one
    return found


_AT_ONCE = 1_000_000
"""Hashes that are held in a set, which takes about 100 bytes for each."""
