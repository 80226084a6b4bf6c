"""Hunspell dictionaries that the user named, the system holds or the library brings; nothing is ever downloaded."""

from __future__ import annotations

import os
import sys
import unicodedata
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from smolint.errors import SmolintError, phrase
from smolint.named_tuple import NamedTuple
from smolint.plain_file import MOST_LISTED, read_plain
from smolint.time_limit import unweighed

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLDERS = (
    "~/.local/share/hunspell",
    "~/.local/share/myspell",
    "~/Library/Spelling",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
    "/usr/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
)
_EXTENSIONS = (
    "/usr/lib/libreoffice/share/extensions",
    "/usr/lib64/libreoffice/share/extensions",
    "/opt/libreoffice*/share/extensions",
    "/Applications/LibreOffice.app/Contents/Resources/extensions",
    "C:/Program Files/LibreOffice/share/extensions",
)
_NAMES = {
    "fr": ("fr", "fr_FR", "fr-toutesvariantes", "fr-classique", "fr-moderne", "fr_CA"),
    "en": ("en_US", "en_GB"),
}
"""The usual names of a language's dictionaries; of French the first is taken, English writers use either."""
_PLAIN = str.maketrans({"’": "'", "\N{NON-BREAKING HYPHEN}": "-", "\N{SOFT HYPHEN}": None})


class DictionaryError(SmolintError):
    """No word can be looked up: there is no dictionary, or not the library that reads it."""


class Files(NamedTuple):
    """The two files of a Hunspell dictionary: affix rules and words."""

    aff: Path
    dic: Path


class Dictionary:
    """The words of a Hunspell dictionary with all their forms; looking up a word again costs nothing."""

    def __init__(self, hunspell: Any) -> None:
        self._hunspell = hunspell
        self._known: dict[str, bool] = {}

    def knows(self, word: str) -> bool:
        """Whether a word is spelled right, as it is or, where it has a capital, as the first of a sentence.

        A word that the dictionary's encoding cannot write is unknown.
        """
        if word not in self._known:
            plain = unicodedata.normalize("NFC", word.translate(_PLAIN))
            try:
                self._known[word] = bool(self._hunspell.spell(plain))
            except UnicodeEncodeError:
                self._known[word] = False
        return self._known[word]


def find_dictionary(name: str, folder: Path | None = None) -> Files | None:
    """The files of the dictionary of that name, `fr` or `en_US`: in the given folder, else in the usual places.

    These are the folders in `$DICPATH`, those of the user, of the system, of LibreOffice and of the library itself.
    """
    for place in [folder] if folder else _places():
        for spelled in dict.fromkeys((name, name.replace("-", "_"), name.replace("_", "-"))):
            files = Files(place / f"{spelled}.aff", place / f"{spelled}.dic")
            if files.aff.is_file() and files.dic.is_file():
                return files
    return None


def usual_dictionaries(language: str, folder: Path | None = None) -> tuple[Files, ...]:
    """The dictionaries of a language where the user names none: one of French, all that are found of English."""
    found = [files for name in _NAMES.get(language, (language,)) if (files := find_dictionary(name, folder))]
    return tuple(found if language == "en" else found[:1])


def load_dictionary(files: Files) -> Dictionary:
    """The dictionary of two files, read once. Raises DictionaryError where the library for it is missing."""
    with unweighed():
        return _load(*files)


def no_dictionary(name: str) -> DictionaryError:
    """The error that a dictionary, or one of a language, is not there, with the way to get it."""
    package = "hunspell-" + {"en": "en-us"}.get(name, name.replace("_", "-").lower())
    return DictionaryError(
        phrase(
            "no Hunspell dictionary '{name}' is installed: install one (on Debian and Ubuntu: apt install {package}), "
            "or set $DICPATH to the folder of its .aff and .dic files",
            name=name,
            package=package,
        )
    )


@cache
def _load(aff: Path, dic: Path) -> Dictionary:
    try:
        from hunspell import Hunspell
    except ImportError:
        raise DictionaryError(
            phrase("the library that reads dictionaries is missing: install it with pip install 'smolint[spelling]'")
        ) from None
    encoding = sys.getfilesystemencoding()
    if aff.parent == dic.parent and aff.stem == dic.stem:
        return Dictionary(Hunspell(dic.stem, hunspell_data_dir=str(dic.parent), system_encoding=encoding))
    with TemporaryDirectory() as folder:
        # The library wants both files under one name; it reads them once.
        for file, ending in ((aff, "aff"), (dic, "dic")):
            Path(folder, f"words.{ending}").write_bytes(read_plain(file, MOST_LISTED))
        return Dictionary(Hunspell("words", hunspell_data_dir=folder, system_encoding=encoding))


def _places() -> Iterator[Path]:
    """Where to look: what the user named first, the dictionaries that came with the library last."""
    for folder in os.environ.get("DICPATH", "").split(os.pathsep):
        if folder:
            yield Path(folder)
    yield from (Path(folder).expanduser() for folder in _FOLDERS)
    for pattern in _EXTENSIONS:
        root = Path(pattern)
        if root.is_absolute():
            yield from sorted(Path(root.anchor).glob(f"{root.relative_to(root.anchor)}/dict-*"))
    library = find_spec("hunspell")
    for folder in (library.submodule_search_locations or ()) if library else ():
        yield Path(folder, "dictionaries")
