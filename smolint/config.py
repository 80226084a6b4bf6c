"""The configuration: the nearest `smolint.toml`, `.smolint.toml` or `[tool.smolint]`, as a frozen typed value."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from smolint import copies
from smolint.config_keys import KEYS, LINKS, check_keys, line_of
from smolint.dataclass import dataclass, field, replace
from smolint.errors import ConfigError, Phrase, phrase, reason_of
from smolint.plain_file import read_plain_text
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_LINK_KEYS = {rule: key for key, rule in LINKS.items()}
FILE_NAMES = ("smolint.toml", ".smolint.toml", "pyproject.toml")


@dataclass(frozen=True, slots=True)
class Config:
    """The settings in force. `path` is the file they came from (`""`: the defaults), `root` its folder.

    Glob tables are pairs of pattern and value, in file order; patterns are those of `.gitignore`, from `root`.
    `rules` holds each rule's own table, `settings` each platform's. `origins` says for each key that was set
    where (`smolint.toml:3`, `--select`). `max_seconds` is the time that a draft may take, 0 without limit.
    """

    path: str = ""
    root: Path | None = None
    language: str = ""
    languages: tuple[tuple[str, str], ...] = ()
    ui_language: str = ""
    site: str = ""
    select: tuple[str, ...] = ("all",)
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "error"
    max_seconds: float = 20
    packs: tuple[str, ...] = ()
    vale: str = ""
    cornerstone: tuple[str, ...] = ()
    platform: str = ""
    platforms: tuple[tuple[str, tuple[str, ...]], ...] = ()
    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    published: tuple[str, ...] = ()
    exclude: tuple[str, ...] | None = None
    extend_exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    links: Mapping[str, bool] = field(default_factory=dict)
    spacy: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    origins: Mapping[str, str] = field(default_factory=dict)

    def line(self, *keys: str) -> int:
        """The line of a key in the configuration file, 0 when the file is gone or has no such key."""
        try:
            return line_of(read_plain_text(self.path), *self._prefix(), *keys) if self.path else 0
        except OSError:
            return 0

    def _prefix(self) -> tuple[str, ...]:
        return ("tool", "smolint") if Path(self.path).name == "pyproject.toml" else ()

    def error(self, message: str | Phrase, *keys: str, hint: str | Phrase = "") -> ConfigError:
        """An error about a key of this configuration, with its file and line, or the option that set it."""
        origin = self.origins.get(keys[0], "") if keys else ""
        if origin.startswith("--"):
            return ConfigError(message, path=origin, hint=hint)
        return ConfigError(message, path=self.path or phrase("(command line)"), line=self.line(*keys), hint=hint)


@lru_cache(maxsize=4096)
def find_config(folder: Path) -> Path | None:
    """The nearest configuration file of a folder, upwards; a `pyproject.toml` counts only with `[tool.smolint]`."""
    return next((path for here in (folder, *folder.parents) if (path := _config_in(here))), None)


def _config_in(folder: Path) -> Path | None:
    return next((path for name in FILE_NAMES if _is_config(path := folder / name)), None)


def _is_config(path: Path) -> bool:
    if not os.path.isfile(path):  # unlike `Path.is_file`, this raises nothing in a folder that is closed
        return False
    try:
        return path.name != "pyproject.toml" or "[tool.smolint" in read_plain_text(path, errors="replace")
    except OSError:
        return True  # whoever loads it is told why it cannot be read


def load_config(path: Path) -> Config:
    """The configuration in a file, with what it `extend`s.

    Raises ConfigError with file, line and the nearest right name for unknown keys and wrong types.
    """
    return _load(path, ())


def _load(path: Path, chain: tuple[Path, ...]) -> Config:
    text, table = _read(path)
    prefix = ("tool", "smolint") if path.name == "pyproject.toml" else ()
    for key in prefix:
        table = table.get(key, {})
        if not isinstance(table, dict):
            message = phrase("'{key}' must be {wanted}", key=key, wanted=phrase("a table"))
            raise ConfigError(message, path=str(path), line=line_of(text, *prefix))
    check_keys(table, text, str(path), prefix)
    base = Config()
    if "extend" in table:
        target = _beside(path, table["extend"])
        line = line_of(text, *prefix, "extend")
        if target in (Path(os.path.realpath(path)), *chain):
            raise ConfigError(phrase("'extend' goes round in a circle"), path=str(path), line=line)
        if not target.exists():
            message = phrase("there is no file '{name}' to extend", name=table["extend"])
            raise ConfigError(message, path=str(path), line=line)
        base = _load(target, (*chain, Path(os.path.realpath(path))))
    return _merge(base, table, path, text, prefix)


def _read(path: Path) -> tuple[str, dict[str, Any]]:
    try:
        text = read_plain_text(path).removeprefix("\N{BYTE ORDER MARK}")
    except FileNotFoundError:
        raise ConfigError(phrase("no such configuration file"), path=str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(phrase("cannot be read: {reason}", reason=reason_of(error)), path=str(path)) from error
    # To load what reads TOML takes longer than to read the copy of what it found in the same text.
    copy = copies.place("configuration", text)
    table: dict[str, Any] | None = copies.read(copy)
    if table is None:
        table = _parsed(text, path)
        with suppress(ValueError):  # a value that cannot be kept, such as a date
            copies.keep(copy, table)
    return text, table


def _parsed(text: str, path: Path) -> dict[str, Any]:
    import tomllib

    from smolint.parsers.toml_text import read_toml

    try:
        return read_toml(text)
    except RecursionError:
        raise ConfigError(phrase("its lists and tables stand too deep in each other"), path=str(path)) from None
    except tomllib.TOMLDecodeError as error:
        from smolint.parser_reasons import parser_reason

        message, _, place = str(error).partition(" (at line ")
        line = int(place.split(",")[0]) if place[:1].isdigit() else text.count("\n") + 1
        reason = parser_reason(message.removesuffix(" (at end of document)"))
        raise ConfigError(phrase("not valid TOML: {reason}", reason=reason), path=str(path), line=line) from None


def _beside(path: Path, name: str) -> Path:
    """Where a name leads to from the folder of a configuration; to nothing where links go round in a circle."""
    # Not `Path.resolve`, which fails at such links, nor with NULs, which no name holds.
    return Path(os.path.realpath(path.parent / name.replace("\0", "\N{REPLACEMENT CHARACTER}")))


def _merge(base: Config, table: Mapping[str, Any], path: Path, text: str, prefix: tuple[str, ...]) -> Config:
    changes: dict[str, Any] = {"path": str(path), "root": Path(os.path.realpath(path.parent))}
    settings = dict(base.settings)
    origins = dict(base.origins)
    for key, value in table.items():
        origins[key] = f"{path.name}:{line_of(text, *prefix, key)}"
        if key == "language" and isinstance(value, dict):
            changes["languages"] = tuple(value.items())
        elif key == "vale":
            changes["vale"] = str(_beside(path, value))
        elif key == "packs":
            changes["packs"] = (*base.packs, *(str(_beside(path, pack)) for pack in value))
        elif key in ("platforms", "per-file-ignores"):
            changes[key.replace("-", "_")] = tuple((glob, _names(names)) for glob, names in value.items())
        elif key == "rules":
            changes["rules"] = {
                **base.rules,
                **{name: {**base.rules.get(name, {}), **own} for name, own in value.items()},
            }
        elif key == "spacy":
            changes["spacy"] = {**base.spacy, **{name: _pipeline(one, path) for name, one in value.items()}}
        elif key == "links":
            changes["links"] = {**base.links, **value}
        elif key not in KEYS:
            settings[key] = {**settings.get(key, {}), **value}
        elif key != "extend":
            changes[key.replace("-", "_")] = tuple(value) if isinstance(value, list) else value
    return _with_link_rules(replace(base, settings=settings, origins=origins, **changes))


def _with_link_rules(config: Config) -> Config:
    """The configuration with the rules selected that `links` asks for, and those left out that it does not want."""
    if not config.links:
        return config
    kept = [name for name in config.extend_select if config.links.get(_LINK_KEYS.get(name, ""), True)]
    wanted = [LINKS[key] for key, value in config.links.items() if value]
    origins = {"extend-select": config.origins["links"], **config.origins}
    return replace(config, extend_select=tuple(dict.fromkeys((*kept, *wanted))), origins=origins)


def _pipeline(name: str, path: Path) -> str:
    """A pipeline's package name as it is, a folder's path from the file that names it."""
    return str(_beside(path, name)) if "/" in name or "\\" in name else name


def _names(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)
