"""What a `.vale.ini` says of each rule for each file, once its styles are loaded."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from smolint.dataclass import dataclass, field, replace
from smolint.errors import ConfigError, phrase
from smolint.finding import Level
from smolint.markup.skips import Skips
from smolint.options import did_you_mean, nearest
from smolint.rule_files import RuleFile
from smolint.vale.styles import Style, load_styles, rule_names, style_rule
from smolint.vale.vocabulary import read_vocabularies

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path, PurePath

    from smolint.check import Check
    from smolint.errors import Phrase
    from smolint.rules import Rule
    from smolint.vale.ini import Section, ValeConfig
    from smolint.vale.vocabulary import Vocabulary

OWN_STYLE = "Vale"
"""The style that every installation of Vale has: its rules are made of the vocabularies."""


@dataclass(frozen=True, eq=False)
class Vale:
    """A `.vale.ini` with the rules of its styles; `notes` say what of it smolint does not follow."""

    config: ValeConfig
    rules: Mapping[str, Rule]
    notes: tuple[Phrase, ...] = ()
    _skips: dict[tuple[str, ...], Skips] = field(default_factory=dict, repr=False)
    _levels: dict[tuple[str, ...], Mapping[str, Level]] = field(default_factory=dict, repr=False)

    def levels(self, path: PurePath) -> Mapping[str, Level]:
        """The rules that run on a file, by id, with their levels there."""
        sections, key = self._sections(path)
        if key not in self._levels:
            self._levels[key] = self._levels_of(sections)
        return self._levels[key]

    def skips(self, path: PurePath) -> Skips:
        """What the rules do not read in a file."""
        sections, key = self._sections(path)
        if key not in self._skips:
            self._skips[key] = _skips(self.config, sections)
        return self._skips[key]

    def base_styles(self, path: PurePath) -> tuple[str, ...]:
        """The styles on which the rules for a file are based."""
        return _base_styles(self._sections(path)[0])

    def _sections(self, path: PurePath) -> tuple[list[Section], tuple[str, ...]]:
        """The sections that hold for a file, and their globs, which stand for them."""
        sections = self.config.sections_for(self._shown(path))
        return sections, tuple(section.glob for section in sections)

    def _shown(self, path: PurePath) -> str:
        """The path as globs see it: from the configuration's folder, where the file stands below it."""
        relative = os.path.relpath(os.path.abspath(path), self.config.root)
        shown = path.as_posix() if relative.startswith("..") else relative.replace(os.sep, "/")
        ending = shown.rpartition(".")[2]
        return f"{shown.removesuffix(ending)}{self.config.formats[ending]}" if ending in self.config.formats else shown

    def _levels_of(self, sections: list[Section]) -> Mapping[str, Level]:
        own, for_all = _rules_of([one for one in sections if one.glob != "*"]), _rules_of(sections[:1], only="*")
        styles = _base_styles(sections)
        levels = {}
        for rule in self.rules.values():
            level = _level(rule, own, for_all, styles)
            if level is not None and level >= self.config.least_level:
                levels[rule.id] = level
        return levels


def _rules_of(sections: list[Section], only: str = "") -> dict[str, str]:
    """What sections say of rules and styles, the last one having the last word."""
    said: dict[str, str] = {}
    for section in sections:
        if not only or section.glob == only:
            said.update(section.rules)
    return said


def _base_styles(sections: list[Section]) -> tuple[str, ...]:
    named = [section.based_on for section in sections if section.based_on is not None]
    return named[-1] if named else ()


def _level(rule: Rule, own: Mapping[str, str], for_all: Mapping[str, str], styles: tuple[str, ...]) -> Level | None:
    """The level of a rule: a setting of its own goes before one of its style, and a section's before one for all."""
    style = rule.id.partition(".")[0]
    for said in (own, for_all):
        setting = said.get(rule.id, said.get(style))
        if setting == "NO":
            return None
        if setting is not None:
            break
    else:
        if style not in styles:
            return None
    levels = [said.get(name) for said in (own, for_all) for name in (rule.id, style)]
    set_level = next((one for one in levels if one is not None and one not in ("YES", "NO")), None)
    return Level(set_level) if set_level else rule.level


def _skips(config: ValeConfig, sections: list[Section]) -> Skips:
    skips = Skips(
        tokens=tuple(one for section in sections for one in section.token_ignores),
        blocks=tuple(one for section in sections for one in section.block_ignores),
        delimiters=next((one.comment_delimiters for one in reversed(sections) if one.comment_delimiters), ()),
    )
    if config.skipped_scopes is not None:
        skips = replace(skips, elements=config.skipped_scopes)
    if config.ignored_scopes is not None:
        skips = replace(skips, masked=config.ignored_scopes)
    return replace(skips, classes=(*skips.classes, *config.ignored_classes))


def govern(config: ValeConfig, checks: Mapping[str, Check]) -> Vale:
    """The rules of the styles that a `.vale.ini` names. Raises ConfigError for what is not there."""
    vocabulary = read_vocabularies(config.vocabularies, config.styles_paths, config.path)
    folders = {name: _folder(config, name) for name in config.styles if name != OWN_STYLE}
    extra = {"accepted": list(vocabulary.accepted), "folders": [str(one) for one in config.styles_paths]}
    styles = load_styles([folder for folder in folders.values() if folder], checks, extra)
    rules: dict[str, Rule] = {}
    for style in styles:
        rules |= style.rules
    rules |= _own_rules(config, vocabulary, checks, extra)
    known = {*rule_names(styles), *rules}
    return Vale(config, _with_parameters(rules, config), tuple(_notes(config, styles, known)))


def _folder(config: ValeConfig, name: str) -> Path | None:
    """The folder of a style; None for one that is not there and of which no rule is wanted."""
    for folder in config.styles_paths:
        if (folder / name).is_dir():
            return folder / name
    section = next(one for one in config.sections if name in (one.based_on or ()) or _names(one, name))
    if name not in (section.based_on or ()) and all(
        value == "NO" for key, value in section.rules.items() if key.partition(".")[0] == name
    ):
        return None
    there = [path.name for folder in config.styles_paths for path in folder.iterdir() if path.is_dir()]
    message = phrase("there is no style '{name}' in StylesPath", name=name)
    raise ConfigError(message, path=str(config.path), line=section.line, hint=did_you_mean(nearest(name, there)))


def _names(section: Section, style: str) -> bool:
    return any(key.partition(".")[0] == style for key in section.rules)


def _spelling(config: ValeConfig) -> dict[str, object]:
    """What Vale's own spelling rule takes from StylesPath: all lists of words and all dictionaries below `config`."""
    lists = [
        path.relative_to(one / "config" / "ignore").as_posix()
        for one in config.styles_paths
        for path in sorted((one / "config" / "ignore").rglob("*.txt"))
    ]
    names = [
        path.stem for one in config.styles_paths for path in sorted((one / "config" / "dictionaries").glob("*.dic"))
    ]
    return {"ignore": lists, "dictionaries": names, "append": bool(names)}


def _own_rules(
    config: ValeConfig, vocabulary: Vocabulary, checks: Mapping[str, Check], extra: Mapping[str, object]
) -> dict[str, Rule]:
    """Vale's own rules: words as the vocabulary has them, those to avoid, words said twice, spelling."""
    swap = {term.lower(): term for term in vocabulary.accepted}
    written: dict[str, dict[str, object]] = {
        "Repetition": {
            "extends": "repetition", "message": "'%s' is repeated!", "ignorecase": True, "alpha": True,
            "action": {"name": "edit", "params": ["truncate", " "]}, "tokens": [r"[^\s.!?]+"],
        },
        "Spelling": {"extends": "spelling", "message": "Did you really mean '%s'?", **_spelling(config)},
    }  # fmt: skip
    if swap:
        written["Terms"] = {
            "extends": "substitution", "message": "Use '%s' instead of '%s'.", "ignorecase": True, "swap": swap,
            "vocab": False,
        }  # fmt: skip
    if vocabulary.rejected:
        written["Avoid"] = {
            "extends": "existence", "message": "Avoid using '%s'.", "tokens": list(vocabulary.rejected),
        }  # fmt: skip
    entries = (RuleFile("", f"{OWN_STYLE}.{name}", {"level": "error", **keys}, {}) for name, keys in written.items())
    return {entry.id: style_rule(entry, checks, extra) for entry in entries if entry.keys["extends"] in checks}


def _with_parameters(rules: dict[str, Rule], config: ValeConfig) -> dict[str, Rule]:
    """The rules with what `Style.Rule[max] = 30` changes of their options."""
    import json

    changed = dict(rules)
    for name, parameters in config.parameters.items():
        rule = rules.get(name)
        if rule is None:
            continue
        options = dict(rule.options)
        for key, value in parameters.items():
            try:
                options[key] = json.loads(value)
            except ValueError:
                options[key] = value
        changed[name] = replace(rule, options=options)
    return changed


def _notes(config: ValeConfig, styles: list[Style], known: set[str]) -> list[Phrase]:
    """What of a configuration is not followed, and why."""
    path = config.path.name
    notes = [
        phrase("{path}:{line}: '{key}' is passed over: smolint does without it", path=path, line=line, key=key)
        for key, line in config.passed_over
    ]
    for style in styles:
        notes += [
            phrase("rule {name} is left out: {reason}", name=name, reason=reason) for name, reason in style.refused
        ]
    loaded = {style.name for style in styles}
    for section in config.sections:
        for name, value in section.rules.items():
            if value != "NO" and "." in name and name.partition(".")[0] in loaded and name not in known:
                notes.append(phrase("{path}: there is no rule '{name}'", path=path, name=name))
    return notes
