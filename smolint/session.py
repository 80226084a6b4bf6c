"""A run's own memory: the configuration of each folder and the setup of each configuration, made once."""

from __future__ import annotations

import os
from pathlib import Path

from smolint.config import Config, find_config, load_config
from smolint.project import project_root
from smolint.setup import Setup, make_setup
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from smolint.host import Host

__all__ = ["Session", "project_root"]


class Session:
    """Finds the configuration that holds for a folder, and what follows from it.

    With a `config` that one holds everywhere; else the nearest file does. `adjust` is applied to every
    configuration found (the command line's own options).
    """

    def __init__(
        self, host: Host, config: Config | None = None, adjust: Callable[[Config], Config] | None = None
    ) -> None:
        self.host = host
        self._fixed = config
        self._adjust = adjust or (lambda found: found)
        self._configs: dict[Path | None, Config] = {}
        self._setups: dict[str, Setup] = {}

    def config(self, folder: Path) -> Config:
        """The configuration that holds in a folder. Raises ConfigError where its file is wrong."""
        path = None if self._fixed is not None else find_config(Path(os.path.abspath(folder)))
        if path not in self._configs:
            found = self._fixed or (load_config(path) if path else Config())
            self._configs[path] = self._adjust(found)
        return self._configs[path]

    def setup(self, folder: Path) -> Setup:
        """The setup that holds in a folder. Raises ConfigError where the configuration names what is not there."""
        config = self.config(folder)
        if config.path not in self._setups:
            self._setups[config.path] = make_setup(config, self.host)
        return self._setups[config.path]
