"""Storage kept in an SQLite file, one per project. The host may open the same file to show or clear it.

The file may be damaged, locked, or on a full disk, and a program must start all the same: the file is opened when it is
needed, a damaged one is set aside, and a call that cannot be carried out fails with the system's reason.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from runtime.api.call import SYSTEM_ERRNO, ApiFailure
from runtime.systems.private_files import make_private_folder

KEY_LIMIT_BYTES = 1024 * 1024
APP_LIMIT_BYTES = 10 * 1024 * 1024
PATIENCE_S = 1.0
"""How long a call waits for whoever else holds the file; after one that waited in vain the next do not."""

_TABLE = """
CREATE TABLE IF NOT EXISTS storage (
    position INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL, size INTEGER NOT NULL
)
"""
_WRITE = """
INSERT INTO storage (key, value, size) VALUES (?, ?, ?)
ON CONFLICT (key) DO UPDATE SET value = excluded.value, size = excluded.size
"""
_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

Result = TypeVar("Result")
Tell = Callable[[str, Mapping[str, str]], object]


def _say_nothing(_code: str, _arguments: Mapping[str, str]) -> None:
    """Nobody asked."""


class SqliteStorage:
    """Storage of one project (`StoragePort`). Use on the thread that made it.

    `tell` hears of a file that was set aside (`api/storage-damaged`) or cannot be used (`api/storage-unusable`).
    """

    def __init__(self, path: Path, tell: Tell = _say_nothing, patience_s: float = PATIENCE_S) -> None:
        """Opens or creates the file at `path`; its folder is made."""
        self._path = path
        self._tell = tell
        self._told = ""
        self._usual_patience_s = self._patience_s = patience_s
        self._base: sqlite3.Connection | None = None
        self._opened_file = 0
        with suppress(ApiFailure):
            self._do(lambda base: None)

    @property
    def limit_bytes(self) -> int:
        """10 MB."""
        return APP_LIMIT_BYTES

    def get(self, key: str) -> str | None:
        """The JSON text of a key's value, or None."""
        row = self._read("SELECT value FROM storage WHERE key = ?", (key,))
        return str(row[0][0]) if row else None

    def set_many(self, values: Mapping[str, str]) -> None:
        """Writes all pairs in one transaction. Raises ApiFailure when a quota is exceeded; nothing is written then."""
        sizes = {key: len(key.encode("utf-8", "surrogatepass")) + len(value.encode("utf-8", "surrogatepass"))
                 for key, value in values.items()}  # fmt: skip
        if any(size > KEY_LIMIT_BYTES for size in sizes.values()):
            raise ApiFailure("entry size limit reached")

        def write(base: sqlite3.Connection) -> None:
            base.execute("BEGIN IMMEDIATE")
            try:
                base.executemany(_WRITE, [(key, value, sizes[key]) for key, value in values.items()])
                if base.execute("SELECT SUM(size) FROM storage").fetchone()[0] > APP_LIMIT_BYTES:
                    raise ApiFailure("exceed storage max size 10Mb")
                base.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    base.execute("ROLLBACK")
                raise

        if values:
            self._do(write)

    def remove(self, key: str) -> None:
        """Removes a key that may be absent."""
        self._do(lambda base: base.execute("DELETE FROM storage WHERE key = ?", (key,)))

    def clear(self) -> None:
        """Removes every key."""
        self._do(lambda base: base.execute("DELETE FROM storage"))

    def keys(self) -> list[str]:
        """All keys, oldest first."""
        return [str(row[0]) for row in self._read("SELECT key FROM storage ORDER BY position")]

    def entries(self) -> list[tuple[str, str, int]]:
        """All keys with the JSON text of their values and the bytes of both, oldest first."""
        rows = self._read("SELECT key, value, size FROM storage ORDER BY position")
        return [(str(key), str(value), int(str(size))) for key, value, size in rows]

    def size_bytes(self) -> int:
        """Bytes of all keys and values."""
        rows = self._read("SELECT COALESCE(SUM(size), 0) FROM storage")
        return int(str(rows[0][0])) if rows else 0

    def close(self) -> None:
        """Closes the file; the next call opens it again."""
        base, self._base = self._base, None
        if base is not None:
            base.close()

    def _read(self, query: str, parameters: tuple[str, ...] = ()) -> list[tuple[object, ...]]:
        """The rows of a query; none if there is no file and no room to make one."""
        try:
            return self._do(lambda base: base.execute(query, parameters).fetchall())
        except ApiFailure:
            if not self._path.exists() or self._path.stat().st_size == 0:
                return []
            rows = self._read_alone(query, parameters)
            if rows is None:
                raise
            return rows

    def _read_alone(self, query: str, parameters: tuple[str, ...]) -> list[tuple[object, ...]] | None:
        """The same on a full disk, where there is no room for the index that several readers share."""
        base = _connect(self._path, 0)
        try:
            base.execute("PRAGMA locking_mode = EXCLUSIVE")
            return base.execute(query, parameters).fetchall()
        except sqlite3.Error:
            return None
        finally:
            base.close()

    def _do(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        """Works on the file; raises ApiFailure if that is not possible now."""
        try:
            try:
                return self._done(work)
            except sqlite3.Error as error:
                if not _is_damage(error):
                    raise
                self._set_aside()
                return self._done(work)
        except (sqlite3.Error, OSError) as error:
            self.close()
            self._patience_s = 0
            if str(error) != self._told:
                self._told = str(error)
                self._tell("api/storage-unusable", {"why": str(error), "file": str(self._path)})
            raise ApiFailure(f"system error {error}", SYSTEM_ERRNO) from error

    def _done(self, work: Callable[[sqlite3.Connection], Result]) -> Result:
        result = work(self._opened())
        self._patience_s, self._told = self._usual_patience_s, ""
        return result

    def _opened(self) -> sqlite3.Connection:
        if self._base is None:
            make_private_folder(self._path.parent)
            self._base = _connect(self._path, self._patience_s)
            self._opened_file = _number_of(self._path)
            self._base.execute("PRAGMA journal_mode = WAL")
            self._base.execute("PRAGMA synchronous = NORMAL")
            self._base.execute(_TABLE)
        return self._base

    def _set_aside(self) -> None:
        """Gives the damaged file another name, unless somebody else has done so already."""
        self.close()
        if _number_of(self._path) != self._opened_file:
            return
        names = (self._path.with_suffix(f".damaged-{number}{self._path.suffix}") for number in range(1, 10_000))
        aside = next(name for name in names if not name.exists())
        for suffix in ("", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                Path(f"{self._path}{suffix}").rename(f"{aside}{suffix}")
        self._tell("api/storage-damaged", {"file": str(aside)})


def _connect(path: Path, patience_s: float) -> sqlite3.Connection:
    base = sqlite3.connect(path, timeout=patience_s, isolation_level=None)
    base.text_factory = lambda data: data.decode("utf-8", "replace")
    return base


def _is_damage(error: sqlite3.Error) -> bool:
    # A file with other tables in it is as good as a damaged one.
    code, text = getattr(error, "sqlite_errorcode", 0), str(error)
    return code & 0xFF in _DAMAGE or "no such" in text or "no column" in text


def _number_of(path: Path) -> int:
    """Tells one file from another of the same name; 0 if there is none."""
    try:
        return os.stat(path).st_ino
    except OSError:
        return 0
