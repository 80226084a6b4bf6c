"""The fast way: a run that was made before, while all it came from is as it was, is told again from its record.

Only modules that Python has loaded when it starts are imported here; `smolint.cache.runs` writes the records, and uses
those again from which little has changed.
"""

import os
import sys

from smolint import __version__

# Type checkers take this name for the type; typing itself would have to be loaded.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from io import FileIO

    Piece = tuple[int, int, int, int]
    """Something in the pages of a record: the stream it was written to, its place, its length, its checksum."""

_VERSION = 4
_DIGEST = 16
SEAL = 4
"""Bytes of a checksum that goes before what is kept."""
_LENGTH = 8
_KIND, _REGULAR = 0o170000, 0o100000
"""The bits of a file's mode that say of what kind it is, and those of a regular one: the module stat is loaded late."""
_STREAMS = (1, 2)
_VARIABLES = ("COLUMNS", "LINES", "TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "HOME", "XDG_CACHE_HOME", "DICPATH")
_FAMILIES = ("LANG", "LC_", "PYTHON", "SMOLINT", "TTY_")


class Record:
    """A run that was made before, as far as it can be told again.

    `looks` is what it looked at (see `states`), `states` what was there then, `now` what is there, each a line. What it
    wrote are `pieces` of the file `pages` (see `smolint.cache.pages`). `head` is what the record begins with, and
    `more` the place in it where what `smolint.cache.parts` knows of the run begins.
    """

    __slots__ = ("code", "head", "looks", "more", "now", "pages", "path", "pieces", "states")

    def __init__(self, path: str, told: bytes, head: bytes) -> None:
        """Raises ValueError where something else stands in the file."""
        at = told.index(b"\n") + 1
        code, pages, looks, found = told[:at].decode("ascii").split()
        middle = at + int(looks)
        end = middle + int(found)
        self.path = path
        self.code = int(code)
        self.pages = os.path.join(os.path.dirname(path), os.path.basename(pages))
        self.looks = os.fsdecode(told[at:middle]).split("\0")
        self.states = told[middle:end].decode("ascii")
        self.now = states(self.looks)
        self.pieces: list[Piece] = []
        for line in told[end:].splitlines():
            stream, place, length, checked = map(int, line.split())
            self.pieces.append((stream, place, length, checked))
        self.head = head
        self.more = SEAL + _LENGTH + len(told)


def answer(arguments: list[str]) -> "tuple[int | None, Record | None]":
    """Tell a run with these arguments again; its exit code, None where it must be made, and its record if there is one.

    A pipe whose reader is gone ends it with 141, as it ends every command.
    """
    try:
        record = _read(place(arguments))
    except (OSError, ValueError):
        return None, None
    if record is None or record.now != record.states:
        return None, record
    try:
        with opened(record.pages) as pages:
            # All of it is looked at before any is told: what was written cannot be taken back.
            if not all(is_sound(pages, piece) for piece in record.pieces):
                return None, None
            for piece in record.pieces:
                write(piece[0], content_of(pages, piece))
    except BrokenPipeError:
        return 141, record
    except OSError:
        # A full disk: the run that is made meets it as well, and tells of it. Or the pages are gone.
        return None, None
    return record.code, record


def place(arguments: list[str]) -> str:
    """Where the record of a run is: in the user's own cache, named by all that the run is given.

    It is never read from the project, where a pull request could have put it. Raises OSError where the current folder
    is gone.
    """
    environment = [
        f"{name}={os.environ[name]}" for name in sorted(os.environ) if name in _VARIABLES or name.startswith(_FAMILIES)
    ]
    given = (
        _VERSION, __version__, sys.version, sys.executable, sys.path, tuple(sys.flags), os.getcwd(), arguments,
        environment, [_terminal(stream) for stream in _STREAMS],
    )  # fmt: skip
    return os.path.join(folder(), name_of(given))


def own_folder() -> str:
    """What smolint keeps in the user's own cache is below this folder."""
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return os.path.join(base, "smolint")


def folder() -> str:
    """The folder of the records."""
    return os.path.join(own_folder(), "runs")


def _terminal(stream: int) -> tuple[int, ...]:
    """The size of the terminal that a stream goes to, nothing where it goes elsewhere."""
    return tuple(os.get_terminal_size(stream)) if os.isatty(stream) else ()


def states(looks: list[str]) -> str:
    """What is at some paths now, each on a line.

    A path begins with `=` where its content counts (of a folder, the names in it), with `#` where that is so and it is
    read to know, with `?` where only what it is.
    """
    return "\n".join(map(_state, looks))


def _state(look: str) -> str:
    try:
        return content_state(look[1:]) if look[0] == "#" else status_state(os.stat(look[1:]), look[0])
    except OSError:
        return "-"


def status_state(found: os.stat_result, kind: str) -> str:
    """The state of a path that begins with `=` or `?`."""
    which = f"{found.st_dev} {found.st_ino} {found.st_mode}"
    return f"{which} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}" if kind == "=" else which


def content_state(path: str) -> str:
    """The digest of a file's content. Raises OSError, also where there is something else, which might never end."""
    if os.stat(path).st_mode & _KIND != _REGULAR:
        raise OSError
    with open(path, "rb", buffering=0) as file:
        return digest(file.read()).hex()


def content_of(pages: "FileIO", piece: "Piece") -> bytes:
    """A piece of some pages; less where they are cut off. Raises OSError."""
    _, place, length, _ = piece
    pages.seek(place)
    return pages.read(length)


def is_sound(pages: "FileIO", piece: "Piece") -> bool:
    """Whether a piece is what was put there. Raises OSError."""
    _, _, length, checked = piece
    content = content_of(pages, piece)
    return len(content) == length and checksum(content) == checked


def pack(
    place: str, code: int, looks: list[str], states: list[str], pages: str, pieces: "list[Piece]", more: bytes
) -> list[bytes]:
    """The record for a place, in parts: a checksum, a length and as much to tell, then `more` behind one of its own.

    What is told begins with the exit code, the name of the pages, and two lengths. Raises ValueError for a path with a
    NUL.
    """
    if any("\0" in look for look in looks):
        raise ValueError("no file is named with a NUL")
    parts = [os.fsencode("\0".join(looks)), "\n".join(states).encode("ascii")]
    first = f"{code} {os.path.basename(pages)} {len(parts[0])} {len(parts[1])}\n".encode("ascii")
    lines = "".join(f"{stream} {at} {length} {checked}\n" for stream, at, length, checked in pieces)
    told = b"".join([first, *parts, lines.encode("ascii")])
    head = _checksum(_name(place), told) + len(told).to_bytes(_LENGTH, "little")
    return [head, told, _checksum(head, more), more]


def more_of(record: Record) -> memoryview | None:
    """What is behind what a record tells; None where it is another record by now, or damaged. Raises OSError."""
    with opened(record.path) as file:
        head = file.read(SEAL + _LENGTH)
        file.seek(record.more)
        found = memoryview(file.read())
    more = found[SEAL:]
    return more if head == record.head and _checksum(head, more) == found[:SEAL] else None


def checksum(content: "bytes | bytearray | memoryview", before: int = 0) -> int:
    """A checksum of some bytes, after others that have one: it takes a tenth of the time of a digest."""
    from binascii import crc32

    return crc32(content, before)


def _checksum(first: bytes, second: bytes | memoryview) -> bytes:
    return checksum(second, checksum(first)).to_bytes(SEAL, "little")


def unsealed(path: str) -> memoryview | None:
    """The content of a file of the user's own behind its seal; None where it is damaged, or another's.

    Raises OSError.
    """
    with opened(path) as file:
        found = memoryview(file.read())
    return found[SEAL:] if seal(path, found[SEAL:]) == found[:SEAL] else None


def seal(path: str, content: bytes | memoryview) -> bytes:
    """What goes before the content of a file: it holds for that content under the name of that file."""
    return _checksum(_name(path), content)


def _name(path: str) -> bytes:
    return os.fsencode(os.path.basename(path))


def opened(path: str) -> "FileIO":
    """A regular file of the user's own, opened to be read. Raises OSError for any other, a pipe for one."""
    file = open(path, "rb", buffering=0, opener=_unwaiting)  # noqa: SIM115 (whoever asked for it closes it)
    status = os.fstat(file.fileno())
    if status.st_mode & _KIND == _REGULAR and (sys.platform == "win32" or status.st_uid == os.geteuid()):
        return file
    file.close()
    raise PermissionError


def _unwaiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _read(path: str) -> Record | None:
    """The record at a path, None where it is damaged. Raises OSError without one of the user's own, ValueError."""
    with opened(path) as file:
        head = file.read(SEAL + _LENGTH)
        length = int.from_bytes(head[SEAL:], "little")
        if length > os.fstat(file.fileno()).st_size:
            return None
        told = file.read(length)
    return Record(path, told, head) if _checksum(_name(path), told) == head[:SEAL] else None


def digest(content: bytes, size: int = _DIGEST) -> bytes:
    """The BLAKE2b digest of some bytes, of `size` bytes; hashlib tells the same, and loads OpenSSL."""
    try:
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b
    found: bytes = blake2b(content, digest_size=size).digest()
    return found


def name_of(given: object) -> str:
    """A digest of some plain values, as a name that only they have."""
    return digest(repr(given).encode("utf-8", "surrogatepass")).hex()


def write(stream: int, content: bytes) -> None:
    """Write all of some bytes to a stream of the process. Raises OSError."""
    view = memoryview(content)
    while view:
        view = view[os.write(stream, view) :]
