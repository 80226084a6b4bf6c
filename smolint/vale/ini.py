"""A `.vale.ini`: which of Vale's styles and rules hold for which files, and what their texts leave out.

The format is that of https://vale.sh/docs/vale-ini (Vale 3): core options, then sections whose names are globs.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from smolint.dataclass import dataclass, field
from smolint.errors import ConfigError, Phrase, phrase, reason_of
from smolint.finding import Level
from smolint.late_pattern import compiled
from smolint.named_tuple import NamedTuple
from smolint.options import did_you_mean, nearest
from smolint.plain_file import read_plain_text
from smolint.vale.globs import matches

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LEVELS = ("suggestion", "warning", "error")
_CORE = ("StylesPath", "MinAlertLevel", "Vocab", "SkippedScopes", "IgnoredScopes", "IgnoredClasses")
_PASSED_OVER = ("Packages", "NLPEndpoint", "WordTemplate")
_SECTION = ("BasedOnStyles", "TokenIgnores", "BlockIgnores", "IgnorePatterns", "CommentDelimiters")
_SECTION_PASSED_OVER = ("Transform", "Lang", "View")
_OTHER_SECTIONS = frozenset({"formats", "asciidoctor"})
_RULE = compiled(r"[^\s.\[\]]+(?:\.[^\s\[\]]+)?")
_PARAMETER = compiled(r"([^\[\]]+\.[^\[\]]+)\[([A-Za-z]\w*)\]")
_COMMENT = compiled(r"(?:^|\s)[#;].*")
_COMMA = compiled(r"(?<!\\),")


class Setting(NamedTuple):
    """A value as written, and its line (from 1)."""

    value: str
    line: int

    def items(self) -> tuple[str, ...]:
        """The parts of a comma-separated value; `\\,` is a comma that parts nothing."""
        parts = (part.replace("\\,", ",").strip() for part in _COMMA.split(self.value))
        return tuple(part for part in parts if part)


@dataclass(frozen=True, slots=True)
class Section:
    """What holds for the files that a glob matches (`*` is for all that no other section says).

    `based_on` is None where the section does not name styles. `rules` maps a rule or a style to `YES`, `NO` or a level.
    """

    glob: str
    line: int
    based_on: tuple[str, ...] | None = None
    rules: Mapping[str, str] = field(default_factory=dict)
    token_ignores: tuple[str, ...] = ()
    block_ignores: tuple[str, ...] = ()
    comment_delimiters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ValeConfig:
    """A `.vale.ini`, read. `parameters` are options that it sets for rules (`Style.Rule[max] = 30`).

    `passed_over` are the options that smolint knows and does not follow, each with its line.
    """

    path: Path
    styles_paths: tuple[Path, ...] = ()
    least_level: Level = Level.SUGGESTION
    vocabularies: tuple[str, ...] = ()
    skipped_scopes: tuple[str, ...] | None = None
    ignored_scopes: tuple[str, ...] | None = None
    ignored_classes: tuple[str, ...] = ()
    formats: Mapping[str, str] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    parameters: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    passed_over: tuple[tuple[str, int], ...] = ()

    @property
    def root(self) -> Path:
        """The folder from which globs and paths are written."""
        return self.path.parent

    @property
    def styles(self) -> tuple[str, ...]:
        """All styles that are named anywhere, each once."""
        named: dict[str, None] = {}
        for section in self.sections:
            named |= dict.fromkeys(section.based_on or ())
            named |= dict.fromkeys(name.partition(".")[0] for name in section.rules)
        return tuple(named)

    def sections_for(self, path: str) -> list[Section]:
        """The sections that hold for a file, the one for all files first; a later one has the last word."""
        for_all = [section for section in self.sections if section.glob == "*"]
        return for_all + [one for one in self.sections if one.glob != "*" and matches(one.glob, path)]


def read_ini(path: Path) -> ValeConfig:
    """The configuration in a `.vale.ini`. Raises ConfigError, with line and the nearest right key, for a wrong one."""
    try:
        text = read_plain_text(path, "utf-8-sig")
    except FileNotFoundError:
        raise ConfigError(phrase("no such configuration file"), path=str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(phrase("cannot be read: {reason}", reason=reason_of(error)), path=str(path)) from error
    tables = _tables(text, path)
    core = tables.pop("")[1]
    parameters: dict[str, dict[str, str]] = {}
    passed_over = [(name, core[name].line) for name in _PASSED_OVER if name in core]
    sections = []
    for glob, (line, settings) in tables.items():
        if glob not in _OTHER_SECTIONS:
            sections.append(_section(path, glob, line, settings, parameters))
            passed_over += [(name, settings[name].line) for name in _SECTION_PASSED_OVER if name in settings]
    for name, setting in core.items():
        if name not in (*_CORE, *_PASSED_OVER):
            hint = phrase("it belongs below a section such as [*.md]") if name in _SECTION else None
            raise _unknown(path, name, setting.line, (*_CORE, *_PASSED_OVER), hint)
    return ValeConfig(
        path=path,
        styles_paths=_styles_paths(path, core),
        least_level=_level(path, core.get("MinAlertLevel")),
        vocabularies=_items(core, "Vocab") or (),
        skipped_scopes=_items(core, "SkippedScopes"),
        ignored_scopes=_items(core, "IgnoredScopes"),
        ignored_classes=_items(core, "IgnoredClasses") or (),
        formats={name: setting.value for name, setting in tables.get("formats", (0, {}))[1].items()},
        sections=tuple(sections),
        parameters=parameters,
        passed_over=tuple(passed_over),
    )


def _tables(text: str, path: Path) -> dict[str, tuple[int, dict[str, Setting]]]:
    """The settings of each section, by its glob; those before the first section under `""`."""
    tables: dict[str, tuple[int, dict[str, Setting]]] = {"": (1, {})}
    current = tables[""][1]
    for number, line in _lines(text):
        if line.startswith("[") and line.endswith("]"):
            current = tables.setdefault(line[1:-1].strip(), (number, {}))[1]
            continue
        match = re.match(r"([^=:]+?)\s*[=:]\s*(.*)", line)
        if match is None:
            message = phrase("this is neither a [section] nor a setting: {line}", line=line)
            raise ConfigError(message, path=str(path), line=number)
        current[match[1]] = Setting(match[2].strip(), number)
    return tables


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines that say something, comments taken away; one that ends with a backslash goes on in the next."""
    held, start = "", 0
    for number, line in enumerate(text.splitlines(), 1):
        start = start if held else number
        bare = held + _COMMENT.sub("", line).strip()
        if bare.endswith("\\"):
            held = bare[:-1]
            continue
        held = ""
        if bare:
            yield start, bare
    if held:
        yield start, held


def _section(
    path: Path, glob: str, line: int, settings: Mapping[str, Setting], parameters: dict[str, dict[str, str]]
) -> Section:
    rules: dict[str, str] = {}
    for name, setting in settings.items():
        if parameter := _PARAMETER.fullmatch(name):
            parameters.setdefault(parameter[1], {})[parameter[2].lower()] = setting.value
        elif name in _CORE:
            message = phrase("'{key}' belongs above the first section", key=name)
            raise ConfigError(message, path=str(path), line=setting.line)
        elif name not in (*_SECTION, *_SECTION_PASSED_OVER):
            if setting.value not in ("YES", "NO", *_LEVELS) or not _RULE.fullmatch(name):
                raise _unknown(path, name, setting.line, (*_SECTION, *_SECTION_PASSED_OVER), None)
            rules[name] = setting.value
    return Section(
        glob=glob,
        line=line,
        based_on=_items(settings, "BasedOnStyles"),
        rules=rules,
        token_ignores=_items(settings, "TokenIgnores") or (),
        block_ignores=_items(settings, "BlockIgnores") or _items(settings, "IgnorePatterns") or (),
        comment_delimiters=_items(settings, "CommentDelimiters") or (),
    )


def _items(settings: Mapping[str, Setting], name: str) -> tuple[str, ...] | None:
    return settings[name].items() if name in settings else None


def _styles_paths(path: Path, core: Mapping[str, Setting]) -> tuple[Path, ...]:
    if "StylesPath" not in core:
        return ()
    folder = Path(os.path.realpath(path.parent / core["StylesPath"].value.replace("\0", "\N{REPLACEMENT CHARACTER}")))
    if not folder.is_dir():
        message = phrase("there is no folder of styles '{name}'", name=core["StylesPath"].value)
        raise ConfigError(message, path=str(path), line=core["StylesPath"].line)
    return (folder,)


def _level(path: Path, setting: Setting | None) -> Level:
    if setting is None:
        return Level.SUGGESTION
    if setting.value not in _LEVELS:
        hint = phrase("a level is suggestion, warning or error")
        message = phrase("'{level}' is no level", level=setting.value)
        raise ConfigError(message, path=str(path), line=setting.line, hint=hint)
    return Level(setting.value)


def _unknown(path: Path, name: str, line: int, known: tuple[str, ...], hint: Phrase | None) -> ConfigError:
    message = phrase("unknown key '{key}'", key=name)
    return ConfigError(message, path=str(path), line=line, hint=hint or did_you_mean(nearest(name, known)))
