"""What the configuration calls published: posts that drafts are compared with, and that are never linted."""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from smolint.aiming import readings_of
from smolint.check import Gathered
from smolint.dataclass import replace
from smolint.discovery import Found, discover
from smolint.selection import glob_matches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.check import Check
    from smolint.rules import Rule
    from smolint.setup import Setup


def published_traces(rule: Rule, check: Check, setup: Setup, own: set[str]) -> Iterator[Gathered]:
    """What a corpus check keeps of each published post, on the platforms that the rule serves.

    `own` are the files of the run, which are left out (absolute paths).
    """
    if check.gather is None:
        return
    for found in _files(setup):
        if os.path.abspath(found.path) in own:
            continue
        for reading in readings_of(found, setup):
            platform = reading.platform
            if rule.level_on(platform.name, platform.kind) is None:
                continue
            trace = check.gather(reading, setup.options(rule, platform))
            if trace is not None:
                draft = reading.draft
                yield Gathered(draft.source.path, draft.index, platform.name, trace.kept, published=True)


def _files(setup: Setup) -> Iterator[Found]:
    """The files below the `published` patterns. What is excluded from linting is read all the same."""
    config = replace(setup.config, exclude=None, extend_exclude=(), force_exclude=False)
    root = config.root or Path()
    endings = {ending for parser in setup.host.parsers for ending in parser.endings}
    tops = [Path(os.path.relpath(root / _fixed_part(glob))) for glob in config.published]
    for found in discover((top for top in tops if top.exists()), endings, lambda _: config):
        if any(glob_matches(glob, found.path, config.root) for glob in config.published):
            yield found


def _fixed_part(glob: str) -> PurePath:
    """The part of a pattern before its first wildcard: below that folder all its files are."""
    parts = PurePath(glob.strip("/")).parts
    wild = next((at for at, part in enumerate(parts) if set(part) & set("*?[!")), len(parts))
    return PurePath(*parts[:wild])
