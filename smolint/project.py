"""The project that a draft belongs to: its folder, and what lies outside it or came with it."""

from __future__ import annotations

import os
from pathlib import Path

from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.config import Config

BASELINE = ".smolint-baseline.json"
"""The name of a baseline file."""


def project_root(path: Path, argument: Path, config: Config) -> Path:
    """The folder in which a file's local images are looked for, never above it.

    The configuration's folder where the file lies below it, else that of the git repository, else the folder that the
    user named, else that of the configuration.
    """
    here = Path(os.path.abspath(path)).parent
    if config.root is not None and here.is_relative_to(config.root):
        return config.root
    for folder in (here, *here.parents):
        if os.path.exists(folder / ".git"):
            return folder
    return config.root or (Path(os.path.abspath(argument)) if os.path.isdir(argument) else here)


def find_baseline(start: Path) -> Path | None:
    """The nearest baseline file, from a folder upwards to the root of its git repository; None when there is none."""
    here = Path(os.path.abspath(start))
    for folder in (here, *here.parents):
        if os.path.isfile(folder / BASELINE):
            return folder / BASELINE
        if os.path.exists(folder / ".git"):
            return None
    return None


def leads_out(link: Path, argument: Path, config: Config) -> bool:
    """Whether a link leads out of the folder that the user named and of the project.

    Whoever writes a draft may make such a link, and a report would quote what it leads to.
    """
    real = Path(os.path.realpath(link))
    tops = (argument, project_root(link, argument, config))
    return not any(real.is_relative_to(os.path.realpath(top)) for top in tops)


def came_with_project(place: Path, root: Path) -> bool:
    """Whether a file or folder lies in the project whose configuration stands in `root`, where its authors put it.

    The project reaches up to the outermost git repository around it, and to the current folder where that holds it.
    What was installed for the Python that runs did not come with the project, even where its environment lies there.
    """
    real = Path(os.path.realpath(place))
    if any(real.is_relative_to(os.path.realpath(folder)) for folder in _installed()):
        return False
    return any(real.is_relative_to(top) for top in _tops(Path(os.path.realpath(root))))


def _tops(root: Path) -> Iterator[Path]:
    yield root
    here = Path(os.path.realpath("."))
    for folder in root.parents:
        if folder == here or os.path.exists(folder / ".git"):
            yield folder


def _installed() -> Iterator[str]:
    import site
    import sysconfig

    yield from {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    yield site.getusersitepackages()
