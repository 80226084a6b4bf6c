"""The term that a text says most, and how far above running prose it is.

Two things give stuffing away: how often a term comes, and how it comes. A topic's own name follows articles and
prepositions (« la boulangerie », “in Rust”); one that was dropped in stands after words that it meets only once,
parts words that belong together, or comes several times in a row.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING

from smolint.checks.neighbours import oddness
from smolint.checks.own_prose import lines
from smolint.language.phrases import LANGUAGES
from smolint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smolint.checks.own_prose import Line
    from smolint.reading import Reading

LONGEST_TERM, LEAST_COUNT = 3, 3
USUAL = {1: (0.36, 1.4), 2: (1.25, 0.4), 3: (0.9, 0.3)}
USUAL_LOOSE = 2.0, 0.6
"""What real posts reach now and then, by how many words of a term name something: for a single word the share of the
sentences that have it (0 to 1), for a phrase its times per 100 words; then its times per 100 words without a lead-in.
`USUAL_LOOSE` is for a phrase that begins or ends with a function word (“your bread”)."""

FREE_ODDNESS, ODDNESS, MOST_ODD = 3.0, 2.0, 8.0
"""Oddness that real posts reach now and then, that which adds 1 to the pressure, and the most that it may add."""

ROW, MOST_ROWS = 0.5, 8
"""What each time that a term follows itself adds to the pressure, the first left out, and how many of them count."""

_CANDIDATES = {1: 5, 2: 12}
_TOPICS = 24
_LEAST_LETTERS = 4
LEAST_WORDS = 50
"""Shorter texts are not measured."""

_RARE, _LINKS, _JOINS, _NAMES = range(4)
"""What a word may be in a phrase: none of it, inside of it only (a short function word), an end of it, its topic."""

Term = tuple[str, ...]


class Stuffing(NamedTuple):
    """The term that presses most on a text.

    `times` is how often it comes, `bare` how often without a lead-in, `rate` its times per 100 words, `pressure` the
    sum of what `USUAL` lists, each divided by it, and of how oddly the term stands: 2 is much. `odd` is that
    last (`oddness`, and 1 for each time that the term follows itself). `places` are (sentence, word) numbers.
    """

    term: Term
    times: int
    bare: int
    rate: float
    pressure: float
    odd: float = 0.0
    places: tuple[tuple[int, int], ...] = ()


NONE = Stuffing((), 0, 0, 0.0, 0.0)


@lru_cache(maxsize=4)
def stuffing_of(reading: Reading) -> Stuffing:
    """As `stuffing`, of a draft's running text in the draft's language."""
    return stuffing(lines(reading), reading.draft.language)


def stuffing(said: Sequence[Line], language: str) -> Stuffing:
    """The most pressing word, or phrase of two or three words, of a text of 50 words or more in French or English."""
    return max(terms(said, language), key=lambda one: one.pressure, default=NONE)


def terms(said: Sequence[Line], language: str, least: int = LEAST_COUNT) -> list[Stuffing]:
    """The most frequent words and phrases of such a text, those that come fewer than `least` times left out."""
    words = sum(len(line.words) for line in said)
    if words < LEAST_WORDS or language not in LANGUAGES:
        return []
    return [_measured(term, places, said, words, language) for term, places in _frequent(said, least)]


def _frequent(said: Sequence[Line], least: int) -> list[tuple[Term, list[tuple[int, int]]]]:
    """The most frequent words, and the most frequent phrases, each with its places."""
    singles: dict[Term, list[tuple[int, int]]] = defaultdict(list)
    phrases: dict[Term, list[tuple[int, int]]] = defaultdict(list)
    counts = Counter(chain.from_iterable(line.topics for line in said))
    del counts[""]
    common = {topic for topic, count in counts.items() if count >= least}
    # A frequent phrase names a topic that is at least as frequent.
    sought = {topic for topic, _ in counts.most_common(_TOPICS)} & common
    for number, line in enumerate(said):
        topics, words = line.topics, line.words
        if sought.isdisjoint(topics):
            continue
        roles = [
            (_NAMES if topic in common else _RARE) if topic else (_JOINS if len(word) >= _LEAST_LETTERS else _LINKS)
            for topic, word in zip(topics, words, strict=True)
        ]
        roles += [_RARE, _RARE]
        for place, role in enumerate(roles):
            if role == _NAMES:
                singles[topics[place],].append((number, place))
            if role >= _JOINS and roles[place + 1] != _RARE:
                for end in _ends(roles, place):
                    phrases[words[place:end]].append((number, place))
    return [*_most(singles, _CANDIDATES[1], least), *_most(phrases, _CANDIDATES[2], least)]


def _ends(roles: list[int], place: int) -> list[int]:
    """Where phrases of two and three words that begin at a place may end: they name something and hold no rare word."""
    first, second, third = roles[place : place + LONGEST_TERM]
    ends = [place + 2] if second >= _JOINS and _NAMES in (first, second) else []
    if third >= _JOINS and _NAMES in (first, second, third):
        ends.append(place + 3)
    return ends


def _most(found: dict[Term, list[tuple[int, int]]], count: int, least: int) -> list[tuple[Term, list[tuple[int, int]]]]:
    often = [pair for pair in found.items() if len(pair[1]) >= least]
    return sorted(often, key=lambda pair: -len(pair[1]))[:count]


def _measured(term: Term, places: list[tuple[int, int]], said: Sequence[Line], words: int, language: str) -> Stuffing:
    before = Counter(_lead_in(said[number], place, number) for number, place in places)
    bare = sum(1 for word, count in before.items() if word and count == 1)
    rate, bare_rate = 100 * len(places) / words, 100 * bare / words
    number, place = places[0]
    topics = said[number].topics[place : place + len(term)]
    tight = bool(topics[0] and topics[-1])
    usual, usual_bare = USUAL[sum(map(bool, topics))] if tight else USUAL_LOOSE
    # Every term is named once, and named once by itself, before one can speak of too often.
    free = 100 / words
    often = len({number for number, _ in places}) / len(said) if len(term) == 1 else max(0.0, rate - free)
    pressure = often / usual + max(0.0, bare_rate - free) / usual_bare
    odd, in_a_row = oddness(said, places, len(term), language)
    pressure += min(MOST_ODD, max(0.0, (odd if tight else odd / 2) - FREE_ODDNESS) / ODDNESS)
    pressure += ROW * min(MOST_ROWS, max(0, in_a_row - 1))
    return Stuffing(_written(term, places, said), len(places), bare, rate, pressure, odd + in_a_row, tuple(places))


def _written(term: Term, places: list[tuple[int, int]], said: Sequence[Line]) -> Term:
    """The most frequent form of a word that is known by its first letters."""
    if len(term) > 1:
        return term
    forms = Counter(said[number].words[place] for number, place in places)
    return (forms.most_common(1)[0][0],)


def _lead_in(line: Line, place: int, number: int) -> str:
    """The word before, `""` for a function word: it leads in whatever follows. A sentence's first word has none."""
    if place == 0:
        return f"^{number}"
    return line.words[place - 1] if line.topics[place - 1] else ""
