"""The processes of `smolint check --jobs`."""

from __future__ import annotations

import gc
import os
from functools import partial

from smolint import late_pattern
from smolint.cli.options import begin
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from contextlib import ExitStack
    from pathlib import Path

    from smolint.cache.linting import CachedLint
    from smolint.cli.adjusting import Adjustments
    from smolint.cli.narrowing import Narrowing
    from smolint.cli.options import Invocation, Shared
    from smolint.cli.wanted import Wanted
    from smolint.engine import LintAll
    from smolint.workers.worker import Means


def in_processes(
    wanted: Wanted,
    run: Invocation,
    narrowed: Narrowing,
    kept: CachedLint | None,
    beginning: tuple[Shared, Path, Adjustments],
    stack: ExitStack,
) -> LintAll | None:
    """What lints all files in several processes, which end with `stack`; None where one process is wanted.

    Of `beginning`, all that a process needs that is not a fork, an equal run is made.
    """
    if wanted.jobs == 1 or "-" in wanted.paths or _is_one_file(wanted.paths):
        return None
    from smolint.workers.crew import start_method
    from smolint.workers.ordered import Lookout
    from smolint.workers.worker import Means

    forked = start_method() == "fork"
    folder = kept.store.folder if kept else None
    start = (lambda: Means(run.session, kept)) if forked else partial(_means, *beginning, folder, gc.get_threshold())
    lookout = Lookout(wanted.jobs, start, kept, lambda path: not narrowed.tells_of(path))
    stack.callback(lookout.close)
    return lookout.every


def _is_one_file(paths: Sequence[str]) -> bool:
    return len(paths) == 1 and os.path.isfile(paths[0])


def _means(
    shared: Shared, start: Path, adjustments: Adjustments, cache: Path | None, collect_after: tuple[int, int, int]
) -> Means:
    """What a process works with that knows nothing yet; it looks for garbage after as many objects as the caller."""
    gc.set_threshold(*collect_after)
    late_pattern.recall()
    from smolint.cache.linting import CachedLint
    from smolint.cache.store import Store
    from smolint.workers.worker import Means

    session = begin(shared, start, adjustments.apply, quiet=True).session
    # Its keys alone are of use: the store is never opened there.
    return Means(session, CachedLint(Store(cache)) if cache else None)
