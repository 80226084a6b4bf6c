"""Bytes to text: UTF-8, or what a byte order mark says; never a guess."""

from __future__ import annotations

import codecs

from smolint.errors import SourceError
from smolint.late_pattern import compiled

# The longest mark first: the one of UTF-32 LE begins with the one of UTF-16 LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = compiled(r"\r\n|\n|\r")


def decode(raw: bytes) -> str:
    """The text of a file without its byte order mark, line ends untouched.

    Reads UTF-8, and UTF-16 or UTF-32 with a byte order mark. Raises SourceError (code `encoding`, `binary` or
    `utf16-no-bom`) with line and column for anything else.
    """
    encoding, body = _split_mark(raw)
    if encoding == "utf-8" and b"\0" in body:
        raise _binary(body)
    try:
        return body.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(body, encoding, error) from None


def lenient(raw: bytes) -> str:
    """The text with U+FFFD in place of every undecodable byte; never raises. For showing a broken line only."""
    encoding, body = _split_mark(raw)
    return body.decode(encoding, errors="replace")


def byte_order(raw: bytes) -> tuple[str, bytes]:
    """The encoding that a file's first bytes tell, and its byte order mark; UTF-8 and none where there is no mark."""
    return next(((encoding, mark) for mark, encoding in _MARKS if raw.startswith(mark)), ("utf-8", b""))


def _split_mark(raw: bytes) -> tuple[str, bytes]:
    encoding, mark = byte_order(raw)
    return encoding, raw[len(mark) :]


def _binary(body: bytes) -> SourceError:
    head = body[:4096]
    if _looks_like_utf16(head):
        message = (
            "this looks like UTF-16 text without a byte order mark; "
            "save the file as UTF-8 (in most editors: Save with encoding, UTF-8)"
        )
        return SourceError(message, line=1, column=1, code="utf16-no-bom")
    line, column = _place(body[: body.index(b"\0")], "utf-8")
    message = "this is not a text file: it holds a NUL byte; leave it out with `exclude`, or save it as UTF-8 text"
    return SourceError(message, line=line, column=column, code="binary")


def _looks_like_utf16(head: bytes) -> bool:
    """Whether at least a third of every second byte is NUL, and none or few of the others (Latin script)."""
    even, odd = head[0::2], head[1::2]
    low, high = sorted((even.count(0), odd.count(0)))
    return len(head) >= 4 and len(head) % 2 == 0 and high * 3 >= len(odd) and low * 20 <= len(odd)


def _undecodable(body: bytes, encoding: str, error: UnicodeDecodeError) -> SourceError:
    line, column = _place(body[: error.start], encoding)
    byte = f"0x{body[error.start]:02X}"
    values: dict[str, str | int] = {"byte": byte, "encoding": encoding.upper()}
    if encoding != "utf-8":
        message = f"byte {byte} is not valid {encoding.upper()}; save the file as UTF-8"
        return SourceError(message, line=line, column=column, code="encoding", values=values)
    looks_like, character = _likely_encoding(body, error.start)
    values |= {"looks_like": looks_like, "character": character}
    guess = f" (it would be “{character}” in {looks_like})" if character else ""
    message = f"byte {byte} is not UTF-8{guess}; open the file in your editor and save it as UTF-8"
    return SourceError(message, line=line, column=column, code="encoding", values=values)


def _likely_encoding(body: bytes, index: int) -> tuple[str, str]:
    """The one-byte encoding that the file may be in, and the character at `index`; empty when none fits."""
    # Windows-1252 differs from ISO-8859-1 only in 0x80 to 0x9F, which the latter gives to control codes.
    name, codec = "ISO-8859-1", "latin-1"
    if any(0x80 <= byte <= 0x9F for byte in body):
        name, codec = "Windows-1252", "cp1252"
    try:
        return name, body[index : index + 1].decode(codec)
    except UnicodeDecodeError:
        return "", ""


def _place(before: bytes, encoding: str) -> tuple[int, int]:
    text = before.decode(encoding, errors="replace")
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    return len(starts), len(text) - starts[-1] + 1
