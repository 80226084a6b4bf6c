"""Everything that is fixed for the drafts under one configuration: host, rules, typed options."""

from __future__ import annotations

from pathlib import Path

from smolint.config_keys import choose, no_value, the_keys
from smolint.dataclass import dataclass, field
from smolint.errors import Phrase, phrase
from smolint.finding import Level
from smolint.gates import WordGate, may_speak
from smolint.options import CORNERSTONE, OptionError, build_options, did_you_mean, is_by_platform, nearest, option_types
from smolint.packs import load_rules
from smolint.project import came_with_project
from smolint.selection import Selected, select_rules
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from smolint.check import Check
    from smolint.config import Config
    from smolint.host import Host
    from smolint.platform import Platform
    from smolint.reading import Reading
    from smolint.rules import Rule
    from smolint.vale.governing import Vale

KINDS = ("blog", "social", "video", "deck")
_ALL_RULES = phrase("'smolint rules' lists all rules")


@dataclass(frozen=True)
class Setup:
    """A configuration with the host and the rules it leads to; made once for each configuration of a run."""

    config: Config
    host: Host
    rules: Mapping[str, Rule]
    language: str = "en"
    vale: Vale | None = None
    _options: dict[tuple[str, str, bool], Any] = field(default_factory=dict, compare=False, repr=False)
    _ready: dict[tuple[str, str, bool], tuple[Check, Any]] = field(default_factory=dict, compare=False, repr=False)
    _gates: dict[tuple[str, ...], WordGate] = field(default_factory=dict, compare=False, repr=False)
    _selected: dict[tuple[object, ...], tuple[Selected, ...]] = field(default_factory=dict, compare=False, repr=False)

    def selected(self, platform: str, kind: str, language: str, ignored: tuple[str, ...]) -> tuple[Selected, ...]:
        """The rules that run on drafts of that platform, kind and language; worked out once for all of them.

        `ignored` are the selectors that the configuration ignores for the draft's file.
        """
        key = (platform, kind, language, ignored)
        if key not in self._selected:
            self._selected[key] = tuple(
                select_rules(self.rules, self.config, platform=platform, kind=kind, language=language, ignored=ignored)
            )
        return self._selected[key]

    def ready(self, rule: Rule, reading: Reading, *, cornerstone: bool = False) -> tuple[Check, Any] | None:
        """The check of a rule and the options that it takes on a draft; None where it finds nothing for certain.

        That is not asked again once both are made: the check can tell better.
        """
        key = (rule.id, reading.platform.name, cornerstone)
        made = self._ready.get(key)
        if made is None and may_speak(rule, reading):
            options = self.options(rule, reading.platform, cornerstone=cornerstone)
            made = self._ready[key] = self.host.checks[rule.extends], options
        return made

    def silent(self, reading: Reading, selected: Iterable[Selected]) -> set[str]:
        """The names of those rules that look for words and find none of them in a draft for certain."""
        names = tuple(one.rule.id for one in selected if one.rule.needs)
        if names not in self._gates:
            as_written = [name for name in names if self.config.rules.get(name, {}).keys() <= {"level"}]
            self._gates[names] = WordGate(self.rules[name] for name in as_written)
        return self._gates[names].silent(reading)

    def options(self, rule: Rule, platform: Platform, *, cornerstone: bool = False) -> Any:
        """The typed options of a rule on a platform, or on a cornerstone there: the rule's own, then the user's."""
        key = (rule.id, platform.name, cornerstone)
        if key not in self._options:
            check = self.host.checks[rule.extends]
            own = _own_options(self.config.rules.get(rule.id, {}), check, self.host)
            self._options[key] = build_options(
                check.options, rule.options, platform.name, platform.kind, own, cornerstone=cornerstone
            )
        return self._options[key]


def make_setup(config: Config, host: Host) -> Setup:
    """The setup of a configuration.

    Raises ConfigError, with file and line, where the configuration names a rule, platform, check option or
    platform setting that does not exist.
    """
    rules = _rules(config, host)
    vale = _vale(config, host)
    rules |= vale.rules if vale else {}
    _check_selectors(config, rules)
    _check_rule_tables(config, rules, host)
    _check_platforms(config, host)
    _check_pipelines(config)
    return Setup(config, host, rules, config.ui_language or "en", vale)


def _rules(config: Config, host: Host) -> dict[str, Rule]:
    if not config.packs:
        return load_rules(host.packs, host.checks)
    from smolint.vale.styles import is_style, load_styles

    packs = [Path(pack) for pack in config.packs]
    rules = load_rules([*host.packs, *(pack for pack in packs if not is_style(pack))], host.checks)
    for style in load_styles([pack for pack in packs if is_style(pack)], host.checks, {}):
        rules |= style.rules
    return rules


def _vale(config: Config, host: Host) -> Vale | None:
    if not config.vale:
        return None
    from smolint.vale.governing import govern
    from smolint.vale.ini import read_ini

    return govern(read_ini(Path(config.vale)), host.checks)


def _check_pipelines(config: Config) -> None:
    if not config.spacy:
        return
    from importlib.util import find_spec

    from smolint.language.phrases import LANGUAGES
    from smolint.language.pipeline import find_pipeline

    if find_spec("spacy") is None:
        problem = phrase("a pipeline needs spaCy, which is not installed")
        raise config.error(problem, "spacy", hint=phrase("install it with: pip install 'smolint[spacy]'"))
    for language, name in config.spacy.items():
        if language not in LANGUAGES:
            problem = phrase("'{value}' is no language of a pipeline", value=language)
            raise config.error(problem, "spacy", language, hint=choose(sorted(LANGUAGES)))
        place = find_pipeline(name)
        if place is None:
            problem = phrase("no spaCy pipeline '{name}' is installed", name=name)
            hint = phrase("install it with: python -m spacy download {name}", name=name)
            raise config.error(problem, "spacy", language, hint=hint)
        if config.root is not None and came_with_project(place, config.root):
            # Loading a pipeline runs what its folder says, and whoever sends a change can write there.
            problem = phrase("the spaCy pipeline '{name}' lies in the project: it is not loaded", name=name)
            hint = phrase("a pipeline runs code: install it as a package, or keep its folder outside the project")
            raise config.error(problem, "spacy", language, hint=hint)


def _check_selectors(config: Config, rules: Mapping[str, Rule]) -> None:
    known = {"all", *rules, *(rule.group for rule in rules.values())}
    named = [
        (key, name) for key in ("select", "extend-select", "ignore") for name in getattr(config, key.replace("-", "_"))
    ]
    named += [("per-file-ignores", name) for _, names in config.per_file_ignores for name in names]
    for key, name in named:
        if name not in known:
            hint = did_you_mean(nearest(name, known), _ALL_RULES)
            raise config.error(phrase("no rule or group is named '{name}'", name=name), key, hint=hint)


def _own_options(table: Mapping[str, Any], check: Check, host: Host) -> dict[str, Any]:
    """The options in a rule's table, with every platform under its own name."""
    if not table:
        return {}
    options, types = {}, option_types(check.options)
    for key, value in table.items():
        if key != "level":
            options[key] = _named(value, host) if is_by_platform(value, types.get(key)) else value
    return options


def _named(by_platform: Mapping[str, Any], host: Host) -> dict[str, Any]:
    platforms = {name: host.platform(name) for name in by_platform}
    return {(one.name if (one := platforms[name]) else name): value for name, value in by_platform.items()}


def _check_rule_tables(config: Config, rules: Mapping[str, Rule], host: Host) -> None:
    for name, table in config.rules.items():
        if name not in rules:
            hint = did_you_mean(nearest(name, rules), _ALL_RULES)
            raise config.error(phrase("no rule is named '{name}'", name=name), "rules", name, hint=hint)
        check = host.checks[rules[name].extends]
        own = _own_options(table, check, host)
        try:
            build_options(check.options, own)
        except OptionError as error:
            message = phrase("{problem} for rule '{name}'", problem=error.words, name=name)
            raise config.error(message, "rules", name, error.key, hint=error.advice) from error
        for key, value in own.items():
            if is_by_platform(value, option_types(check.options)[key]):
                _check_platform_names(config, value, (name, key), host)
        level = table.get("level", "off")
        if level != "off" and level not in list(Level):
            hint = phrase("a level is suggestion, warning, error or off")
            raise config.error(phrase("'{value}' is no level", value=level), "rules", name, "level", hint=hint)


def _check_platform_names(config: Config, by_platform: Mapping[str, Any], place: tuple[str, str], host: Host) -> None:
    rule, key = place
    for name in by_platform:
        if name not in ("default", CORNERSTONE, *KINDS) and name not in host.platforms:
            problem = phrase("{problem} for rule '{name}'", problem=_no_platform(name), name=rule)
            raise config.error(problem, "rules", rule, key, hint=_platform_hint(name, host))


def _check_platforms(config: Config, host: Host) -> None:
    for glob, names in config.platforms:
        for name in names:
            if host.platform(name) is None:
                raise config.error(_no_platform(name), "platforms", glob, hint=_platform_hint(name, host))
    if config.platform and host.platform(config.platform) is None:
        raise config.error(_no_platform(config.platform), hint=_platform_hint(config.platform, host))
    for name, table in config.settings.items():
        platform = host.platforms.get(name)
        if platform is None:
            raise config.error(phrase("unknown table '[{name}]'", name=name), name, hint=_platform_hint(name, host))
        known = {setting.name: setting for setting in platform.settings}
        for key, value in table.items():
            if key not in known:
                hint = did_you_mean(nearest(key, known), the_keys(known) if known else phrase("it has no keys"))
                raise config.error(
                    phrase("unknown key '{key}' in [{table}]", key=key, table=name), name, key, hint=hint
                )
            if known[key].choices and value not in known[key].choices:
                raise config.error(no_value(key, value), name, key, hint=choose(known[key].choices))
            least = known[key].least
            if least is not None and not (type(value) is int and value >= least):
                hint = phrase("a whole number, {least} or more", least=least)
                raise config.error(no_value(key, value), name, key, hint=hint)


def _no_platform(name: str) -> Phrase:
    return phrase("no platform is named '{name}'", name=name)


def _platform_hint(name: str, host: Host) -> str | Phrase:
    guess = nearest(
        name.lower(), [*host.platforms, *(alias for one in host.platforms.values() for alias in one.aliases)]
    )
    return did_you_mean(guess, phrase("the platforms are {names}", names=", ".join(host.platforms)))
