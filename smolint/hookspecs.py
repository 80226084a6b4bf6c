"""The hooks through which every platform, check, rule pack, parser and reporter is registered.

A plugin is a module (or object) with functions marked `@smolint.hookimpl`, named by an entry point of the
group `smolint`. smolint's own parts use the same hooks.

The marks are those of `pluggy.HookspecMarker` and `pluggy.HookimplMarker`, put on without importing pluggy: a run
without further plugins can do without it.
"""

from __future__ import annotations

from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path, PurePath
    from typing import Any

    import pluggy

    from smolint.check import Check
    from smolint.draft import Field
    from smolint.parsers.parser import Parser
    from smolint.platform import Platform
    from smolint.reporters.reporter import Reporter

PROJECT = "smolint"
"""The name under which pluggy looks for the marks."""


def _specification(function: Any = None, *, firstresult: bool = False) -> Any:
    """Mark a function as the specification of a hook, as `pluggy.HookspecMarker` does."""
    options = {"firstresult": firstresult, "historic": False, "warn_on_impl": None, "warn_on_impl_args": None}
    return _marked(function, f"{PROJECT}_spec", options)


def _implementation(
    function: Any = None,
    *,
    wrapper: bool = False,
    hookwrapper: bool = False,
    optionalhook: bool = False,
    tryfirst: bool = False,
    trylast: bool = False,
    specname: str | None = None,
) -> Any:
    """Mark a function as the implementation of a hook, as `pluggy.HookimplMarker` does, with the same options."""
    options = {
        "wrapper": wrapper,
        "hookwrapper": hookwrapper,
        "optionalhook": optionalhook,
        "tryfirst": tryfirst,
        "trylast": trylast,
        "specname": specname,
    }
    return _marked(function, f"{PROJECT}_impl", options)


def _marked(function: Any, mark: str, options: Mapping[str, Any]) -> Any:
    def put_on(target: Any) -> Any:
        setattr(target, mark, options)
        return target

    return put_on if function is None else put_on(function)


if TYPE_CHECKING:
    hookspec = pluggy.HookspecMarker(PROJECT)
    hookimpl = pluggy.HookimplMarker(PROJECT)
else:
    hookspec = _specification
    hookimpl = _implementation


@hookspec
def smolint_platforms() -> Sequence[Platform]:
    """The platforms of this plugin.

    >>> @hookimpl
    ... def smolint_platforms():
    ...     return [Platform("ourbrand", "Our Brand", kind="social", facts=read_facts(TOML))]
    """
    return []


@hookspec
def smolint_checks() -> Sequence[Check]:
    """The checks that rules may extend.

    >>> @hookimpl
    ... def smolint_checks():
    ...     return [Check("brand-name", run=find_misspelt_brand)]
    """
    return []


@hookspec
def smolint_rule_packs() -> Sequence[Path]:
    """Folders of rule files, `<group>/<name>.yml` below each.

    >>> @hookimpl
    ... def smolint_rule_packs():
    ...     return [Path(__file__).parent / "rules"]
    """
    return []


@hookspec
def smolint_parsers() -> Sequence[Parser]:
    """The parsers of this plugin.

    >>> @hookimpl
    ... def smolint_parsers():
    ...     return [Parser("asciidoc", endings=(".adoc",), parse=parse_asciidoc)]
    """
    return []


@hookspec
def smolint_reporters() -> Sequence[Reporter]:
    """The output formats of this plugin.

    >>> @hookimpl
    ... def smolint_reporters():
    ...     return [Reporter("csv", {"en": "Comma-separated values"}, open=CsvReport)]
    """
    return []


@hookspec(firstresult=True)
def smolint_detect_platform(path: PurePath, fields: Mapping[str, Field]) -> Sequence[str] | None:
    """The platforms of a draft, from its path and front matter; None to leave it to others.

    Asked after `--platform`, front matter `platform:` and the configuration, before file endings and folders.

    >>> @hookimpl
    ... def smolint_detect_platform(path, fields):
    ...     return ["ourbrand"] if path.parent.name == "brand-news" else None
    """
    return None
