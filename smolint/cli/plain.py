"""Arguments that say what most hooks and editors say: paths and a few options of `smolint check`.

They are read without click, which takes longer to import than a tweet to lint. All others are click's, and so is what
is to be told of wrong ones.
"""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

COMMANDS = ("check", "baseline", "clean", "stats", "rule", "rules", "platforms", "plugins", "config", "init")

_FLAGS = {
    "--isolated": "isolated",
    "--no-baseline": "no_baseline",
    "--no-cache": "no_cache",
    "--quiet": "quiet",
    "-q": "quiet",
    "--verbose": "verbose",
    "-v": "verbose",
}
_VALUES = {"--fail-on": "fail_on", "--output-format": "output_format"}


def plain_run(arguments: Sequence[str]) -> Callable[[], int] | None:
    """What runs `smolint check` with these arguments; None where click has to read them."""
    given = _given(arguments)
    if given is None:
        return None
    from smolint.cli.adjusting import Adjustments
    from smolint.cli.checking import check
    from smolint.cli.options import Shared
    from smolint.cli.wanted import FAIL_ON, Wanted

    isolated = given.pop("isolated", False)
    wanted = Wanted(**given)
    if wanted.fail_on not in (None, *FAIL_ON):
        return None
    return partial(check, wanted, Shared(isolated=isolated), Adjustments())


def _given(arguments: Sequence[str]) -> dict[str, Any] | None:
    """The fields of `Wanted`, and `isolated`; None where not all arguments are plain."""
    paths = []
    given: dict[str, Any] = {}
    rest = iter(arguments[1:] if arguments[:1] == ["check"] else arguments)
    for one in rest:
        name, equals, value = one.partition("=")
        if one in _FLAGS:
            given[_FLAGS[one]] = True
        elif name in _VALUES:
            value = value if equals else next(rest, "")
            if not value or value.startswith("-"):
                return None
            given[_VALUES[name]] = value
        elif one.startswith("-") or one in COMMANDS or not os.path.exists(one):
            return None
        else:
            paths.append(one)
    return given | {"paths": tuple(paths)} if paths else None
