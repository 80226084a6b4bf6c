"""Linting with a cache: a file that was linted before, with all that it depends on as it was, is not read again."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

from smolint.cache.packing import pack_results, unpack_results
from smolint.cache.stamps import digest, setup_fingerprint
from smolint.engine import lint_file
from smolint.loading import MAX_BYTES
from smolint.looks import Stamp, aspect_of, holds, recorded, stamp
from smolint.session import project_root
from smolint.targets import parsers_for, shown_path

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from smolint.cache.store import Store
    from smolint.discovery import Found
    from smolint.finding import FileResult
    from smolint.looks import Aspect
    from smolint.setup import Setup

_AT_ONCE = 200
"""Results that are written in one transaction: what a run that is killed loses at most."""


class CachedLint:
    """Takes the place of `lint_file` in a run; `close` writes what is new.

    For the record of the run it remembers the `paths` that it was asked for, the `looks` and `setups` that their
    results come from, and whether that is the `whole` of it, so that the same would be told another time.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.hits = 0
        self.paths: set[str] = set()
        self.looks: set[tuple[str, Aspect]] = set()
        self.setups: list[Setup] = []
        self.whole = True
        self._setups: dict[int, bytes] = {}
        self._new: dict[bytes, bytes] = {}
        self._used: list[bytes] = []

    def file(self, found: Found, setup: Setup) -> Iterable[FileResult]:
        """The results of a file, those that were kept where all is as it was."""
        kept, raw = self._find(found, setup)
        if kept is not None:
            return kept
        if raw is None:
            return lint_file(found, setup)
        with recorded() as looks:
            results = list(lint_file(found, setup, raw=raw))
        self.keep(self._key(found, raw, setup), found.path, results, looks)
        return results

    def known(self, found: Found, setup: Setup) -> list[FileResult] | None:
        """The results of a file that were kept, None where it must be linted."""
        return self._find(found, setup)[0]

    def linted(self, found: Found, setup: Setup) -> tuple[bytes, Iterable[FileResult]]:
        """A file linted anew: the key to `keep` it by (`b""`: not to be kept), its results."""
        raw = _content(found, setup)
        if raw is None:
            return b"", lint_file(found, setup)
        return self._key(found, raw, setup), lint_file(found, setup, raw=raw)

    def keep(self, key: bytes, path: Path, results: list[FileResult], looks: Collection[tuple[str, Aspect]]) -> None:
        """Keep the results of a file, which come from what was looked for as well."""
        self.looks.update(looks)
        self._keep(key, path, results, looks)

    def _find(self, found: Found, setup: Setup) -> tuple[list[FileResult] | None, bytes | None]:
        """The results that were kept of a file, and its content."""
        raw = _content(found, setup)
        if raw is None:
            self.whole = False
            return None, None
        key = self._key(found, raw, setup)
        self.paths.add(shown_path(found.path))
        self.looks.add((os.path.abspath(found.path), "content"))
        kept = self._kept(key, found.path)
        if kept is not None:
            self.hits += 1
            self._used.append(key)
        return kept, raw

    def close(self) -> None:
        """Write what is new."""
        self._flush()
        self.store.touch(self._used)
        self.store.close()

    def _key(self, found: Found, raw: bytes, setup: Setup) -> bytes:
        root = project_root(found.path, found.argument, setup.config)
        if id(setup) not in self._setups:
            self._setups[id(setup)] = setup_fingerprint(setup)
            self.setups.append(setup)
        place = os.path.relpath(root, found.path.parent)
        known = f"{shown_path(found.path)}\0{place}\0{found.named}".encode("utf-8", "surrogateescape")
        return digest(self._setups[id(setup)], known, raw)

    def _kept(self, key: bytes, path: Path) -> list[FileResult] | None:
        packed = self._new[key] if key in self._new else self.store.get([key]).get(key, b"")
        if not packed:
            return None
        head, _, body = packed.partition(b"\n")
        try:
            looks = [(_placed(path, name), Stamp(*known)) for name, known in json.loads(head)]
            if not all(holds(name, known) for name, known in looks):
                return None
            results = unpack_results(body)
        except (ValueError, KeyError, IndexError, TypeError, AttributeError):
            # Written by something else than this smolint: it is as good as not there.
            return None
        self.looks.update((name, aspect_of(known)) for name, known in looks)
        return results or None

    def _keep(self, key: bytes, path: Path, results: list[FileResult], looks: Collection[tuple[str, Aspect]]) -> None:
        if any(result.crashes or result.unfinished for result in results):
            return
        folder = os.path.dirname(os.path.abspath(path))
        stamps = [(os.path.relpath(name, folder), stamp(name, aspect)) for name, aspect in sorted(looks)]
        try:
            body = pack_results(results)
        except TypeError:
            return
        self._new[key] = json.dumps(stamps, separators=(",", ":")).encode("ascii") + b"\n" + body
        if len(self._new) >= _AT_ONCE:
            self._flush()

    def _flush(self) -> None:
        self.store.put(self._new)
        self._new = {}


def _placed(path: Path, name: str) -> str:
    return os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(path)), name))


def _content(found: Found, setup: Setup) -> bytes | None:
    """The content of a file whose result can be kept: not of one that is large, nor of one that has files beside it."""
    try:
        status = found.path.stat()
        if not found.path.is_file() or status.st_size > MAX_BYTES:
            return None
        name = found.path.name.lower()
        fitting = [one for one in parsers_for(found.path, setup.config, setup.host) if name.endswith(one.endings)]
        if any(one.platforms for one in fitting):
            return None
        return found.path.read_bytes()
    except OSError:
        return None
