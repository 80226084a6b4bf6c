"""Words that no dictionary knows, as rule packs ask for them: each place is reported."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from smolint.check import Check, Mark, Trouble
from smolint.dictionaries import (
    DictionaryError,
    Files,
    find_dictionary,
    load_dictionary,
    no_dictionary,
    usual_dictionaries,
)
from smolint.errors import Phrase, phrase
from smolint.language.word_making import is_right
from smolint.language.words import word_spans
from smolint.patterns import pattern
from smolint.scopes import scoped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smolint.reading import Reading

_NO_WORD = re.compile(r"[A-Z][a-z]+[A-Z]+\w|[A-ZÀ-ÖØ-Þ]\Z|[^\w'’]|[\d]")


@dataclass(frozen=True, slots=True)
class Spelling:
    """The keys of Vale's check of that name.

    `dictionaries` are names (`fr`, `en_US`), looked for in the folder `dicpath` or where the system keeps them; `aff`
    and `dic` name the two files of one. Without any, the usual one of the text's language is taken, as with `append`
    it is besides. `custom` leaves out the filters that pass over names in mixed case, words that end in a capital and
    those with a figure or sign in them; `filters` are further ones. `ignore` are files of words, one a line;
    `exceptions` are patterns of words, in any case, that are right.
    """

    scope: tuple[str, ...] = ("text",)
    dictionaries: tuple[str, ...] = ()
    dicpath: str = ""
    aff: str = ""
    dic: str = ""
    append: bool = False
    custom: bool = False
    filters: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exceptions: tuple[str, ...] = ()


def spelling(reading: Reading, options: Spelling) -> Iterator[Mark | Trouble]:
    """Each word that no dictionary knows. Values: `0` and `match` (the word).

    In French an elided article or pronoun and what follows it are words of their own, as are a verb and its pronoun.
    """
    for block in scoped(reading, options.scope):
        language = reading.language_of(block)
        try:
            knows = speller(_named(options, language, reading.root))
            right = _right_words(options.ignore, reading.root)
        except DictionaryError as error:
            yield Trouble(words_of(error), "dictionaries" if options.dictionaries else "")
            return
        text = block.prose
        for start, end in word_spans(text, language):
            word = text[start:end]
            if not (_is_passed(word, options) or word in right or word.lower() in right or is_right(word, knows)):
                yield Mark(block.span(start, end), {"0": word, "match": word})


@lru_cache(maxsize=64)
def speller(dictionaries: tuple[Files, ...]) -> Callable[[str], bool]:
    """Whether any of the dictionaries knows a word. Raises DictionaryError where the library for them is missing."""
    loaded = [load_dictionary(files) for files in dictionaries]
    return lambda word: any(one.knows(word) for one in loaded)


def usual(language: str, folder: Path | None = None) -> tuple[Files, ...]:
    """The usual dictionaries of a language. Raises DictionaryError where none is installed."""
    found = usual_dictionaries(language, folder)
    if not found:
        raise no_dictionary(language)
    return found


def named_dictionaries(names: tuple[str, ...], folder: Path | None) -> tuple[Files, ...]:
    """The dictionaries of those names. Raises DictionaryError for one that is not there."""
    found = {name: find_dictionary(name, folder) for name in names}
    for name, files in found.items():
        if files is None:
            raise no_dictionary(name)
    return tuple(files for files in found.values() if files)


def placed(path: str, root: Path | None) -> Path | None:
    """A path that the user wrote, from the project's folder; None for an empty one."""
    return (root or Path()) / Path(path).expanduser() if path else None


@lru_cache(maxsize=64)
def _named(options: Spelling, language: str, root: Path | None) -> tuple[Files, ...]:
    folder = placed(options.dicpath, root)
    found = named_dictionaries(options.dictionaries, folder)
    aff, dic = placed(options.aff, root), placed(options.dic, root)
    if aff and dic:
        if not (aff.is_file() and dic.is_file()):
            raise no_dictionary(dic.stem)
        found = (*found, Files(aff, dic))
    if not found or options.append:
        found = (*found, *usual(language or "en", folder if not options.dictionaries else None))
    return found


@lru_cache(maxsize=64)
def _right_words(names: tuple[str, ...], root: Path | None) -> frozenset[str]:
    lines: list[str] = []
    for name in names:
        path = placed(name, root)
        try:
            lines += path.read_text(encoding="utf-8-sig").split("\n") if path else []
        except (OSError, UnicodeError) as error:
            raise DictionaryError(phrase("the list of words '{path}' cannot be read", path=name)) from error
    return frozenset(word for line in lines if (word := line.strip()) and word != "#")


def _is_passed(word: str, options: Spelling) -> bool:
    if word.startswith(("#", "@")) or "://" in word or (not options.custom and _NO_WORD.search(word)):
        return True
    return any(pattern(one).search(word) for one in options.filters) or any(
        pattern(rf"(?i)\b(?:{one})\b").search(word) for one in options.exceptions
    )


def words_of(error: DictionaryError) -> Phrase:
    """Why no word can be looked up, ready to be told in the user's language."""
    return error.words if isinstance(error.words, Phrase) else phrase("{reason}", reason=error.message)


CHECKS: tuple[Check, ...] = (Check("spelling", spelling, Spelling),)
