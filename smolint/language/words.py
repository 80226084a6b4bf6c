"""Words of plain text with their offsets, counted as French and English readers count them."""

from __future__ import annotations

import re
from functools import cache
from itertools import accumulate, compress

from smolint.language.word_table import WordTable
from smolint.late_pattern import compiled
from smolint.named_tuple import NamedTuple


class WordedText(NamedTuple):
    """A text cut into words: each as written and as phrases are compared, where it begins and where it ends.

    `norms` are in lower case with straight apostrophes. `gaps` are what stands before each word, and after the last.
    """

    text: str
    written: list[str]
    norms: list[str]
    gaps: list[str]
    starts: list[int]
    ends: list[int]


PARTED = "\x1d"
"""What parts texts that were laid together: white space, which no word holds, no sentence and no phrase goes beyond."""

_W = r"[\w\u0300-\u036f]"
_URL = r"(?:https?://|ftp://|www\.)[^\s<>«»\"“”\ufffc]*[^\s<>«»\"“”\ufffc.,;:!?…)'’\]]"
# What may stand between two parts of one word: "don't", "well-known", "Node.js", "R&D", "jane@example.com".
_JOINT = r"(?:['’.&@‑\u00ad]|-{hyphen})"
_NUMBER_JOINT = r"(?<=\d)[,:/{spaces}](?=\d{group})"
_START = r"(?![0-9]\ufe0f?\u20e3)"

_CLITIC = r"(?:je|tu|ils?|elles?|on|nous|vous|ce|moi|toi|lui|leur|les?|la|y|en|[mt]['’](?:en|y))"
_CLITICS = rf"(?:t-)?{_CLITIC}(?:-{_CLITIC}){{0,2}}(?![\w’'-])"
_WHOLE = (
    r"aujourd['’]hui|presqu['’][iî]les?|quelqu['’]une?s?|entr['’]\w+|prud['’]hom\w+|c['’]est-à-dire|main-d['’]œuvre|"
    r"rendez-vous|garde-à-vous|qu['’]en-dira-t-on|add-ons?|hands-on|m['’]as-tu-vu|d['’]ores"
)
_JOINED = frozenset({"", "-", "-t-", "-T-", "\N{NON-BREAKING HYPHEN}"})
"""What stands between two words that a word processor counts as one."""
_ELIDED = r"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu)['’](?=[\w«“\"])"
# Most words are letters before a blank, with a mark or none between: no other part of a word can follow.
_PLAIN = r"[A-Za-zÀ-ÖØ-öø-ÿ]++(?=[ \n]|[,.;:!?)]\s)"
# A quick look ahead: few words have such a sign after their first letters, and the others need no longer search.
_MAY_BE_APART = r"(?=[^\W\d_]{1,8}+['’-])"


def _pattern(*, elided: str = "", hyphen: str = "", spaces: str = "") -> re.Pattern[str]:
    joints = _JOINT.replace("{hyphen}", hyphen) + rf"{_W}+"
    numbers = _NUMBER_JOINT.replace("{spaces}", spaces).replace("{group}", "") + r"\d+"
    return compiled(rf"({_PLAIN}|{_URL}|{elided}[@#]?{_START}[^\W_]{_W}*(?:{joints}|{numbers})*)")


@cache
def _words(language: str) -> re.Pattern[str]:
    if language == "en":
        return _pattern()
    if language == "fr":
        apart = rf"{_MAY_BE_APART}(?:(?i:{_WHOLE})(?!\w)|(?i:{_ELIDED}))|(?!(?<=-)t-(?:ils?|elles?|on)\b)"
        return _pattern(elided=apart, hyphen=rf"(?!{_CLITICS})", spaces=r"\u00a0\u202f\u2009")
    return _pattern(elided=rf"(?i:{_ELIDED})|")


def word_spans(text: str, language: str) -> list[tuple[int, int]]:
    """The words of a text as half-open ranges of code points, in order and apart.

    In French an elided word counts on its own (« l’ » + « arbre »), so do the pronouns after a verb
    (« donne-le-moi » is three words); « aujourd’hui », « peut-être » and « arc-en-ciel » are one. In English
    "don't" and "well-known" are one. A number, URL, address, @mention or #hashtag is one word; punctuation, emoji
    and U+FFFC are none. An unknown language cuts elisions only.
    """
    return [match.span() for match in _words(language).finditer(text)]


def worded(text: str, language: str) -> WordedText:
    """The text cut into the words of `word_spans`."""
    parts = _words(language).split(text)
    edges = [*accumulate(map(len, parts))]
    written = parts[1::2]
    return WordedText(text, written, _NORMS.of(written), parts[::2], edges[:-1:2], edges[1::2])


# A capital I with a dot would become two letters.
_NORMS = WordTable(lambda word: word.replace("İ", "I").lower().replace("’", "'"))


def whole_word_starts(text: WordedText) -> list[int]:
    """Where the words begin that a word processor counts: those that `worded` parts are one where they are joined.

    So « l’ » + « arbre », « donne » + « le » + « moi » and « y » + « a » + « il » of « y a-t-il » are one word each,
    where nothing but a hyphen stands between them.
    """
    between = text.gaps[1:-1]
    if _JOINED.isdisjoint(between):
        return text.starts
    return [*text.starts[:1], *compress(text.starts[1:], [gap not in _JOINED for gap in between])]
