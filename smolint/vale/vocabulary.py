"""Vocabularies: the words that a team accepts, and those that it rejects (`accept.txt`, `reject.txt`)."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from smolint.dataclass import dataclass
from smolint.errors import ConfigError, phrase, reason_of
from smolint.plain_file import MOST_LISTED, read_plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_FOLDERS = ("config/vocabularies", "Vocab", "vocab")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Patterns of words that are right as they are written, and of words to avoid."""

    accepted: tuple[str, ...] = ()
    rejected: tuple[str, ...] = ()


def read_vocabularies(names: Iterable[str], styles_paths: Iterable[Path], ini: Path) -> Vocabulary:
    """The words of some vocabularies, each a folder below those of styles. Raises ConfigError where there is none."""
    accepted: dict[str, None] = {}
    rejected: dict[str, None] = {}
    folders = tuple(styles_paths)
    for name in names:
        places = [folder / part / name for folder in folders for part in _FOLDERS]
        found = [place for place in places if place.is_dir()]
        if not found:
            message = phrase("there is no vocabulary '{name}' below {folder}", name=name, folder=_shown(folders, ini))
            raise ConfigError(message, path=str(ini))
        for file in sorted(found[0].rglob("*.txt")):
            if file.name in ("accept.txt", "reject.txt"):
                (accepted if file.name == "accept.txt" else rejected).update(dict.fromkeys(_words(file)))
    return Vocabulary(tuple(accepted), tuple(rejected))


def _shown(folders: tuple[Path, ...], ini: Path) -> str:
    return ", ".join(f"{folder.name}/{_FOLDERS[0]}" for folder in folders) or str(ini.parent)


def _words(file: Path) -> Iterator[str]:
    try:
        text = read_plain_text(file, "utf-8-sig", most=MOST_LISTED)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(phrase("cannot be read: {reason}", reason=reason_of(error)), path=str(file)) from error
    for line in text.splitlines():
        word = line.strip()
        if word and not word.startswith("#"):
            yield word
