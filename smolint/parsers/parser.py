"""What a parser is: the value that `smolint_parsers` returns."""

from __future__ import annotations

from smolint.dataclass import dataclass
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import IO

    from smolint.draft import Draft
    from smolint.source import Source


@dataclass(frozen=True, slots=True)
class Parser:
    """Reads one file format.

    `endings` are the file endings it reads (`.md`), lower-case. `sniff`, if given, gets the first 4,096
    characters and says
    whether the file is of this format: a parser that recognises a file goes before one that only knows its
    ending. Exactly one of `parse` (a decoded source, whole) and `stream` (an open binary file and its path, for
    files too large to hold in memory) is given; both yield drafts in file order, without platform and language, and
    raise `SourceError` where the file cannot be read further.
    `platforms`, if given, are the only ones it reads for: a file of such a format that goes elsewhere (a PDF in a
    blog's static folder) is no draft and is passed over without a word.
    """

    name: str
    endings: tuple[str, ...]
    parse: Callable[[Source], Iterator[Draft]] | None = None
    stream: Callable[[IO[bytes], str], Iterator[Draft]] | None = None
    sniff: Callable[[str], bool] | None = None
    platforms: tuple[str, ...] = ()
