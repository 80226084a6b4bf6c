"""The file beside a deck that says what SlideShare asks for at the upload: title, description, tags."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from smolint.draft import Field
from smolint.errors import SourceError
from smolint.late_pattern import compiled
from smolint.parsers.decode import decode
from smolint.parsers.front_matter import read_front_matter
from smolint.plain_file import open_plain
from smolint.source import Span
from smolint_slideshare.sniffing import DECKS

_SUFFIXES = (".md", ".markdown", ".yml", ".yaml")
_NAMES_A_DECK = compiled(r"^deck[ \t]*[:=]", re.MULTILINE)
_HEAD = 16_384
_MOST_NEIGHBOURS = 200
_ADDRESSED = frozenset({"platform", "platforms", "media", "deck"})
"""What a sidecar says about itself, not about the deck."""


def is_sidecar(path: Path) -> bool:
    """Whether a text is named after a deck: `talk.pptx.md`, or `talk.md` where `talk.pptx` stands beside it."""
    return path.stem.lower().endswith(DECKS) or any(path.with_suffix(ending).is_file() for ending in DECKS)


def declares(path: Path, platform: str) -> bool:
    """Whether the deck's sidecar names that platform in its `platform` or `platforms`."""
    fields = dict(_fields(path))
    named = [fields[key].value for key in ("platform", "platforms") if key in fields]
    return platform in re.split(r"[^\w-]+", " ".join(map(str, named)).lower())


def sidecar_fields(path: str) -> tuple[tuple[str, Field], ...]:
    """What the deck's sidecar says of it, without places (they are in the sidecar); empty without a sidecar."""
    nowhere = Span(0, 0)
    kept = ((name, field) for name, field in _fields(Path(path)) if name not in _ADDRESSED)
    return tuple((name, Field(field.value, nowhere, nowhere, _placeless(field))) for name, field in kept)


def _placeless(field: Field) -> tuple[tuple[str | int, Field], ...]:
    nowhere = Span(0, 0)
    return tuple((name, Field(child.value, nowhere, nowhere, _placeless(child))) for name, child in field.children)


def _fields(path: Path) -> tuple[tuple[str, Field], ...]:
    """The fields of `deck.pptx.md`, `deck.md` (or `.yml`), or of the file beside it whose `deck:` names it."""
    for name in (path.name, path.stem):
        for suffix in _SUFFIXES:
            text = _head(path.with_name(name + suffix))
            if text:
                return _read(text)
    return next((fields for named, fields in _named_decks(path.parent) if named == path.name), ())


@lru_cache(maxsize=64)
def _named_decks(folder: Path) -> tuple[tuple[str, tuple[tuple[str, Field], ...]], ...]:
    """The decks that Markdown files of a folder name in their `deck:`, each with that file's fields."""
    found = []
    for neighbour in sorted(folder.glob("*.md"))[:_MOST_NEIGHBOURS]:
        text = _head(neighbour)
        fields = _read(text) if _NAMES_A_DECK.search(text) else ()
        named = dict(fields).get("deck")
        if named and isinstance(named.value, str):
            found.append((named.value.strip().removeprefix("./"), fields))
    return tuple(found)


def _head(path: Path) -> str:
    """The beginning of a sidecar; empty when it is not there, is no text, or is a link, which could lead anywhere."""
    try:
        if path.is_symlink():
            return ""
        with open_plain(path) as stream:
            raw = stream.read(_HEAD)
        return decode(raw)
    except (OSError, ValueError, SourceError):
        return ""


def _read(text: str) -> tuple[tuple[str, Field], ...]:
    """The front matter; a `.yml` file is front matter as a whole."""
    if text.startswith(("---", "+++", "{")):
        return read_front_matter(text if text.count("---") != 1 else f"{text}\n---\n").fields
    return read_front_matter(f"---\n{text}\n---\n").fields
