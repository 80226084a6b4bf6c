"""Words that no dictionary knows, as rule packs ask for them: each place is reported."""

from __future__ import annotations

from functools import cached_property, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from smolint.check import Check, Mark, Trouble
from smolint.checks.action import Acting, check_action
from smolint.checks.pack_rule import Excepting, check_patterns, with_patterns
from smolint.dataclass import dataclass
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
from smolint.late_pattern import late_pattern
from smolint.patterns import Pattern, pattern
from smolint.plain_file import MOST_LISTED, read_plain_text
from smolint.scopes import scoped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from smolint.reading import Reading

_TURNED = late_pattern(r"(?<=[^\W\d_])‘(?=[^\W\d_])")
"""An apostrophe turned the wrong way round: typography, not spelling."""
_NO_WORD = late_pattern(r"[A-Z][a-z]+[A-Z]+\w|[A-ZÀ-ÖØ-Þ]\Z|[^\w'’]|[\d]|[^\W\u0000-\u024f\u1e00-\u1eff]")


@dataclass(frozen=True)
class Spelling(Acting, Excepting):
    """The keys of Vale's check of that name.

    `dictionaries` are names (`fr`, `en_US`), looked for in the folder `dicpath` or where the system keeps them; `aff`
    and `dic` name the two files of one. Without any, the usual one of the text's language is taken, as with `append`
    it is besides. `custom` leaves out the filters that pass over names in mixed case, words that end in a capital and
    those with a figure or sign in them; `filters` are further ones. `ignore` are files of words, one a line;
    `exceptions` are patterns of words, in any case, that are right. Paths hold from the project's folder, else from one
    of `folders`.
    """

    dictionaries: tuple[str, ...] = ()
    dicpath: str = ""
    aff: str = ""
    dic: str = ""
    append: bool = False
    custom: bool = False
    filters: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        check_patterns("filters", self.filters)
        check_action(self)

    @cached_property
    def right(self) -> Pattern | None:
        """The pattern of the words that are right whatever the dictionaries say."""
        listed = "|".join(term.removeprefix("(?i)") for term in (*self.exceptions, *self.accepted))
        return pattern(rf"(?i)\b(?:{listed})\b") if listed else None

    def passes_over(self, word: str) -> bool:
        """Whether a word is none to look up."""
        if word.startswith(("#", "@")) or "://" in word or (not self.custom and _NO_WORD.search(word)):
            return True
        return any(pattern(one).search(word) for one in self.filters) or bool(self.right and self.right.search(word))

    def place(self, path: str, root: Path | None, inside: str) -> Path:
        """Where a path leads: from the project's folder, else from one of `folders` or the folder `inside` of one."""
        first = (root or Path()) / Path(path).expanduser()
        others = [Path(folder, *more, path) for folder in self.folders for more in ((), (inside,))]
        return next((one for one in (first, *others) if one.exists()), first)


@with_patterns("filters")
def spelling(reading: Reading, options: Spelling) -> Iterator[Mark | Trouble]:
    """Each word that no dictionary knows. Values: `0` and `match` (the word).

    In French an elided article or pronoun and what follows it are words of their own, as are a verb and its pronoun.
    """
    for block in scoped(reading, options.scope):
        language = reading.language_of(block)
        try:
            knows = speller(_dictionaries(options, language, reading.root))
            right = _right_words(tuple(options.place(one, reading.root, "config/ignore") for one in options.ignore))
        except DictionaryError as error:
            yield Trouble(words_of(error), "dictionaries" if options.dictionaries else "")
            return
        text = _TURNED.sub("’", block.prose)
        for start, end in word_spans(text, language):
            word = text[start:end]
            if options.passes_over(word) or word in right or word.lower() in right or is_right(word, knows):
                continue
            if not options.allowed.surrounds(text, start, end):
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


@lru_cache(maxsize=64)
def _dictionaries(options: Spelling, language: str, root: Path | None) -> tuple[Files, ...]:
    folder = options.place(options.dicpath, root, "") if options.dicpath else _own_folder(options)
    found = named_dictionaries(options.dictionaries, folder)
    if options.aff and options.dic:
        files = Files(*(options.place(one, root, "config/dictionaries") for one in (options.aff, options.dic)))
        if not all(one.is_file() for one in files):
            raise no_dictionary(files.dic.stem)
        found = (*found, files)
    return (*found, *usual(language or "en")) if options.append or not found else found


def _own_folder(options: Spelling) -> Path | None:
    """The folder of the dictionaries that a rule names, where the styles bring some."""
    places = (Path(folder, "config", "dictionaries") for folder in options.folders)
    return next((one for one in places if any((one / f"{name}.dic").is_file() for name in options.dictionaries)), None)


@lru_cache(maxsize=64)
def _right_words(paths: tuple[Path, ...]) -> frozenset[str]:
    lines: list[str] = []
    for path in paths:
        try:
            lines += read_plain_text(path, "utf-8-sig", most=MOST_LISTED).split("\n")
        except (OSError, UnicodeError) as error:
            raise DictionaryError(phrase("the list of words '{path}' cannot be read", path=path.name)) from error
    return frozenset(word for line in lines if (word := line.strip()) and word != "#")


def words_of(error: DictionaryError) -> Phrase:
    """Why no word can be looked up, ready to be told in the user's language."""
    return error.words if isinstance(error.words, Phrase) else phrase("{reason}", reason=error.message)


CHECKS: tuple[Check, ...] = (Check("spelling", spelling, Spelling),)
