"""The host: finds plugins, loads them one by one, and lists what they register."""

from __future__ import annotations

from functools import cached_property, lru_cache

from smolint import __version__, hookspecs
from smolint.check import Checks
from smolint.dataclass import dataclass, replace
from smolint.entry_points import entry_points
from smolint.errors import ConfigError, Phrase, PluginError, phrase
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path, PurePath
    from typing import Any

    import pluggy

    from smolint.check import Check
    from smolint.draft import Field
    from smolint.entry_points import EntryPoint
    from smolint.parsers.parser import Parser
    from smolint.platform import Platform
    from smolint.reporters.reporter import Reporter

GROUP = "smolint"
BUILTIN = "builtin"
OWN = "smolint"
"""The distribution of smolint's own plugins."""


@dataclass(frozen=True, slots=True)
class LoadedPlugin:
    """A plugin and what it registers; `problem` is why it could not be loaded, else `""`; `module` its name."""

    name: str
    distribution: str
    version: str
    platforms: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    packs: tuple[str, ...] = ()
    parsers: tuple[str, ...] = ()
    reporters: tuple[str, ...] = ()
    problem: str | Phrase = ""
    module: str = ""


@dataclass(frozen=True, slots=True)
class Host:
    """Everything that plugins registered, by name. `warnings` tell of plugins that could not be loaded."""

    platforms: Mapping[str, Platform]
    checks: Mapping[str, Check]
    packs: tuple[Path, ...]
    parsers: tuple[Parser, ...]
    reporters: Mapping[str, Reporter]
    plugins: tuple[LoadedPlugin, ...]
    warnings: tuple[Phrase, ...]
    detect: Callable[[PurePath, Mapping[str, Field]], Iterable[str] | None]

    def platform(self, name: str) -> Platform | None:
        """The platform of that name or alias, in any case; None when there is none."""
        wanted = name.strip().lower()
        found = self.platforms.get(wanted)
        return found or next((one for one in self.platforms.values() if wanted in one.aliases), None)


def load_host(strict: bool = False) -> Host:
    """The host with all installed plugins. With `strict`, a plugin that cannot be loaded raises PluginError.

    Otherwise it is left out, named in `warnings`, and everything else goes on.
    """
    from smolint import builtin

    collected = _Collected()
    collected.add(BUILTIN, OWN, __version__, lambda: builtin)
    for entry in sorted(entry_points(GROUP), key=_own_first):
        collected.add(entry.name, entry.distribution, entry.version, entry.load)
    host = collected.host()
    if strict and host.warnings:
        raise PluginError(host.warnings[0])
    return host


def _own_first(entry: EntryPoint) -> tuple[bool, str]:
    """Nobody takes a name that smolint's own plugins use."""
    return entry.distribution != OWN, entry.name


@lru_cache(maxsize=1)
def installed_host() -> Host:
    """The host with all installed plugins, loaded once a process; plugins do not come and go while it runs."""
    return load_host()


def platforms() -> Mapping[str, Platform]:
    """The installed platforms by name."""
    return installed_host().platforms


class _Collected:
    """What plugins have registered so far, each plugin in full or not at all."""

    def __init__(self) -> None:
        self.own: dict[str, Any] = {}
        self.foreign = False
        self.platforms: dict[str, Platform] = {}
        self.checks = Checks()
        self.packs: list[tuple[int, Path]] = []
        self.parsers: list[Parser] = []
        self.reporters: dict[str, Reporter] = {}
        self.plugins: list[LoadedPlugin] = []
        self.warnings: list[Phrase] = []

    def add(self, name: str, distribution: str, version: str, load: Callable[[], Any]) -> None:
        try:
            plugin = load()
            own = distribution == OWN
            registered = _own_registrations(plugin) if own else _registrations(name, plugin)
            for kind, known in (("platform", self.platforms), ("check", self.checks), ("reporter", self.reporters)):
                _refuse_twice(kind, registered[kind], known)
            self._keep(name, plugin, own=own)
        # One of the two borders: a foreign plugin may fail in any way while it is imported or asked.
        except (Exception, SystemExit) as error:  # noqa: BLE001
            problem = error.words if isinstance(error, PluginError) else f"{type(error).__name__}: {error}"
            left_out = phrase(
                "plugin '{name}' ({distribution} {version}) is left out: {problem}",
                name=name,
                distribution=distribution,
                version=version,
                problem=problem,
            )
            self.warnings.append(left_out)
            self.plugins.append(LoadedPlugin(name, distribution, version, problem=problem))
            return
        self.platforms |= {one.name: one for one in registered["platform"]}
        self.checks.add(registered["check"])
        self.reporters |= {one.name: one for one in registered["reporter"]}
        self.packs += [(len(self.plugins), pack) for pack in registered["pack"]]
        self.parsers += registered["parser"]
        packs = tuple(str(pack) for pack in registered.pop("pack"))
        names = {kind: tuple(one.name for one in ones) for kind, ones in registered.items()}
        self.plugins.append(
            LoadedPlugin(
                name,
                distribution,
                version,
                names["platform"],
                names["check"],
                packs,
                names["parser"],
                names["reporter"],
                module=getattr(plugin, "__name__", ""),
            )
        )

    @cached_property
    def hooks(self) -> pluggy.PluginManager:
        """pluggy with smolint's own plugins; only needed where there are others."""
        hooks = _new_hooks()
        for name, plugin in self.own.items():
            hooks.register(plugin, name)
        return hooks

    def _keep(self, name: str, plugin: Any, *, own: bool) -> None:
        if own:
            self.own[name] = plugin
        else:
            self.hooks.register(plugin, name)
            self.foreign = True

    def _detect(self, path: PurePath, fields: Mapping[str, Field]) -> Iterable[str] | None:
        if self.foreign:
            named: Iterable[str] | None = self.hooks.hook.smolint_detect_platform(path=path, fields=fields)
            return named
        # As pluggy does: the last to come is the first to be asked.
        hooks = [vars(one)[_DETECT] for one in reversed(self.own.values()) if _DETECT in vars(one)]
        return next((found for hook in hooks if (found := hook(path=path, fields=fields)) is not None), None)

    def host(self) -> Host:
        packs = self._sound_packs()
        return Host(
            self.platforms,
            self.checks,
            packs,
            tuple(self.parsers),
            self.reporters,
            tuple(self.plugins),
            tuple(self.warnings),
            self._detect,
        )

    def _sound_packs(self) -> tuple[Path, ...]:
        """The packs whose rules can be read; one that cannot is left out and named, unless it is smolint's own.

        Only now are all checks known: a pack may use those of another plugin.
        """
        from smolint.packs import load_rules

        sound = []
        for number, pack in self.packs:
            plugin = self.plugins[number]
            try:
                if plugin.name != BUILTIN:
                    load_rules([pack], self.checks)
            except ConfigError as error:
                problem = phrase("its rules cannot be read: {problem}", problem=error)
                self.plugins[number] = replace(plugin, problem=problem)
                without_rules = phrase(
                    "plugin '{name}' ({distribution} {version}) brings no rules: {problem}",
                    name=plugin.name,
                    distribution=plugin.distribution,
                    version=plugin.version,
                    problem=problem,
                )
                self.warnings.append(without_rules)
            else:
                sound.append(pack)
        return tuple(sound)


def _new_hooks() -> pluggy.PluginManager:
    import pluggy

    hooks = pluggy.PluginManager(hookspecs.PROJECT)
    hooks.add_hookspecs(hookspecs)
    return hooks


_KINDS = {"platform": phrase("the platform"), "check": phrase("the check"), "reporter": phrase("the reporter")}
_HOOKS = {
    "platform": "smolint_platforms",
    "check": "smolint_checks",
    "pack": "smolint_rule_packs",
    "parser": "smolint_parsers",
    "reporter": "smolint_reporters",
}
_DETECT = "smolint_detect_platform"


def _own_registrations(plugin: Any) -> dict[str, list[Any]]:
    """What one of smolint's own plugins registers, by kind; its tests have pluggy look at its hooks."""
    own = vars(plugin)
    return {kind: list(own[hook]()) if hook in own else [] for kind, hook in _HOOKS.items()}


def _registrations(name: str, plugin: Any) -> dict[str, list[Any]]:
    """What one plugin registers, by kind; asked alone, so that its failure is its own."""
    hooks = _new_hooks()
    _check_hook_names(plugin, hooks)
    hooks.register(plugin, name)
    hooks.check_pending()
    registered = {kind: [one for part in getattr(hooks.hook, hook)() for one in part] for kind, hook in _HOOKS.items()}
    _check_types(registered)
    return registered


def _check_hook_names(plugin: Any, hooks: pluggy.PluginManager) -> None:
    """Refuse functions that look like hooks and are none, which pluggy would pass over in silence."""
    from smolint.options import nearest

    for attribute in dir(plugin):
        function = getattr(plugin, attribute)
        if not attribute.startswith("smolint_") or not callable(function):
            continue
        if not hasattr(hooks.hook, attribute):
            guess = nearest(attribute, list(vars(hooks.hook)))
            if guess:
                raise PluginError(
                    phrase("there is no hook named '{name}'; did you mean '{guess}'?", name=attribute, guess=guess)
                )
            raise PluginError(phrase("there is no hook named '{name}'", name=attribute))
        if not hasattr(function, "smolint_impl"):
            raise PluginError(phrase("'{name}' is not marked @hookimpl", name=attribute))


def _check_types(registered: Mapping[str, list[Any]]) -> None:
    from pathlib import Path

    from smolint.check import Check, LateCheck
    from smolint.parsers.parser import Parser
    from smolint.platform import Platform
    from smolint.reporters.reporter import Reporter

    wanted = {"platform": Platform, "check": Check, "pack": Path, "parser": Parser, "reporter": Reporter}
    for kind, ones in registered.items():
        fitting = (wanted[kind], LateCheck) if kind == "check" else wanted[kind]
        stranger = next((one for one in ones if not isinstance(one, fitting)), None)
        if stranger is not None:
            wrong = phrase(
                "{hook} must give a list of {wanted}, not of {given}",
                hook=_HOOKS[kind],
                wanted=wanted[kind].__name__,
                given=type(stranger).__name__,
            )
            raise PluginError(wrong)


def _refuse_twice(kind: str, new: list[Any], known: Mapping[str, Any]) -> None:
    seen: set[str] = set()
    for one in new:
        if one.name in seen or one.name in known:
            raise PluginError(phrase("{kind} '{name}' is registered already", kind=_KINDS[kind], name=one.name))
        seen.add(one.name)
