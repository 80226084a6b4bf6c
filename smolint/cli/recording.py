"""Tells the record of a run what the run came from, where it can be told again without being made."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from smolint.cache.runs import current
from smolint.host import BUILTIN
from smolint.selection import is_selected
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from smolint.cache.linting import CachedLint
    from smolint.cli.narrowing import Narrowing
    from smolint.cli.options import Invocation
    from smolint.cli.telling import Telling
    from smolint.cli.wanted import Wanted
    from smolint.gathering import Gathering
    from smolint.setup import Setup

_DATED = "junit"
"""The report that tells the time."""
_DICTIONARIES = frozenset({"unknown-word", "spelling"})
"""The checks that read files which they do not tell of."""


def tell_record(
    wanted: Wanted, run: Invocation, narrowed: Narrowing, kept: CachedLint, telling: Telling, gathering: Gathering
) -> None:
    """Call a run sound if it is known, of all that it told of, what was looked for.

    Does nothing where no record is made of the process's run.
    """
    trail = current()
    if trail is None or not _is_plain(wanted, run, narrowed):
        return
    earlier = telling.earlier
    covered = kept.paths.union(*(block.shown for block in earlier.blocks)) if earlier else kept.paths
    if not kept.whole or not covered.issuperset(telling.paths):
        return
    if not all(map(_is_known, (run.setup, *kept.setups))):
        return
    # Names below a folder are not looked for one by one: that the folders were listed has been noticed.
    signs = {"content": "=", "there": "?"}
    trail.looks |= {f"{signs[aspect]}{path}": None for path, aspect in kept.places.looks if aspect in signs}
    if narrowed.baseline:
        folder = narrowed.baseline.folder
        trail.looks |= dict.fromkeys(f"?{folder / entry.path}" for entry in narrowed.baseline.entries)
    trail.files = kept.places.files
    trail.known |= {f"?{path}": "-" for path in kept.places.absent}
    if telling.parts:
        telling.parts.know(kept.fingerprints)
        if not earlier:
            telling.parts.conclude(gathering)
        trail.parts = telling.parts
    if earlier:
        for path in kept.places.files:
            earlier.known.pop(f"={path}", None)
            earlier.known.pop(f"#{path}", None)
        trail.known |= earlier.known
        trail.listed |= dict.fromkeys(earlier.touched)
    # It may lie among the drafts, and every run writes to it.
    trail.listed.pop(os.path.abspath(kept.store.folder), None)
    trail.code += dict.fromkeys(_code(run, kept))
    trail.sound = True


def _is_plain(wanted: Wanted, run: Invocation, narrowed: Narrowing) -> bool:
    """Whether a run writes nothing but its report, the same one each time."""
    if wanted.output_file or wanted.clean_images or wanted.watch or narrowed.changes:
        return False
    return is_own_format(wanted, run) and wanted.output_format != _DATED


def is_own_format(wanted: Wanted, run: Invocation) -> bool:
    """Whether the output format is one of smolint's own."""
    own = next(plugin for plugin in run.session.host.plugins if plugin.name == BUILTIN)
    return wanted.output_format in own.reporters


def _is_known(setup: Setup) -> bool:
    """Whether all that a configuration leads to is told of: not what styles, pipelines and dictionaries are made of."""
    config = setup.config
    if config.vale or config.published or config.spacy:
        return False
    return not any(rule.extends in _DICTIONARIES and is_selected(rule, config) for rule in setup.rules.values())


def _code(run: Invocation, kept: CachedLint) -> Iterator[str]:
    """The folders of the code and the rules in force."""
    yield os.fspath(Path(__file__).parent.parent)
    yield from map(os.fspath, run.session.host.packs)
    for setup in (run.setup, *kept.setups):
        yield from setup.config.packs
    for plugin in run.session.host.plugins:
        place = getattr(sys.modules.get(plugin.module), "__file__", None)
        if place:
            yield os.path.dirname(os.path.abspath(place))
