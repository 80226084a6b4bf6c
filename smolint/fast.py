"""The fast way: a run that was made before, while all it came from is as it was, is told again from its record.

Only modules that Python has loaded when it starts are imported here; `smolint.cache.runs` writes the records.
"""

import os
import sys

from smolint import __version__

_VERSION = 1
_SEAL = 16
_STREAMS = (1, 2)
_VARIABLES = ("COLUMNS", "LINES", "TERM", "COLORTERM", "NO_COLOR", "FORCE_COLOR", "HOME", "XDG_CACHE_HOME", "DICPATH")
_FAMILIES = ("LANG", "LC_", "PYTHON", "SMOLINT", "TTY_")


def answer(arguments: list[str]) -> int | None:
    """Tell a run with these arguments again; its exit code, None where it must be made.

    A pipe whose reader is gone ends it with 141, as it ends every command.
    """
    try:
        told = _told(place(arguments))
    except (OSError, ValueError):
        return None
    if told is None:
        return None
    code, chunks = told
    try:
        for stream, content in chunks:
            _write(stream, content)
    except BrokenPipeError:
        return 141
    except OSError:
        # A full disk: the run that is made meets it as well, and tells of it.
        return None
    return code


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
    return os.path.join(folder(), digest(repr(given).encode("utf-8", "surrogatepass")).hex())


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

    A path begins with `=` where its content counts (of a folder, the names in it), with `?` where only what it is.
    """
    return "\n".join(map(_state, looks))


def _state(look: str) -> str:
    try:
        found = os.stat(look[1:])
    except OSError:
        return "-"
    which = f"{found.st_dev} {found.st_ino} {found.st_mode}"
    return f"{which} {found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}" if look[0] == "=" else which


def pack(code: int, looks: list[str], known: str, chunks: list[tuple[int, bytearray]]) -> bytes:
    """A record: a seal, the lengths of its parts, and the parts. Raises ValueError for a path with a NUL."""
    if any("\0" in look for look in looks):
        raise ValueError("no file is named with a NUL")
    parts: list[bytes | bytearray] = [
        os.fsencode("\0".join(looks)),
        known.encode("ascii"),
        *(content for _, content in chunks),
    ]
    streams = "".join(str(stream) for stream, _ in chunks)
    head = f"{code} {streams or '-'} {' '.join(str(len(part)) for part in parts)}\n".encode("ascii")
    body = head + b"".join(parts)
    return digest(body) + body


def unsealed(path: str) -> bytes | None:
    """The content of a file of the user's own that begins with its digest, without that; None of any other.

    Raises OSError.
    """
    with open(path, "rb", buffering=0) as file:
        if sys.platform != "win32" and os.fstat(file.fileno()).st_uid != os.geteuid():
            return None
        found = file.read()
    return found[_SEAL:] if digest(found[_SEAL:]) == found[:_SEAL] else None


def _told(path: str) -> tuple[int, list[tuple[int, bytes]]] | None:
    """The exit code and output in a record; None where anything differs. Raises OSError, ValueError without one."""
    body = unsealed(path)
    if body is None:
        return None
    code, streams, *lengths = body[: body.index(b"\n")].split()
    at = body.index(b"\n") + 1
    parts = []
    for length in map(int, lengths):
        parts.append(body[at : at + length])
        at += length
    if states(os.fsdecode(parts[0]).split("\0")) != parts[1].decode("ascii"):
        return None
    return int(code), [(int(chr(stream)), part) for stream, part in zip(streams, parts[2:], strict=False)]


def digest(content: bytes, size: int = _SEAL) -> bytes:
    """The BLAKE2b digest of some bytes, of `size` bytes; hashlib tells the same, and loads OpenSSL."""
    try:
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b
    found: bytes = blake2b(content, digest_size=size).digest()
    return found


def _write(stream: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(stream, view) :]
