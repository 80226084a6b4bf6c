"""Where a draft goes and in which language it is: the order of the answers is that of the documentation."""

from __future__ import annotations

import re
from pathlib import Path, PurePath

from smolint.dataclass import dataclass
from smolint.draft import Content, Draft, Problem
from smolint.language.detect import detect, detect_main
from smolint.late_pattern import late_pattern
from smolint.options import nearest
from smolint.selection import glob_matches, relative_to_root
from smolint.source import Source
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from smolint.config import Config
    from smolint.draft import Field
    from smolint.host import Host
    from smolint.parsers.parser import Parser
    from smolint.platform import Platform

_DETECT_CHARACTERS = 4_000


@dataclass(frozen=True, slots=True)
class Targets:
    """The platforms of a draft, what is wrong with those it names, and names that no plugin knows."""

    platforms: tuple[Platform, ...]
    problems: tuple[Problem, ...] = ()
    unknown: tuple[str, ...] = ()


def platforms_of(draft: Draft, path: PurePath, config: Config, host: Host) -> Targets:
    """The platforms of a draft: the command line, the front matter, the configuration, plugins, then the path."""
    if config.platform:
        return _known([config.platform], host)
    declared = _declared(draft)
    if declared:
        return _checked(declared, host)
    for glob, names in config.platforms:
        if glob_matches(glob, path, config.root):
            return _known(names, host)
    detected = host.detect(path, dict(draft.fields))
    if detected is not None:
        return _known(detected, host)
    found = _by_path(_place(path, config), host)
    return Targets((found,) if found else ())


def parsers_for(path: PurePath, config: Config, host: Host) -> tuple[Parser, ...]:
    """The parsers that may read a file: all but those of its ending that read for platforms where it does not go."""
    name = path.name.lower()
    bound = [one for one in host.parsers if one.platforms and name.endswith(one.endings)]
    if not bound:
        return host.parsers
    goes_to = {one.name for one in platforms_of(_NOTHING, path, config, host).platforms}
    return tuple(one for one in host.parsers if one not in bound or goes_to.intersection(one.platforms))


_NOTHING = Draft(Source("", ""), Content(), "")


def _place(path: PurePath, config: Config) -> PurePath:
    """The path from the project's root; without one, from the folder above, so that `cd tweets` changes nothing."""
    return relative_to_root(path, config.root or Path.cwd().parent)


def _known(names: Iterable[str], host: Host) -> Targets:
    found = {name: host.platform(name) for name in names}
    platforms = tuple({one.name: one for one in found.values() if one}.values())
    return Targets(platforms, unknown=tuple(name for name, one in found.items() if one is None))


def _declared(draft: Draft) -> list[tuple[str, Field]]:
    """The names in the front matter's `platform` and `platforms`, each with its own place."""
    found: list[tuple[str, Field]] = []
    for key in ("platform", "platforms"):
        field = dict(draft.fields).get(key)
        items = [item for _, item in field.children] if field and field.children else [field] if field else []
        for item in items:
            if isinstance(item.value, str):
                found += [(name.strip(), item) for name in item.value.split(",") if name.strip()]
    return found


def declared_names(draft: Draft) -> list[str]:
    """The names in the front matter's `platform` and `platforms`, as they are written."""
    return [name for name, _ in _declared(draft)]


def _checked(declared: list[tuple[str, Field]], host: Host) -> Targets:
    known = _known([name for name, _ in declared], host)
    names = [*host.platforms, *(alias for one in host.platforms.values() for alias in one.aliases)]
    problems = []
    for name, field in declared:
        if host.platform(name) is None:
            guess = nearest(name.lower(), names)
            values = {"name": name, "nearest": guess, "known": ", ".join(host.platforms)}
            values["variant"] = "" if guess else "no-nearest"
            problems.append(Problem("front-matter/unknown-platform", field.span, values))
    return Targets(known.platforms, tuple(problems), known.unknown)


def _by_path(path: PurePath, host: Host) -> Platform | None:
    name = path.name.lower()
    platforms = host.platforms.values()
    for one in platforms:
        if name.endswith(one.endings):
            return one
    parts = name.split(".")
    for one in platforms:
        if len(parts) > 2 and parts[-2] in (one.name, *one.aliases):
            return one
    for folder in reversed(path.parts[:-1]):
        for one in platforms:
            if folder.lower() in (*one.folders, one.name, f"{one.name}s") and _may_hold(one, name):
                return one
    return next((one for one in platforms if name.endswith(one.default_endings)), None)


def _may_hold(platform: Platform, name: str) -> bool:
    """A blog's folder says nothing about a file that is no blog post (`posts/list.txt`)."""
    return not platform.default_endings or name.endswith(platform.default_endings)


_LANGUAGE_PART = late_pattern(r"^(fr|en)(?:[-_][a-z]{2})?$", re.IGNORECASE)


def language_of(draft: Draft, path: PurePath, config: Config) -> str:
    """The language of a draft (`fr`, `en`, another code that the file declares, `""` when unknown)."""
    declared = config.language or draft.declared_language
    if declared:
        return _without_country(declared)
    for glob, language in config.languages:
        if glob_matches(glob, path, config.root):
            return _without_country(language)
    for part in (*reversed(path.name.split(".")[1:-1]), *reversed(_place(path, config).parts[:-1])):
        match = _LANGUAGE_PART.match(part)
        if match:
            return match[1].lower()
    return detect(_sample(draft)) or detect_main(block.prose for block in draft.prose)


def _without_country(language: str) -> str:
    return language.lower().replace("_", "-").partition("-")[0]


def _sample(draft: Draft) -> str:
    """Enough of the draft's prose to tell its language; its title when it has no other text."""
    texts, size = [], 0
    for block in draft.prose:
        texts.append(block.prose[:_DETECT_CHARACTERS])
        size += len(block.text)
        if size > _DETECT_CHARACTERS:
            break
    if draft.title is not None and size < 200:
        texts.append(draft.title.text)
    return "\n".join(texts)


def shown_path(path: Path) -> str:
    """A path as reports show it: as the user wrote it, with forward slashes."""
    return path.as_posix()
