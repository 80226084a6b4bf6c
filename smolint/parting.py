"""One file, several texts: takes apart what a draft says once for all platforms and what it says for one."""

from __future__ import annotations

from smolint.dataclass import dataclass, replace
from smolint.targets import declared_names
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import PurePath

    from smolint.draft import Draft
    from smolint.host import Host
    from smolint.platform import Platform

_FORMATS = frozenset({"markdown", "html", "text"})


@dataclass(frozen=True, slots=True)
class Parted:
    """A draft without the texts that are for one platform only, where it goes itself, and those texts."""

    draft: Draft
    platforms: tuple[Platform, ...]
    own: tuple[tuple[Draft, Platform], ...] = ()


def part(draft: Draft, platforms: tuple[Platform, ...], path: PurePath, host: Host) -> Parted:
    """Find the texts that a draft keeps for single platforms; their indexes follow its own.

    Sections under platforms' names count where the front matter names all of these platforms, or where the file
    is called `….social.md`: a post *about* networks has such headings too. A draft does not go itself where a section
    of it goes; a `….social.md` file consists of its sections.
    """
    if draft.format not in _FORMATS or not (draft.fields or _is_social(path)):
        return Parted(draft, platforms)
    rest, sections = _sections(draft, path, host)
    taken = {name for names, _ in sections for name in names}
    left = tuple(one for one in platforms if one.name not in taken)
    if sections and (_is_social(path) or not any(block.text.strip() for block in rest.blocks)):
        left = ()
    own = [(text, name) for names, text in sections for name in names]
    own += [(text, name) for name, text in _fields(draft, host)]
    numbered = tuple(
        (replace(text, index=draft.index + number), host.platforms[name]) for number, (text, name) in enumerate(own, 1)
    )
    return Parted(rest, left, numbered)


def _is_social(path: PurePath) -> bool:
    return ".social." in path.name.lower()


def _sections(draft: Draft, path: PurePath, host: Host) -> tuple[Draft, list[tuple[tuple[str, ...], Draft]]]:
    from smolint.parsers.own_texts import section_texts

    named = _is_social(path)
    declared = {one.name for one in map(host.platform, declared_names(draft)) if one}
    if not (named or declared) or draft.format != "markdown":
        return draft, []
    rest, sections = section_texts(draft, lambda heading: _network(heading, host, by_label=True))
    if not named and not all(declared.issuperset(names) for names, _ in sections):
        return draft, []
    return rest, sections


def _fields(draft: Draft, host: Host) -> Iterator[tuple[str, Draft]]:
    from smolint.parsers.own_texts import field_texts

    return field_texts(draft, lambda key: _network(key, host))


def _network(word: str, host: Host, *, by_label: bool = False) -> str:
    """The social platform that a word names: by its name, another name of it, or what its posts are called."""
    word = word.strip().lower()
    found = host.platform(word)
    if found is not None:
        return found.name if found.kind == "social" else ""
    for one in host.platforms.values():
        if one.kind == "social" and (word in one.folders or (by_label and word == one.label.lower())):
            return one.name
    return ""
