"""The entry points of installed distributions, read from their own files.

`importlib.metadata` tells the same, but importing it (with `email`, `zipfile`, `csv`…) takes longer than a post.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module

from smolint.named_tuple import NamedTuple
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

_FOLDERS = {".dist-info": "METADATA", ".egg-info": "PKG-INFO"}
"""How folders of metadata end, and the file in each that names the distribution."""


class EntryPoint(NamedTuple):
    """A name that a distribution gives to an object of its own: `value` is `module` or `module:attribute`."""

    name: str
    value: str
    distribution: str
    version: str

    def load(self) -> Any:
        """The object, its module imported. Raises whatever that module raises."""
        module, _, attributes = self.value.partition("[")[0].strip().partition(":")
        found = import_module(module.strip())
        for attribute in filter(None, attributes.strip().split(".")):
            found = getattr(found, attribute)
        return found


def entry_points(group: str, folders: Iterable[str] | None = None) -> list[EntryPoint]:
    """The entry points of a group in the folders that Python imports from, or in others.

    Of a distribution that is there twice the first counts, as for imports.
    """
    found: list[EntryPoint] = []
    seen: set[str] = set()
    for folder in _metadata(sys.path if folders is None else folders):
        key = os.path.basename(folder).partition("-")[0].lower().replace(".", "_")
        if key not in seen:
            seen.add(key)
            found += _declared(folder, group)
    return found


def _metadata(folders: Iterable[str]) -> Iterator[str]:
    for folder in folders:
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        yield from (os.path.join(folder, name) for name in sorted(filter(_is_metadata, names)))


def _is_metadata(name: str) -> bool:
    return name.endswith((".dist-info", ".egg-info"))


def _declared(folder: str, group: str) -> Iterator[EntryPoint]:
    path = os.path.join(folder, "entry_points.txt")
    # Most have none: looking costs less than failing to open it.
    content = _read(path) if os.path.isfile(path) else b""
    if f"[{group}]".encode() not in content:
        return
    distribution, version = _named(folder)
    section = ""
    for line in _lines(content):
        if line.startswith("["):
            section = line.strip("[]")
        elif section == group and "=" in line and not line.startswith("#"):
            name, _, value = line.partition("=")
            yield EntryPoint(name.strip(), value.strip(), distribution, version)


def _named(folder: str) -> tuple[str, str]:
    """The name and version of a distribution, `?` where it does not say."""
    headers = dict.fromkeys(("Name", "Version"), "?")
    content = _read(os.path.join(folder, _FOLDERS[os.path.splitext(folder)[1]]))
    # Behind the first empty line stands the whole description.
    for line in _lines(content.partition(b"\n\n")[0]):
        key, _, value = line.partition(":")
        if not line:
            break
        if key in headers:
            headers[key] = value.strip()
    return headers["Name"], headers["Version"]


def _lines(content: bytes) -> Iterator[str]:
    return map(str.strip, content.decode("utf-8", "replace").splitlines())


def _read(path: str) -> bytes:
    try:
        with open(path, "rb", buffering=0) as file:
            return file.read()
    except OSError:
        return b""
