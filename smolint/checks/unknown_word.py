"""Words that are likely misspelled: unknown to the dictionaries of their language, and no name, jargon or code."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from smolint.check import Check, Mark, Trouble
from smolint.checks.own_prose import is_boilerplate
from smolint.checks.quotation import is_quotation
from smolint.checks.spelling import named_dictionaries, speller, usual, words_of
from smolint.dataclass import dataclass
from smolint.dictionaries import DictionaryError
from smolint.finding import Edit, Fix
from smolint.language.corrections import corrections
from smolint.language.phrases import LANGUAGES
from smolint.language.word_making import JOINTS, POSSESSIVE, is_known
from smolint.late_pattern import late_pattern
from smolint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smolint.dictionaries import Files
    from smolint.draft import Block
    from smolint.reading import Reading

_WORD = late_pattern(r"[^\W\d_](?:[^\W\d_]|['’‑\u00ad\u0300-\u036f-])+")
_AT_CODE = frozenset("/\\_=~$%^*+|<>{}[]@#&·•‧\ufffc`")
_OPTION = frozenset({"-", " -", "--"})
_CLIPPED = frozenset("(.…")
_THRICE = late_pattern(r"(\w)\1\1")
_ROMAN = late_pattern(r"(?=[ivxlcdm]{2})c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})e?s?", re.IGNORECASE)
_MOST_BETWEEN = 200
"""So many characters before a word are looked at for the end of a sentence: closing and opening signs stand there."""
_ENDS = frozenset('.!?…:\n«“"(—–•')
_FOREIGN = 3
_FOREIGN_SHARE = 3
_MIXED_SHARE = 10


@dataclass(frozen=True, slots=True)
class UnknownWord:
    """What is taken for right.

    `dictionaries` are names (`fr`, `en_US`), each for the language it begins with, looked for in the folder `dicpath`
    or where the system keeps them; a language without any has its usual one. `words` are right in any case. With
    `other_language` a French text may use English words. A word that stands `repeated` times in a draft is meant so.
    `without_correction` also reports words that no slip explains: most of them are jargon.
    """

    dictionaries: tuple[str, ...] = ()
    dicpath: str = ""
    words: tuple[str, ...] = ()
    other_language: bool = True
    without_correction: bool = False
    repeated: int = 3


class _Place(NamedTuple):
    block: Block
    start: int
    end: int


def unknown_word(reading: Reading, options: UnknownWord) -> Iterator[Mark | Trouble]:
    """The first place of each word that is likely misspelled, in French and English text that the author wrote.

    Values: `word`, `count` (its places in the draft), `corrections` (what may be meant, in quotation marks). Variant
    `close` where there are such corrections.
    """
    meant = _Meant(reading, frozenset(word.lower() for word in options.words))
    for language, words in _words(reading).items():
        try:
            own = _dictionaries(options, language, reading.root)
            known = speller((*own, *_borrowed(options, language, reading)))
            knows = speller(own)
        except DictionaryError as error:
            yield Trouble(words_of(error), "dictionaries" if options.dictionaries else "")
            continue
        unknown = {word: places for word, places in words.items() if not is_known(word, known, language)}
        foreign = _foreign_blocks(words, unknown)
        for word, places in unknown.items():
            if len(places) < options.repeated and not meant.has(word) and id(places[0].block) not in foreign:
                yield from _marks(word, places, knows, language, reading, alone=options.without_correction)


def _foreign_blocks(words: dict[str, list[_Place]], unknown: dict[str, list[_Place]]) -> set[int]:
    """The blocks of which so many words are unknown that they are in another language, or no sentences.

    Where they are many, the draft mixes languages, and the short blocks that give no sign of it are foreign too.
    """
    looked_up, missed = _by_block(words), _by_block(unknown)
    foreign = {one for one, count in missed.items() if count >= _FOREIGN and count * _FOREIGN_SHARE > looked_up[one]}
    return set(looked_up) if len(foreign) >= _FOREIGN and len(foreign) * _MIXED_SHARE > len(looked_up) else foreign


def _by_block(words: dict[str, list[_Place]]) -> Counter[int]:
    return Counter(id(place.block) for places in words.values() for place in places)


def _marks(
    word: str, places: list[_Place], knows: Callable[[str], bool], language: str, reading: Reading, *, alone: bool
) -> Iterator[Mark]:
    close = corrections(word, knows, language)
    if not close and (word[0].isupper() or not alone):
        return
    block, start, end = places[0]
    span = block.span(start, end)
    quoted = ", ".join(f"« {one} »" if language == "fr" else f"“{one}”" for one in close)
    values = {"word": word, "count": len(places), "corrections": quoted}
    fix = None
    if len(close) == 1 and reading.draft.source[span] == word:
        fix = Fix(f"{word} → {close[0]}", (Edit(span, close[0]),), safe=False)
    yield Mark(span, values, fix, "close" if close else "")


def _words(reading: Reading) -> dict[str, dict[str, list[_Place]]]:
    """The words to look up, by language, each with its places; names in the middle of a sentence are none."""
    found: dict[str, dict[str, list[_Place]]] = defaultdict(lambda: defaultdict(list))
    names: set[str] = set()
    for block in reading.draft.title_and_prose:
        language = reading.language_of(block)
        if language not in LANGUAGES or is_quotation(block) or is_boilerplate(reading, block):
            continue
        text = block.prose
        for start, end in reading.words(block):
            word = text[start:end]
            if not _is_word(text, start, end):
                continue
            if word[0].isupper() and (language == "en" or not _begins_sentence(text, start)):
                names.add(word)
            else:
                found[language][word].append(_Place(block, start, end))
    for words in found.values():
        for name in names & words.keys():
            del words[name]
    return found


def _is_word(text: str, start: int, end: int) -> bool:
    """Whether a word is one of the language: no name in mixed case, abbreviation, number, address or piece of code."""
    word = text[start:end]
    if len(word) < 3 or not _WORD.fullmatch(word) or not (word.islower() or word[1:].islower()):
        return False
    before, after = text[start - 1 : start], text[end : end + 1]
    if (
        before in _AT_CODE
        or after in _AT_CODE
        or before == "."
        or (before == "-" and text[start - 2 : start - 1] in " -")
    ):
        return False
    if after in _CLIPPED and text[end + 1 : end + 2].isalnum():
        return False
    return not (word[-1] in "'’" or _THRICE.search(word) or _ROMAN.fullmatch(word))


def _begins_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - _MOST_BETWEEN) : start].rstrip(" \u00a0\u202f\t\"“«'’*-")
    return not before or before[-1] in _ENDS


class _Meant:
    """The words that a draft shows to be meant as they are: those of its code and addresses, and those of the user."""

    def __init__(self, reading: Reading, words: frozenset[str]) -> None:
        self._reading = reading
        self._words = words | _jargon()
        self._shown = ""

    def has(self, word: str) -> bool:
        lower = POSSESSIVE.sub("", word.lower())
        stem = lower.removesuffix("s")
        if not self._words.isdisjoint((lower, stem)) or all(part in self._words for part in JOINTS.split(lower)):
            return True
        if not self._shown:
            draft = self._reading.draft
            code = [block.text for block in draft.blocks if block.kind == "code"]
            code += [block.text[start:end] for block in draft.prose for start, end in block.code]
            targets = [link.url for link in draft.content.links] + [image.target for image in draft.content.images]
            self._shown = "\n".join(["-", *code, *targets]).lower()
        return stem in self._shown


@cache
def _jargon() -> frozenset[str]:
    """Words of the web's trades that general dictionaries lack, one a line in `jargon.txt`."""
    text = Path(__file__).with_name("jargon.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.split("\n") if line and not line.startswith("#"))


def _dictionaries(options: UnknownWord, language: str, root: Path | None) -> tuple[Files, ...]:
    folder = (root or Path()) / Path(options.dicpath).expanduser() if options.dicpath else None
    named = tuple(name for name in options.dictionaries if re.split("[-_]", name)[0].lower() == language)
    return named_dictionaries(named, folder) if named else usual(language, folder)


def _borrowed(options: UnknownWord, language: str, reading: Reading) -> tuple[Files, ...]:
    """The dictionaries of the language whose words this one may use: a French text English ones.

    A few words of another language than the draft's are not surely of that language, and may use the draft's.
    """
    other = "en" if language == "fr" else "fr"
    if not options.other_language or (language == "en" and reading.draft.language == "en"):
        return ()
    try:
        return _dictionaries(options, other, reading.root)
    except DictionaryError:
        # It would only have let more pass.
        return ()


CHECKS: tuple[Check, ...] = (Check("unknown-word", unknown_word, UnknownWord),)
