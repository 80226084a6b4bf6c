"""Which language a text is written in: French, English, or neither that can be told.

Function words are counted for ten languages; French or English must win clearly. Short texts without any are
told by accents and endings. "Cannot tell" is a good answer: a block then takes its document's language.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import repeat

from smolint.language.frequent_words import FREQUENT_WORDS

_LANGUAGES = tuple(FREQUENT_WORDS)
_BITS = 12
_MASK = (1 << _BITS) - 1
# Words read at most: their counts must fit in `_BITS`.
_MOST_WORDS = 400

_POINTS: dict[str, int] = {}
for _place, _listed in enumerate(FREQUENT_WORDS.values()):
    for _word in set(_listed.split()):
        _POINTS[_word] = _POINTS.get(_word, 0) + (1 << (_BITS * _place))

_NOT_PROSE = re.compile(r"`[^`\n]*`|(?:https?://|www\.)\S+|[^\s@]{1,64}@\S{1,255}|[@#]\w+|\b\w+(?:[./_]\w+)+")
_WORD = re.compile(r"[^\W\d_]+'?")
_FRENCH_LETTER = re.compile(r"[çèêëâîïôûùœé]")
_FRENCH_ENDING = re.compile(
    r"(?:eux|euse|euses|eur|eurs|aux|ment|ements?|ique|iques|ité|ités|ée|ées|ez|ais|ait|aient|oir|oire|elle|ette|ère)\Z"
)
_ENGLISH_ENDING = re.compile(r"(?:ing|ly|ness|ful|less|ship|ght|tch|ck|sh|wn|ss|ity|ies|ed|ers|oo[dkmt])\Z")
_ENGLISH_START = re.compile(r"(?:wh|sh|th|kn|wr|w[aeio]|k)")

# Of a text's words, the share that must be frequent words of its language; real prose has 0.35 to 0.55.
_LEAST_SHARE = 0.15
# How far French or English must lead the best of the other languages, and each other: a mixture is neither.
_LEAD = 1.2
_LEAD_OF_EITHER = 1.6


def detect(text: str) -> str:
    """`"fr"`, `"en"`, or `""` for another language, a mixture, or too little text. URLs, tags and code are ignored."""
    words = _WORD.findall(_NOT_PROSE.sub(" ", text).replace("’", "'").lower())[:_MOST_WORDS]
    if not words:
        return ""
    packed = sum(map(_POINTS.get, words, repeat(0)))
    french, english, *others = [packed >> shift & _MASK for shift in range(0, _BITS * len(_LANGUAGES), _BITS)]
    foreign = max(others)
    best, rival = max(french, english), min(french, english)
    if not best or best == rival or max(foreign, rival) >= best:
        return _by_letters(words) if foreign <= best and len(words) <= 12 else ""
    language = "fr" if french > english else "en"
    if best < len(words) * _LEAST_SHARE or best < _LEAD_OF_EITHER * rival:
        return ""
    return language if best >= _LEAD * foreign or _by_letters(words) == language else ""


@cache
def _foreign_letter() -> re.Pattern[str]:
    """A letter of neither language; compiled only for a text of a few words: so large a set takes milliseconds."""
    return re.compile(r"[ñßäöåøæãõìòóőűłżźćęąșțğıß¿¡·žčřšůýþð\u0370-\u1cff\u3040-\uffdc]")


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
