"""Whole sentences in capitals: slow to read, spelt out by some screen readers, and felt as shouting."""

from __future__ import annotations

from functools import cache

from smolint.check import Check, Mark
from smolint.checks.quotation import is_quotation
from smolint.dataclass import dataclass
from smolint.late_pattern import compiled, late_pattern
from smolint.texts import running_texts
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from smolint.draft import Block
    from smolint.reading import Reading

_UPPER = "A-ZÀ-ÖØ-ÞŒŸ"
_WORD = rf"(?<![\w#@&/.$'’-])[{_UPPER}]++(?:['’-][{_UPPER}]++)*+(?![\w@/$]|\.\w)"
_SPACES = r"[ \u00a0\u202f,;:!?.…\n]{1,4}(?:\d+[ \u00a0\u202f])?"
_RUN = late_pattern(rf"{_WORD}(?:{_SPACES}{_WORD})+")
_ONE = late_pattern(rf"[{_UPPER}]+(?:['’-][{_UPPER}]+)*")
_FUNCTION_WORDS = """
THE OF TO FOR AND OR IN ON AT WITH YOUR OUR YOU WE IS ARE BE IT THIS THAT NOT DO DON'T BY FROM ALL NO NOW HAS HAVE WILL
CAN MY I A AN AS UP OUT NEW HERE GET SO IF BUT WHO WHAT WHY HOW LAST COME
LE LA LES DE DES DU UN UNE ET OU EN AU AUX POUR SUR AVEC DANS PAR QUE QUI NE PAS VOTRE NOTRE NOS VOS VOUS NOUS EST SONT
CE CETTE CES À Y IL ELLE ON SE SA SON PLUS TOUT TOUS TOUTE DÈS SANS ICI
"""
_WORDS_OF_SENTENCES = frozenset(_FUNCTION_WORDS.split())
_JOINING_WORDS = frozenset(
    {"AND", "ET", "OR", "OU", "OF", "DE", "DU", "DES", "FOR", "POUR", "A", "THE", "LA", "LE", "LES"}
)
_ELISION = late_pattern(r"(?:[CDJLMNST]|QU)['’]")
_VOWEL = late_pattern("[AEIOUYÀ-ÖÙ-Ü]")
# Laws want such clauses to stand out (Uniform Commercial Code 2-316), and nobody may rewrite a licence.
_LEGAL = late_pattern(r"\b(?:WARRANT|LIABILITY|LIABLE|INFRING|GARANTIE|RESPONSABILITÉ)")
_OPENING_QUOTES = ('"', "“", "«", "‘", "„")
_SHORT_WORD = 4
_LONG_WORD = 5


@dataclass(frozen=True, slots=True)
class Capitals:
    """`min_words`: so many words in capitals in a row, acronyms aside, are reported if they have `min_letters`."""

    min_words: int = 4
    min_letters: int = 15


def all_caps(reading: Reading, options: Capitals) -> Iterator[Mark]:
    """Each run of words in capitals that reads as a sentence. Values: `words`.

    Acronyms and names in a row (`CSS, HTML, JSON`), hashtags, code, tables, quotations and legal clauses are
    left alone.
    """
    # A post's title is left to the check of titles, which reports shorter ones too.
    left = reading.draft.title if reading.platform.kind == "blog" else None
    running = running_texts(reading)
    for block in (running.blocks[number] for number in running.overlapped(_may_run(options.min_words))):
        if block is not left and block.kind != "cell" and not is_quotation(block):
            for start, end, words in capital_runs(block, options):
                yield Mark(block.span(start, end), {"words": words})


@cache
def _may_run(words: int) -> re.Pattern[str]:
    """What each run of so many words holds, which is found much faster."""
    return compiled(rf"[{_UPPER}](?:{_SPACES}[{_UPPER}][{_UPPER}'’-]*+){{{max(2, words) - 1}}}")


def capital_runs(block: Block, options: Capitals) -> Iterator[tuple[int, int, int]]:
    """The ranges of a block's text in which words in capitals read as a sentence, and how many words each has."""
    text = block.prose
    if _LEGAL.search(text):
        return
    for match in _RUN.finditer(text):
        words = _ONE.findall(match.group())
        if _reads_as_sentence(words, options) and not _is_quoted(block.text, match.start()):
            yield *match.span(), len(words)


def _is_quoted(text: str, start: int) -> bool:
    return text[max(0, start - 2) : start].rstrip(" \u00a0\u202f").endswith(_OPENING_QUOTES)


def _reads_as_sentence(words: list[str], options: Capitals) -> bool:
    """Whether ordinary words are the better part; what is short and no word of sentences may be an acronym."""
    spoken = {word for word in words if _is_function_word(word)}
    # "NASA AND ESA" is no sentence: words that join names say nothing about what they join.
    least = _SHORT_WORD if spoken - _JOINING_WORDS else _LONG_WORD
    ordinary = [word for word in words if word in spoken or (len(word) >= least and _VOWEL.search(word))]
    enough = len(ordinary) >= options.min_words and len(ordinary) * 3 >= len(words) * 2
    return enough and (bool(spoken) or len(ordinary) > 2) and sum(map(len, words)) >= options.min_letters


def _is_function_word(word: str) -> bool:
    return word.replace("’", "'") in _WORDS_OF_SENTENCES or _ELISION.match(word) is not None


CHECKS: tuple[Check, ...] = (Check("all-caps", all_caps, Capitals),)
