"""The store: values by key in an SQLite file, safe with several processes, bounded, and made anew when damaged."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from stat import S_ISREG

from smolint.fast import digest
from smolint.own_files import mark_cache
from smolint.type_checking import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Mapping
    from typing import TypeVar

    Result = TypeVar("Result")
else:
    try:
        # What sqlite3 itself adds are dates, and the module datetime takes longer to load than SQLite.
        import _sqlite3 as sqlite3
    except ImportError:
        import sqlite3

_FILE = "results.db"
_VERSION = 3
_SCHEMA = (
    "CREATE TABLE kept (key BLOB PRIMARY KEY, value BLOB NOT NULL, day INTEGER NOT NULL) WITHOUT ROWID",
    # Without it, every run would look at every value for those that have not been used for long.
    "CREATE INDEX by_day ON kept (day)",
)
MOST_BYTES = 512_000_000
"""The size to which the store is cut back: 40,000 posts. What has not been asked for longest goes first."""
MOST_DAYS = 60
_PATIENCE = 10.0
"""Seconds to wait for another process that writes."""
_AT_ONCE = 500
_PASSING = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)
"""Locked for long, a full or a read-only disk: nothing is wrong with the file, this run does without it."""
_SEAL = 8


class Store:
    """Values by key, below a folder of its own that git and backups leave alone.

    Nothing here ever raises: a store that cannot be read or written is a store that holds nothing.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._connection: sqlite3.Connection | None = None
        self._broken = False
        self._written = False
        self._aged: list[bytes] = []

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """The values of those keys that are there."""
        wanted = list(keys)
        today = _today()
        found: list[tuple[bytes, bytes, int]] = []
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            query = f"SELECT key, value, day FROM kept WHERE key IN ({','.join('?' * len(part))})"
            nothing: list[tuple[bytes, bytes, int]] = []
            found += self._try(partial(_select, query, part), nothing)
        self._aged += [key for key, _, day in found if day != today]
        return {key: value[_SEAL:] for key, value, _ in found if _is_sealed(key, value)}

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Keep values, in one transaction; a key that is there already gets the new value."""
        today = _today()
        rows = [(key, _seal(key, value) + value, today) for key, value in values.items()]

        def write(base: sqlite3.Connection) -> None:
            self._written = True
            with base:
                base.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)

        if rows:
            self._try(write, None)

    def close(self) -> None:
        """Remember which values were used today, so that they are the last to go, cut back to its bounds, and close."""
        if self._aged:
            self._try(partial(_touch, self._aged), None)
        if self._written and self._connection is not None:
            self._try(_cut_back, None)
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _try(self, work: Callable[[sqlite3.Connection], Result], otherwise: Result) -> Result:
        """Do something with the database; where it is damaged, begin it anew and do it once more."""
        for _ in range(2):
            try:
                base = self._open()
                return work(base) if base else otherwise
            # A damaged file makes SQLite stumble in other ways as well, over the text of its own messages for one.
            except (sqlite3.Error, ValueError, TypeError, OverflowError) as error:
                if getattr(error, "sqlite_errorcode", None) in _PASSING:
                    self._give_up()
                    return otherwise
                self._discard()
        self._give_up()
        return otherwise

    def _open(self) -> sqlite3.Connection | None:
        if self._connection is None and not self._broken:
            try:
                _make_folder(self.folder)
                self._broken = _is_linked(self.folder)
            except OSError:
                self._broken = True
            if self._broken:
                return None
            connection = sqlite3.connect(self.folder / _FILE, timeout=_PATIENCE, isolation_level="DEFERRED")
            connection.text_factory = bytes
            self._connection = connection
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.execute("PRAGMA journal_mode = WAL")
            # After a crash of the machine the file may be damaged: it is made anew then, and waiting for the disk at
            # the end of every run is dearer.
            connection.execute("PRAGMA synchronous = OFF")
            if _version(connection) != _VERSION:
                # Another process may be making it at this very moment: only one of them does, the others wait.
                connection.execute("BEGIN IMMEDIATE")
                with connection:
                    if _version(connection) != _VERSION:
                        connection.execute("DROP TABLE IF EXISTS kept")
                        for statement in _SCHEMA:
                            connection.execute(statement)
                        connection.execute(f"PRAGMA user_version = {_VERSION}")
            found = connection.execute("SELECT sql FROM sqlite_master").fetchall()
            if found != [(statement.encode(),) for statement in _SCHEMA]:
                # A view or a trigger would run what somebody wrote into the file.
                raise sqlite3.DatabaseError
        return self._connection

    def _discard(self) -> None:
        """Delete the database: it is damaged."""
        self._close_quietly()
        for ending in ("", "-wal", "-shm"):
            with suppress(OSError):
                (self.folder / f"{_FILE}{ending}").unlink(missing_ok=True)

    def _give_up(self) -> None:
        self._close_quietly()
        self._broken = True

    def _close_quietly(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None


def _version(base: sqlite3.Connection) -> int:
    return int(base.execute("PRAGMA user_version").fetchone()[0])


def _seal(key: bytes, value: bytes) -> bytes:
    """A digest that goes before each value: SQLite does not notice a byte that changes on the disk."""
    return digest(len(key).to_bytes(2, "little") + key + value, _SEAL)


def _is_sealed(key: object, value: object) -> bool:
    """Whether a row is one that was written: in a damaged file a value may be of any type, or another key's."""
    if not isinstance(key, bytes) or not isinstance(value, bytes):
        return False
    return value[:_SEAL] == _seal(key, value[_SEAL:])


def _select(query: str, keys: list[bytes], base: sqlite3.Connection) -> list[tuple[bytes, bytes, int]]:
    return base.execute(query, keys).fetchall()


def _touch(keys: list[bytes], base: sqlite3.Connection) -> None:
    today = _today()
    with base:
        base.executemany("UPDATE kept SET day = ? WHERE key = ? AND day < ?", [(today, key, today) for key in keys])


def _today() -> int:
    return int(time.time() // 86_400)


def _is_linked(folder: Path) -> bool:
    """Whether a link, which may have come with the project, would let the store write elsewhere, or a pipe wait."""
    beside = (folder / f"{_FILE}{ending}" for ending in ("", "-wal", "-shm", "-journal"))
    return folder.is_symlink() or any(map(_is_other, beside))


def _is_other(path: Path) -> bool:
    """Whether there is something else than a file."""
    try:
        return not S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _make_folder(folder: Path) -> None:
    if folder.is_dir():
        return
    folder.mkdir(parents=True, exist_ok=True)
    mark_cache(os.fspath(folder))


def _cut_back(base: sqlite3.Connection) -> None:
    pages, size = (base.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size"))
    free = base.execute("PRAGMA freelist_count").fetchone()[0]
    with base:
        base.execute("DELETE FROM kept WHERE day < ?", (_today() - MOST_DAYS,))
    surplus = (pages - free) * size - MOST_BYTES
    if surplus <= 0:
        return
    with base:
        for key, length in base.execute("SELECT key, length(value) FROM kept ORDER BY day, key").fetchall():
            if surplus <= 0:
                break
            base.execute("DELETE FROM kept WHERE key = ?", (key,))
            surplus -= length
    base.execute("VACUUM")


def clean(folder: Path) -> bool:
    """Delete a cache's folder; False where there is none. Only what smolint made is deleted. Raises OSError."""
    if folder.is_symlink() or not (folder / "CACHEDIR.TAG").is_file():
        return False
    for path in folder.iterdir():
        if path.is_file() and (path.name.startswith(_FILE) or path.name in (".gitignore", "CACHEDIR.TAG")):
            os.unlink(path)
    with suppress(OSError):
        folder.rmdir()
    return True
