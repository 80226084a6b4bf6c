"""What workers and the process that they work for tell each other."""

from __future__ import annotations

import json
import pickle
from typing import TYPE_CHECKING

from smolint.cache.packing import pack_results, unpack_results
from smolint.dataclass import dataclass, field, replace
from smolint.looks import Stamp
from smolint.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from smolint.discovery import Found
    from smolint.finding import FileResult
    from smolint.looks import Aspect
    from smolint.setup import Setup

RESULT = b"R"
"""A result of the file that is being linted."""
END = b"E"
"""The file is linted."""
UNTOLD = b"U"
"""A result cannot be told as plain data: the file must be linted where the findings are needed."""
ALIVE = b"A"
"""The next draft of an export has begun."""


@dataclass(slots=True, eq=False)
class Task:
    """A file to lint, for the corpus checks alone or not, and its results that have come and not yet gone on.

    `gone` counts those that have; all are in `kept` as well where that is a list. Of one that is `untold`, a result
    could not be told: it must be linted by who wants to know.
    """

    found: Found
    setup: Setup
    for_corpus: bool = False
    results: list[FileResult] = field(default_factory=list)
    kept: list[FileResult] | None = None
    gone: int = 0
    untold: bool = False
    done: bool = False


class Ended(NamedTuple):
    """What a worker says of a file at its end: what it was where it is to be kept, and what was looked for.

    `opened` and `listed` are the files and folders that it has opened since the end of the last file, where the run is
    recorded.
    """

    own: Stamp | None
    looks: frozenset[tuple[str, Aspect]]
    opened: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()


def ask(task: Task) -> bytes:
    """The message that has a worker lint a file."""
    return pickle.dumps((task.found, task.for_corpus))


def asked(message: bytes) -> tuple[Found, bool]:
    """The file of a message, and whether for the corpus checks alone."""
    found, for_corpus = pickle.loads(message)
    return found, for_corpus


def tell(result: FileResult) -> bytes:
    """The message with a result, `UNTOLD` where a corpus check keeps what is no plain data."""
    head = json.dumps([result.crashes, result.unfinished]).encode("ascii")
    try:
        return RESULT + head + b"\n" + pack_results([result])
    except TypeError:
        return UNTOLD


def told(message: bytes) -> FileResult:
    """The result in a message."""
    head, _, body = message[1:].partition(b"\n")
    crashes, unfinished = json.loads(head)
    (result,) = unpack_results(body)
    return replace(result, crashes=tuple(crashes), unfinished=unfinished)


def end(
    own: Stamp | None, looks: Collection[tuple[str, Aspect]], opened: Iterable[str] = (), listed: Iterable[str] = ()
) -> bytes:
    """The message that ends a file."""
    return END + json.dumps([own, sorted(looks), list(opened), list(listed)]).encode("ascii")


def ended(message: bytes) -> Ended:
    """What the message at the end of a file says."""
    own, looks, opened, listed = json.loads(message[1:])
    known = Stamp(*own) if own else None
    return Ended(known, frozenset((path, aspect) for path, aspect in looks), tuple(opened), tuple(listed))
