"""Linting with a cache: a file that was linted before, with all that it depends on as it was, is not read again."""

from __future__ import annotations

import json
import os
from functools import cached_property

from smolint.cache.packing import pack_results, unpack_results
from smolint.cache.places import Places
from smolint.cache.runs import unnoticed
from smolint.cache.stamps import digest, setup_fingerprint
from smolint.engine import lint_file
from smolint.loading import MAX_BYTES
from smolint.looks import Stamp, content_stamp, recorded
from smolint.plain_file import read_plain
from smolint.project import project_root
from smolint.targets import parsers_for, shown_path
from smolint.type_checking import TYPE_CHECKING

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

    For the record of the run it remembers the `paths` that it was asked for, the `places` and `setups` that their
    results come from, with the `fingerprints` of these by identity, and whether that is the `whole` of it, so that the
    same would be told another time.
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self.hits = 0
        self.paths: set[str] = set()
        self.setups: list[Setup] = []
        self.whole = True
        self.fingerprints: dict[int, bytes] = {}
        self._roots: dict[tuple[int, str, Path], str] = {}
        self._fetched: dict[bytes, bytes] = {}
        self._new: dict[bytes, bytes] = {}

    @cached_property
    def places(self) -> Places:
        """What was looked for where results come from."""
        return Places()

    def recall(self, setup: Setup, fingerprint: bytes) -> None:
        """Take a setup with its fingerprint."""
        self.fingerprints[id(setup)] = fingerprint
        self.setups.append(setup)

    def fetch(self, jobs: Iterable[tuple[Found, Setup]]) -> None:
        """Fetch what is kept of files that will be asked for next, all at once."""
        keys = [self._key(*job) for job in jobs]
        self._fetched = dict.fromkeys(keys, b"") | self.store.get(keys)

    def file(self, found: Found, setup: Setup) -> Iterable[FileResult]:
        """The results of a file, those that were kept where all is as it was."""
        kept = self.known(found, setup)
        if kept is not None:
            return kept
        content = read(found, setup)
        if content is None:
            return lint_file(found, setup)
        raw, own = content
        with recorded() as looks:
            results = list(lint_file(found, setup, raw=raw))
        self.keep(found, setup, own, results, looks)
        return results

    def known(self, found: Found, setup: Setup) -> list[FileResult] | None:
        """The results of a file that were kept, None where it must be linted."""
        key = self._key(found, setup)
        self.paths.add(shown_path(found.path))
        kept = self._kept(key, found.path)
        if kept is not None:
            self.hits += 1
        elif not _can_be_kept(found, setup):
            self.whole = False
        return kept

    def keep(
        self,
        found: Found,
        setup: Setup,
        own: Stamp,
        results: list[FileResult],
        looks: Collection[tuple[str, Aspect]],
    ) -> None:
        """Keep the results of a file, itself as `own` says, which come from what was looked for as well."""
        head = self.places.packed(os.path.abspath(found.path), own, looks)
        if any(result.crashes or result.unfinished for result in results):
            return
        try:
            body = pack_results(results)
        except TypeError:
            return
        self._new[self._key(found, setup)] = json.dumps(head, separators=(",", ":")).encode("ascii") + b"\n" + body
        if len(self._new) >= _AT_ONCE:
            self._flush()

    def close(self) -> None:
        """Write what is new."""
        self._flush()
        self.store.close()

    def _key(self, found: Found, setup: Setup) -> bytes:
        """What the results of a file are kept by: its path, the folder of its images, and all that is in force."""
        if id(setup) not in self.fingerprints:
            self.recall(setup, setup_fingerprint(setup))
        shown = shown_path(found.path)
        here = id(setup), os.path.dirname(shown), found.argument
        if here not in self._roots:
            root = project_root(found.path, found.argument, setup.config)
            self._roots[here] = os.path.relpath(root, found.path.parent)
        known = f"{shown}\0{self._roots[here]}\0{found.named}".encode("utf-8", "surrogateescape")
        return digest(self.fingerprints[id(setup)], known)

    def _kept(self, key: bytes, path: Path) -> list[FileResult] | None:
        packed = self._new.get(key) or self._fetched.pop(key, None)
        if packed is None:
            packed = self.store.get([key]).get(key, b"")
        if not packed:
            return None
        head, _, body = packed.partition(b"\n")
        try:
            if not self.places.hold(os.path.abspath(path), json.loads(head)):
                return None
            return unpack_results(body) or None
        except (ValueError, KeyError, IndexError, TypeError, AttributeError):
            # Written by something else than this smolint: it is as good as not there.
            return None

    def _flush(self) -> None:
        self.store.put(self._new)
        self._new = {}


def read(found: Found, setup: Setup) -> tuple[bytes, Stamp] | None:
    """The content of a file whose results can be kept, and what the file was when it was read; None of any other."""
    if not _can_be_kept(found, setup):
        return None
    try:
        status = found.path.stat()
        with unnoticed():
            raw = read_plain(found.path, MAX_BYTES)
    except OSError:
        return None
    return raw, content_stamp(status, raw)


def _can_be_kept(found: Found, setup: Setup) -> bool:
    """Whether the results of a file can be kept: not of one that is large, nor of one that has files beside it."""
    try:
        if not found.path.is_file() or found.path.stat().st_size > MAX_BYTES:
            return False
    except OSError:
        return False
    name = found.path.name.lower()
    fitting = [one for one in parsers_for(found.path, setup.config, setup.host) if name.endswith(one.endings)]
    return not any(one.platforms for one in fitting)
