"""What a run finds where results were looked for: each place is looked at once, for all results that depend on it."""

from __future__ import annotations

import os

from smolint.cache.runs import unnoticed
from smolint.looks import Stamp, aspect_of, holds, stamp
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from smolint.looks import Aspect


class Places:
    """The places of a run, each as an absolute path.

    Its results come from the files that were linted, in `files` with the digests of their content, from `looks`, and
    from what was `absent`.
    """

    def __init__(self) -> None:
        self.files: dict[str, str] = {}
        self.looks: set[tuple[str, Aspect]] = set()
        self.absent: set[str] = set()
        self._kinds: dict[str, str] = {}
        self._near: dict[str, dict[str, str]] = {}

    def packed(self, path: str, own: Stamp, looks: Iterable[tuple[str, Aspect]]) -> list[Any]:
        """What a file and all that was looked for around it are now, as plain data with paths from the file's folder.

        Where not even the folder is there in which something was looked for, the folder stands for all below it: as
        long as it does not come, nothing else does.
        """
        folder = os.path.dirname(path)
        absent: dict[str, None] = {}
        present = []
        self.files[path] = own.digest
        for name, aspect in sorted(looks):
            found = stamp(name, aspect)
            if found.kind:
                present.append([os.path.relpath(name, folder), *found])
                self.looks.add((name, aspect))
            else:
                absent[self._outermost(name)] = None
        self.absent.update(absent)
        return [own, [os.path.relpath(name, folder) for name in absent], present]

    def hold(self, path: str, packed: list[Any]) -> bool:
        """Whether a file and all around it still are what they were.

        Raises ValueError, TypeError or OSError for what `packed` never gave.
        """
        own, absent, present = packed
        known = Stamp(*own)
        with unnoticed():
            if not holds(path, known):
                return False
        self.files[path] = known.digest
        folder = os.path.dirname(path)
        near = self._near.setdefault(folder, {})
        for name in absent:
            if name not in near:
                place = os.path.normpath(os.path.join(folder, name))
                near[name] = self._kind(place)
                self.absent.add(place)
            if near[name]:
                return False
        for name, *stamped in present:
            place, seen = os.path.normpath(os.path.join(folder, name)), Stamp(*stamped)
            self.looks.add((place, aspect_of(seen)))
            if not holds(place, seen):
                return False
        return True

    def _outermost(self, absent: str) -> str:
        """The outermost folder that is not there of those in which an absent place would be, else the place itself."""
        folder = os.path.dirname(absent)
        while folder != absent and not self._kind(folder):
            absent, folder = folder, os.path.dirname(folder)
        return absent

    def _kind(self, place: str) -> str:
        if place not in self._kinds:
            self._kinds[place] = stamp(place, "there").kind
        return self._kinds[place]
