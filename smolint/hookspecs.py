"""The hooks through which every platform, check, rule pack, parser and reporter is registered.

A plugin is a module (or object) with functions marked `@smolint.hookimpl`, named by an entry point of the
group `smolint`. smolint's own parts use the same hooks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path, PurePath

    from smolint.check import Check
    from smolint.draft import Field
    from smolint.parsers.parser import Parser
    from smolint.platform import Platform
    from smolint.reporters.reporter import Reporter

hookspec = pluggy.HookspecMarker("smolint")
hookimpl = pluggy.HookimplMarker("smolint")


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
