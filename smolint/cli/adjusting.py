"""The options that change the configuration for one run."""

from __future__ import annotations

import os

from smolint.dataclass import dataclass, replace
from smolint.locale import N_
from smolint.selection import specificity
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    import click

    from smolint.config import Config


@dataclass(frozen=True, slots=True)
class Adjustments:
    """What the command line changes."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    extend_exclude: tuple[str, ...] = ()
    force_exclude: bool = False
    platform: str = ""
    language: str = ""
    vale_config: str = ""

    @property
    def narrows(self) -> bool:
        """Whether rules that the configuration runs may be left out, or files be read as something else."""
        return bool(self.select or self.ignore or self.platform or self.language)

    def apply(self, config: Config) -> Config:
        """The configuration with these changes.

        The command line has the last word: what it selects by name is no longer ignored, what it ignores no
        longer selected.
        """
        kept = tuple(name for name in config.ignore if name not in (*self.select, *self.extend_select))
        select = self.select or self._not_ignored(config.select)
        extend = () if self.select else self._not_ignored(config.extend_select)
        return replace(
            config,
            select=select,
            extend_select=(*extend, *self.extend_select),
            ignore=(*kept, *self.ignore),
            exclude=self.exclude or config.exclude,
            extend_exclude=(*config.extend_exclude, *self.extend_exclude),
            force_exclude=self.force_exclude or config.force_exclude,
            platform=self.platform or config.platform,
            language=self.language or config.language,
            vale=os.path.abspath(self.vale_config) if self.vale_config else config.vale,
            origins={**config.origins, **self._origins()},
        )

    def _not_ignored(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(name for name in names if not any(specificity(ignored, name) for ignored in self.ignore))

    def _origins(self) -> dict[str, str]:
        names = (name.replace("_", "-") for name in self.__slots__ if getattr(self, name))
        return {name: f"--{name}" for name in names}


def listed(use: str) -> tuple[str, ...]:
    """The names in one use of a list option, which commas set apart."""
    return tuple(part.strip() for part in use.split(",") if part.strip())


def _names(_ctx: click.Context, _param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """The names in all uses of a list option."""
    return tuple(name for use in value for name in listed(use))


def _list_option(flag: str, metavar: str, text: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    import click

    return click.option(flag, metavar=metavar, multiple=True, callback=_names, help=text)


def adjusting_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options of `Adjustments` to a command."""
    import click

    for option in (
        click.option("--language", default="", metavar="CODE", help=N_("The language of all drafts: fr, en.")),
        click.option("--vale-config", default="", metavar="FILE", help=N_("Run the styles of this .vale.ini as well.")),
        click.option("--platform", default="", metavar="NAME", help=N_("The platform of all drafts.")),
        click.option("--force-exclude", is_flag=True, help=N_("Exclude files even when they are named.")),
        _list_option("--extend-exclude", "PATTERNS", N_("Leave these files out as well.")),
        _list_option("--exclude", "PATTERNS", N_("Leave these files out, instead of the usual ones.")),
        _list_option("--ignore", "RULES", N_("Leave these rules or groups out.")),
        _list_option("--extend-select", "RULES", N_("Run these rules or groups as well.")),
        _list_option("--select", "RULES", N_("Run these rules or groups only.")),
    ):
        function = option(function)
    return function
