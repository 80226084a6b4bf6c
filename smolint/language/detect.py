"""Which language a text is written in: French, English, or neither that can be told.

Frequent words are counted for a dozen languages; French or English must win clearly. Short texts without any are
told by accents and endings. "Cannot tell" is a good answer: a block then takes its document's language.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from functools import cache
from itertools import repeat

from smolint.language.frequent_words import FREQUENT_WORDS
from smolint.late_pattern import compiled, late_pattern
from smolint.named_tuple import NamedTuple
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LANGUAGES = tuple(FREQUENT_WORDS)
# The counts of all languages lie side by side in one number, so that each word is looked up and added once.
_BITS = 16
_BYTES = len(_LANGUAGES) * _BITS // 8
_FORWARD = 1 if sys.byteorder == "little" else -1
# Words read at most: their counts must fit in `_BITS`.
_MOST_WORDS = 400


def _points() -> dict[str, int]:
    points: dict[str, int] = {}
    for place, listed in enumerate(FREQUENT_WORDS.values()):
        point = 1 << (_BITS * place)
        for word in set(listed.split()):
            points[word] = points.get(word, 0) + point
    return points


_POINTS = _points()

_NOT_PROSE = late_pattern(r"`[^`\n]*`|(?:https?://|www\.)\S+|[^\s@]{1,64}@\S{1,255}|[@#]\w+|\b\w+(?:[./_]\w+)+")
_WORD = late_pattern(r"[^\W\d_]+'?")
_OTHER_LETTER = late_pattern(r"(?=[^\W\d_])[\u0370-\U0010ffff]")
_FRENCH_LETTER = late_pattern(r"[çèêëâîïôûùœé]")
_FRENCH_ENDING = late_pattern(
    r"(?:eux|euse|euses|eur|eurs|aux|ment|ements?|ique|iques|ité|ités|ée|ées|ez|ais|ait|aient|oir|oire|elle|ette|ère)\Z"
)
_ENGLISH_ENDING = late_pattern(r"(?:ing|ly|ness|ful|less|ship|ght|tch|ck|sh|wn|ss|ity|ies|ed|ers|oo[dkmt])\Z")
_ENGLISH_START = late_pattern(r"(?:wh|sh|th|kn|wr|w[aeio]|k)")

# Of a text's words, the share that must be frequent words of its language, and for longer texts how many different
# ones at least, as a multiple of the square root of the text's length in words. Measured on 9,700 paragraphs of 20
# words and more: the least that any real one has is 0.28 and 1.07 in French, 0.16 and 0.71 in English (lists of names).
_LEAST_SHARE = 0.15
_LEAST_SHARES = {"fr": 0.25, "en": 0.15}
_LEAST_VARIETY = {"fr": 0.9, "en": 0.6}
_LONG = 20
# How far French or English must lead the best of the other languages, and each other: a mixture is neither.
_LEAD = 1.2
_LEAD_OF_EITHER = 1.6
# With so many words and such leads, words as blanks part them tell as well: of 21,000 real texts they settled 9,800,
# all as the careful look did, in a tenth of its time.
_MANY = 40
_CLEAR_LEAD_OF_EITHER = 2
_CLEAR_LEAD = 1.5


class _Counts(NamedTuple):
    """How many of a text's words are frequent in French, in English, and in the best of the other languages."""

    words: list[str]
    french: int
    english: int
    foreign: int

    @property
    def leader(self) -> str:
        return "fr" if self.french > self.english else "en"

    def has_enough(self, language: str) -> bool:
        """Whether the language's frequent words are as many and as various as in real prose."""
        length = len(self.words)
        hits = self.french if language == "fr" else self.english
        if length < _LONG:
            return hits >= length * _LEAST_SHARE
        different = len(_frequent(language).intersection(self.words))
        return hits >= length * _LEAST_SHARES[language] and different >= _LEAST_VARIETY[language] * length**0.5


@cache
def _frequent(language: str) -> frozenset[str]:
    return frozenset(FREQUENT_WORDS[language].split())


def _words(text: str) -> list[str]:
    return _WORD.findall(_NOT_PROSE.sub(" ", text).replace("’", "'").lower())[:_MOST_WORDS]


def _count(words: list[str]) -> _Counts:
    packed = sum(map(_POINTS.get, words, repeat(0)))
    # What struct would do, which few short drafts need but for this.
    french, english, *others = memoryview(packed.to_bytes(_BYTES, sys.byteorder)).cast("H")[::_FORWARD]
    return _Counts(words, french, english, max(others))


def detect(text: str) -> str:
    """`"fr"`, `"en"`, or `""` for another language, a mixture, or too little text. URLs, tags and code are ignored."""
    clear = _clearly(text.lower().split()[:_MOST_WORDS])
    if clear:
        return clear
    words = _words(text)
    if not words:
        return ""
    counts = _count(words)
    best, rival = max(counts.french, counts.english), min(counts.french, counts.english)
    if not best or best == rival or max(counts.foreign, rival) >= best:
        return _by_letters(words) if counts.foreign <= best and len(words) <= 12 else ""
    language = counts.leader
    if best < _LEAD_OF_EITHER * rival or not counts.has_enough(language):
        return ""
    return language if best >= _LEAD * counts.foreign or _by_letters(words) == language else ""


def _clearly(words: list[str]) -> str:
    """The language in which many words are beyond doubt, `""` where a careful look must tell."""
    if len(words) < _MANY:
        return ""
    counts = _count(words)
    best, rival = max(counts.french, counts.english), min(counts.french, counts.english)
    clear = best >= _CLEAR_LEAD_OF_EITHER * rival and best >= _CLEAR_LEAD * counts.foreign
    return counts.leader if clear and counts.has_enough(counts.leader) else ""


# Of a mixed text's words, the share that its main language has at least.
_MAIN_SHARE = 0.55


def detect_main(texts: Iterable[str]) -> str:
    """The language that most of a document's longer texts are clearly in; `""` where none has more than half of them.

    For a document that as a whole is a mixture of languages, or in none of those that are known.
    """
    words: Counter[str] = Counter()
    for text in texts:
        length = len(text.split())
        if length >= _LEAST_TO_SWITCH:
            words[detect(text)] += length
    language, most = max(words.items(), key=lambda pair: pair[1], default=("", 0))
    return language if most >= _MAIN_SHARE * words.total() else ""


_TOLD = frozenset({"fr", "en"})
# Fewer words never change the language of a block; nor is more of it read than this (code points).
_LEAST_TO_SWITCH = 12
_SHORTEST_TO_SWITCH = 50
_MOST_READ = 1200
# A block is of the other language only where that one has this many times the frequent words of the block's own.
_LEAD_TO_SWITCH = 2.5
_LEAD_OF_LONG = 1.8
# For a block to be of none of both: what another language's frequent words must have over both, and of all words; or
# what French and English words must not have (real prose has twice that), in lower case: no list of names.
_LEAD_OF_FOREIGN = 1.4
_LEAST_FOREIGN = 0.25
_TOO_FEW = {"fr": 0.15, "en": 0.08}
_PROSE_CASE = 0.6
_PROSE_VARIETY = 0.35
_LEAST_FOREIGN_WORDS = 6
_QUOTED = late_pattern(r"«[^«»]{1,1000}»|“[^“”]{1,1000}”|\"[^\"]{1,1000}\"|‘[^‘’]{12,1000}’(?!\w)")
_LEAST_AROUND_QUOTE = 3


def detect_block(text: str, inherited: str) -> str:
    """The language of a block in a draft whose language is `inherited`.

    Only a text of 12 words and more that is clearly French or English changes it, or one of 20 and more that is clearly
    neither, which gives `""`. What is quoted inside a paragraph does not count.
    """
    if len(text) < _SHORTEST_TO_SWITCH and text.isascii():
        return inherited
    text = text[:_MOST_READ]
    words = text.lower().split()
    too_short = len(words) < _LEAST_TO_SWITCH and len(_WORD.findall(text)) < _LEAST_TO_SWITCH
    if too_short and not _is_foreign_script(text):
        return inherited
    if inherited in _TOLD and _is_plainly(words, inherited):
        return inherited
    if inherited and _is_foreign_script(text):
        return "" if inherited in _TOLD else inherited
    around = _count(_words(_QUOTED.sub(" ", text)))
    if len(around.words) >= _LEAST_TO_SWITCH:
        return _switched(around, text, inherited)
    if inherited in _TOLD and _introduces(around, text, inherited):
        return inherited
    whole = _count(_words(text))
    return _switched(whole, text, inherited) if len(whole.words) >= _LEAST_TO_SWITCH else inherited


def _introduces(around: _Counts, text: str, inherited: str) -> bool:
    """Whether the few words around a quotation are of the draft's language, and not a name under words in another."""
    own, other = (around.french, around.english) if inherited == "fr" else (around.english, around.french)
    named = not _QUOTED.match(text.lstrip()) and len(around.words) >= _LEAST_AROUND_QUOTE
    return own > other or (own == other and named)


def _switched(counts: _Counts, text: str, inherited: str) -> str:
    length, best, rival = len(counts.words), max(counts.french, counts.english), min(counts.french, counts.english)
    lead = _LEAD_OF_LONG if length >= _LONG else _LEAD_TO_SWITCH
    if best >= lead * rival and best >= _LEAD * counts.foreign and counts.has_enough(counts.leader):
        return counts.leader
    if length < _LONG or inherited not in _TOLD:
        return inherited
    return "" if _is_foreign_prose(counts, text) else inherited


def is_foreign(text: str) -> bool:
    """Whether a text shows that it is neither French nor English: by its script, or by its frequent words.

    False where there is too little to tell by, or nothing (one word again and again).
    """
    text = text[:_MOST_READ]
    if _is_foreign_script(text):
        return True
    counts = _count(_words(text))
    return len(counts.words) >= _LEAST_FOREIGN_WORDS and _is_foreign_prose(counts, text)


def _is_foreign_prose(counts: _Counts, text: str) -> bool:
    length, best = len(counts.words), max(counts.french, counts.english)
    foreign = counts.foreign + sum(_foreign_letter().search(word) is not None for word in counts.words)
    if foreign >= max(_LEAD_OF_FOREIGN * best, _LEAST_FOREIGN * length):
        return True
    too_few = counts.french < _TOO_FEW["fr"] * length and counts.english < _TOO_FEW["en"] * length
    return too_few and length >= _LONG and _is_prose(text)


def _is_prose(text: str) -> bool:
    """Whether most words begin with a small letter, and are not always the same: no list of names, no filler."""
    words: list[str] = _WORD.findall(_NOT_PROSE.sub(" ", text))
    return sum(word[0].islower() for word in words) >= _PROSE_CASE * len(words) and len(
        set(words)
    ) >= _PROSE_VARIETY * len(words)


def _is_plainly(words: list[str], language: str) -> bool:
    """A quick look, which settles nearly every block: words as blanks part them, without a regular expression."""
    counts = _count(words)
    own, other = (counts.french, counts.english) if language == "fr" else (counts.english, counts.french)
    return own >= max(3, 0.25 * len(counts.words)) and own >= 2 * other and own > counts.foreign


def _is_foreign_script(text: str) -> bool:
    """Whether most letters are of another script: Greek, Cyrillic, Arabic, Japanese…"""
    if text.isascii() or not _OTHER_LETTER.search(text):
        return False
    letters: list[str] = [character for character in text if character.isalpha()]
    return 2 * sum(letter >= "\u0370" for letter in letters) > max(len(letters), 2 * _LONG)


@cache
def _foreign_letter() -> re.Pattern[str]:
    """A letter of neither language; compiled only for a text of a few words: so large a set takes milliseconds."""
    return compiled(r"[ñßäöåøæãõìòóőűłżźćęąșțğıß¿¡·žčřšůýþð\u0370-\u1cff\u3040-\uffdc]")


def _by_letters(words: list[str]) -> str:
    """The language of a few words by their letters alone; `""` when they do not tell."""
    text = " ".join(words)
    if _foreign_letter().search(text):
        return ""
    french = len(_FRENCH_LETTER.findall(text)) + sum(_FRENCH_ENDING.search(word) is not None for word in words)
    english = sum(
        (_ENGLISH_ENDING.search(word) is not None) + (_ENGLISH_START.match(word) is not None) for word in words
    )
    if french == english:
        return ""
    return "fr" if french > english else "en"
