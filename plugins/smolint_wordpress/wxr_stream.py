"""Items cut out of a WordPress export while it is read: bounded memory, however large the file."""

from __future__ import annotations

import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder, register_error
from typing import IO, TYPE_CHECKING

from smolint.errors import SourceError
from smolint.late_pattern import compiled
from smolint.named_tuple import NamedTuple
from smolint.source import Position

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

CHUNK = 1 << 15
"""Bytes read at once: a few posts, so that dropping each one moves little."""
LIMIT = 8_000_000
"""The longest item that is kept, in code points: far above any post, far below what would fill the memory."""

LOST = 0xDC00
"""Added to a byte that cannot be decoded, it gives a code point that no text holds (as Python's surrogateescape)."""

_KEEP_BYTES = "smolint-keep-bytes"
_ENCODING = compiled(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']""")
_OUTSIDE = compiled(r"<item(?=[\s>])|<!--|<!\[CDATA\[|<!ENTITY|</channel")
_INSIDE = compiled(r"</item\s*>|<!--|<!\[CDATA\[")
_ENDS = {"<!--": "-->", "<![CDATA[": "]]>"}
_NEXT_ITEM = compiled(r"^[ \t]*(?=<item>\s*<title>)", re.MULTILINE)
"""Where an item surely begins: WordPress writes it on a line of its own, its title first."""
_LONGEST_TOKEN = 16


class Item(NamedTuple):
    """One `<item>` as written, the place of its first character in the file, and whether it is whole.

    `trouble` is `""`, `unclosed` (the file ends or the next item begins first) or `too-large` (then `text` is
    its beginning).
    """

    text: str
    place: Position
    trouble: str = ""


def read_text(fileobj: IO[bytes], chunk: int = CHUNK) -> Iterator[str]:
    """The decoded text of a binary file, piece by piece, without byte order mark, line ends as they are.

    The encoding is what the XML declaration says, UTF-8 if nothing; a wrong byte becomes `LOST` plus its value.
    """
    head = fileobj.read(chunk)
    decoder = getincrementaldecoder(_encoding(head))(errors=_KEEP_BYTES)
    yield decoder.decode(head).removeprefix("\ufeff")
    while block := fileobj.read(chunk):
        yield decoder.decode(block)
    yield decoder.decode(b"", final=True)


def _encoding(head: bytes) -> str:
    if head.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        return "utf-16"
    declared = _ENCODING.search(head[:400])
    name = declared[1].decode("ascii") if declared else "utf-8"
    try:
        b"<".decode(name)
    except (LookupError, UnicodeError):
        # An unknown name, or UTF-16 declared by a file that is not: WordPress itself writes UTF-8.
        return "utf-8"
    return name


def _keep_bytes(error: UnicodeError) -> tuple[str, int]:
    """Stand-ins for the bytes that cannot be decoded, so that their place is still known."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(chr(LOST + byte) for byte in error.object[error.start : error.end]), error.end


register_error(_KEEP_BYTES, _keep_bytes)


class ItemCutter:
    """Cuts the items out of a text that comes in chunks; `prolog` is what stands before the first of them.

    `closed` says whether the end of the channel has been read: without it, the file was cut short.

    `well_formed` is asked only about an item in which another one seems to begin: if the first is broken (a
    CDATA section that never ends swallows what follows), it is cut there, so that the others are not lost.
    """

    def __init__(self, chunks: Iterator[str], well_formed: Callable[[str], bool], limit: int = LIMIT) -> None:
        self.prolog = ""
        self.closed = False
        self._chunks = chunks
        self._well_formed = well_formed
        self._limit = limit
        self._buffer = ""
        self._place = Position(1, 1)
        self._ended = False

    def __iter__(self) -> Iterator[Item]:
        """The items in file order. Raises SourceError where the file declares entities."""
        while self._find_item():
            yield self._cut_item()

    @property
    def end(self) -> Position:
        """The place after all that has been read."""
        return advance(self._place, self._buffer)

    def _more(self) -> bool:
        """Read at least as much again as is held, so that copying stays proportional to the file."""
        parts, wanted = [self._buffer], max(1, len(self._buffer))
        while wanted > 0 and not self._ended:
            chunk = next(self._chunks, None)
            self._ended = chunk is None
            parts.append(chunk or "")
            wanted -= len(parts[-1])
        grown = sum(map(len, parts)) > len(self._buffer)
        self._buffer = "".join(parts)
        return grown

    def _drop(self, count: int) -> None:
        """Forget the first `count` characters of the buffer and move the place on."""
        self._place = advance(self._place, self._buffer[:count])
        self._buffer = self._buffer[count:]

    def _find_item(self) -> bool:
        """Drop everything before the next item; False when there is none."""
        position = 0
        while True:
            match = _OUTSIDE.search(self._buffer, position)
            if match and match.group() in _ENDS:
                position = self._skip(match)
                continue
            if match and match.group() == "</channel":
                self.closed = True
                position = match.end()
                continue
            if match:
                self._refuse_entities(match)
                self._keep_prolog(match.start())
                self._drop(match.start())
                return True
            self._forget_before(position)
            position = 0
            if not self._more():
                return False

    def _refuse_entities(self, match: re.Match[str]) -> None:
        if match.group() == "<!ENTITY":
            place = advance(self._place, self._buffer[: match.start()])
            raise SourceError(
                "this export declares XML entities, which smolint does not expand",
                line=place.line,
                column=place.column,
                code="xml-entity",
            )

    def _keep_prolog(self, end: int) -> None:
        self.prolog = self.prolog or self._buffer[:end][:4096]

    def _forget_before(self, position: int) -> None:
        """Drop what was searched already, but for the characters at the end that may begin a token."""
        keep = max(position, len(self._buffer) - _LONGEST_TOKEN)
        # Never between the two characters of a line end, which would then count twice.
        while keep > 0 and self._buffer[keep - 1] == "\r":
            keep -= 1
        if keep > 0:
            self._keep_prolog(keep)
            self._drop(keep)

    def _skip(self, opening: re.Match[str]) -> int:
        """The place after a comment or CDATA section outside items; one that never ends is cut at an item."""
        closing = _ENDS[opening.group()]
        while (end := self._buffer.find(closing, opening.end())) < 0:
            following = _NEXT_ITEM.search(self._buffer, opening.end())
            if following or len(self._buffer) > self._limit or not self._more():
                return following.end() if following else len(self._buffer)
        following = _NEXT_ITEM.search(self._buffer, opening.end(), end)
        return following.end() if following else end + len(closing)

    def _cut_item(self) -> Item:
        end, trouble = self._item_end()
        nested = _NEXT_ITEM.search(self._buffer, 1, end)
        if nested and (trouble or self._swallows(nested.start(), end)):
            end, trouble = nested.end(), "unclosed"
        item = Item(self._buffer[:end], self._place, trouble)
        self._drop(end)
        return item

    def _swallows(self, nested: int, end: int) -> bool:
        """Whether an item runs on into the next: it was closed before that began, or it is broken as it stands."""
        before = self._buffer[max(0, nested - _LONGEST_TOKEN) : nested].rstrip()
        return before.endswith("</item>") or not self._well_formed(self._buffer[:end])

    def _item_end(self) -> tuple[int, str]:
        """Where the item at the buffer's start ends, and what is wrong with it."""
        position, closing = 0, ""
        while True:
            found = self._buffer.find(closing, position) if closing else -1
            match = None if closing else _INSIDE.search(self._buffer, position)
            if found >= 0:
                position, closing = found + len(closing), ""
            elif match and match.group() in _ENDS:
                position, closing = match.end(), _ENDS[match.group()]
            elif match:
                return match.end(), "too-large" if match.end() > self._limit else ""
            elif len(self._buffer) > self._limit:
                return self._limit, "too-large"
            else:
                position = max(position, len(self._buffer) - _LONGEST_TOKEN)
                if not self._more():
                    return len(self._buffer), "unclosed"


def advance(place: Position, text: str) -> Position:
    """The place after a text that begins at `place`; LF, CRLF and lone CR end a line."""
    ends = text.count("\n") + text.count("\r") - text.count("\r\n")
    if not ends:
        return Position(place.line, place.column + len(text))
    last = max(text.rfind("\n"), text.rfind("\r"))
    return Position(place.line + ends, len(text) - last)
