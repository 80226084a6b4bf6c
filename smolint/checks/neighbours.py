"""How a term sits between the words beside it: led in and followed up as in speech, or dropped in anywhere.

A noun follows an article and stands before a preposition or a full stop; a term that someone dropped into finished
sentences also parts an auxiliary from its participle, a preposition from its article, a pronoun from its verb. The
weights are logarithms (in halves, rounded) of how much more often a pair of neighbours is met at random places than
around the most frequent terms of 250 real posts, by language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from smolint.checks.own_prose import Line

_EDGE, _TOPIC = "edge", "topic"
_CLASSES = {
    "en": {
        "determiner": (
            "the a an this these those each every some any all both many much more most another such same my your his "
            "her its our their no other own few several"
        ),
        "preposition": (
            "of in for with on at by from about into over through during between within without across against before "
            "after under like per via since until upon out off up down around among toward towards as than"
        ),
        "particle": "to",
        "pronoun": "i you we they he she it who me us him them one what which that there",
        "verb": (
            "is are was were be been being am have has had having do does did can could may might must shall should "
            "will would isn't don't"
        ),
        "conjunction": "and or but nor so yet if because although though while whereas whether when where how why",
        "adverb": "not never always often also too very really just only even still already now then here again",
    },
    "fr": {
        "determiner": (
            "le la les l' un une des ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur "
            "leurs chaque tout toute tous toutes aucun aucune plusieurs quelques quel quelle quels quelles du au aux"
        ),
        "preposition": (
            "de d' à dans par pour sur sous avec sans chez vers entre contre depuis pendant avant après dès en "
            "comme selon via"
        ),
        "particle": "ne n' se s' me m' te t' y",
        "pronoun": (
            "je j' tu il elle on nous vous ils elles c' ça cela qui dont où ceux celui celle celles lui eux rien"
        ),
        "verb": (
            "est es suis sommes êtes sont était étaient sera seront serait être été ai as a avons avez ont avait "
            "avaient avoir peut peux peuvent pouvez pouvoir doit dois doivent devez faut fait faire font va vont"
        ),
        "conjunction": "et ou mais ni donc si que qu' quand lorsque puisque parce car quoi comment pourquoi",
        "adverb": (
            "pas plus moins jamais toujours souvent très trop peu assez aussi encore déjà bien ici alors ainsi puis "
            "ensuite"
        ),
    },
}
_CLASS_OF = {
    language: {word: name for name, words in classes.items() for word in words.split()}
    for language, classes in _CLASSES.items()
}
_COLUMNS = ("topic", "determiner", "preposition", "particle", "pronoun", "verb", "conjunction", "adverb")
# A row for each class of the word before, a column for that of the word after, both in the order above.
_HALVES = {
    "en": (
        (1, 2, 1, 1, 2, 0, 1, 1),
        (0, 1, -3, -3, -3, -3, -3, -3),
        (0, 4, -3, -2, 0, -3, -3, -2),
        (2, 0, -3, -3, -3, 1, -3, -3),
        (2, 0, -2, -1, 0, 2, -2, 1),
        (3, 3, -2, -1, 0, 3, -2, 3),
        (1, 2, -2, -1, 3, -2, 0, 0),
        (3, 0, -2, -3, -1, 1, -1, -1),
    ),
    "fr": (
        (2, 3, 2, 1, 1, 1, 2, 3),
        (1, -3, -3, -3, -3, -3, -3, 0),
        (1, 2, -3, -1, -1, -1, -3, 1),
        (4, -2, -3, -1, -1, 3, -1, -1),
        (3, -2, -3, 4, 3, 4, 0, -2),
        (3, 0, -2, 0, -1, 3, 1, 2),
        (1, 4, 0, -1, 3, -2, 2, 2),
        (4, 2, 1, -1, 0, 0, 1, 2),
    ),
}
_WEIGHTS = {
    language: {
        (before, after): halves / 2
        for before, row in zip(_COLUMNS, rows, strict=True)
        for after, halves in zip(_COLUMNS, row, strict=True)
    }
    for language, rows in _HALVES.items()
}
_LEADS_IN = frozenset({"determiner", "preposition", "particle"})
_BEGINS_ANEW = frozenset({"determiner", "pronoun", "conjunction"})
_LONGEST_GAP = 2


def oddness(said: Sequence[Line], places: Sequence[tuple[int, int]], size: int, language: str) -> tuple[float, int]:
    """How oddly a term of `size` words stands at its places, and how often it follows itself at once.

    The sum of the weights of its neighbours, below 0 for a term that is led in as in speech. What speaks for oddness
    counts once for each word before and after: a collocation (“open source software”) is none.
    """
    classes, weights = _CLASS_OF[language], _WEIGHTS[language]
    total, in_a_row, befores, afters = 0.0, 0, set(), set()
    last, end, gap = -1, 0, None
    for number, place in places:
        words = said[number].words
        between = words[end:place] if number == last else None
        follows = between is not None and len(between) <= _LONGEST_GAP and between in ((), gap)
        last, end, gap = number, place + size, between
        if follows:
            in_a_row += 1
            continue
        before, after = _beside(said[number], place, end)
        weight = _weight(weights, classes, before, after, size)
        if weight > 0:
            key = before or str(number)
            known = key in befores or (after in afters and after not in classes)
            befores.add(key)
            if after:
                afters.add(after)
            weight = 0.0 if known else weight
        total += weight
    return total, in_a_row


def _beside(line: Line, place: int, end: int) -> tuple[str, str]:
    """The words beside a term, `""` where the sentence or a punctuation mark bounds it."""
    words, gaps = line.words, line.gaps
    before = words[place - 1] if place and not gaps[place].strip() else ""
    after = words[end] if end < len(words) and not gaps[end].strip() else ""
    return before, after


def _weight(
    weights: dict[tuple[str, str], float], classes: dict[str, str], before: str, after: str, size: int
) -> float:
    left = classes.get(before, _TOPIC) if before else _EDGE
    right = classes.get(after, _TOPIC) if after else _EDGE
    if left == right == _EDGE:
        return 0.5 if size > 1 else 0.0
    if right == _EDGE:
        return -1.0 if left in _LEADS_IN else 0.5 * (left == _TOPIC)
    if left == _EDGE:
        return 0.5 * (right in _BEGINS_ANEW)
    return weights[left, right]
