"""Storage kept in an SQLite file, one per project. The host may open the same file to show or clear it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from runtime.api.call import ApiFailure

KEY_LIMIT_BYTES = 1024 * 1024
APP_LIMIT_BYTES = 10 * 1024 * 1024
BUSY_TIMEOUT_S = 5.0

_TABLE = """
CREATE TABLE IF NOT EXISTS storage (
    position INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, value TEXT NOT NULL, size INTEGER NOT NULL
)
"""
_WRITE = """
INSERT INTO storage (key, value, size) VALUES (?, ?, ?)
ON CONFLICT (key) DO UPDATE SET value = excluded.value, size = excluded.size
"""


class SqliteStorage:
    """Storage of one project (`StoragePort`). Use on the thread that made it."""

    def __init__(self, path: Path) -> None:
        """Opens or creates the file at `path`; its folder is made."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self._base = sqlite3.connect(path, timeout=BUSY_TIMEOUT_S, isolation_level=None)
        self._base.execute("PRAGMA journal_mode = WAL")
        self._base.execute("PRAGMA synchronous = NORMAL")
        self._base.execute(_TABLE)

    @property
    def limit_bytes(self) -> int:
        """10 MB."""
        return APP_LIMIT_BYTES

    def get(self, key: str) -> str | None:
        """The JSON text of a key's value, or None."""
        row = self._base.execute("SELECT value FROM storage WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def set_many(self, values: Mapping[str, str]) -> None:
        """Writes all pairs in one transaction. Raises ApiFailure when a quota is exceeded; nothing is written then."""
        sizes = {key: len(key.encode("utf-8", "surrogatepass")) + len(value.encode("utf-8", "surrogatepass"))
                 for key, value in values.items()}  # fmt: skip
        if any(size > KEY_LIMIT_BYTES for size in sizes.values()):
            raise ApiFailure("entry size limit reached")
        self._base.execute("BEGIN IMMEDIATE")
        try:
            self._base.executemany(_WRITE, [(key, value, sizes[key]) for key, value in values.items()])
            if self.size_bytes() > APP_LIMIT_BYTES:
                raise ApiFailure("exceed storage max size 10Mb")
        except BaseException:
            self._base.execute("ROLLBACK")
            raise
        self._base.execute("COMMIT")

    def remove(self, key: str) -> None:
        """Removes a key that may be absent."""
        self._base.execute("DELETE FROM storage WHERE key = ?", (key,))

    def clear(self) -> None:
        """Removes every key."""
        self._base.execute("DELETE FROM storage")

    def keys(self) -> list[str]:
        """All keys, oldest first."""
        return [str(row[0]) for row in self._base.execute("SELECT key FROM storage ORDER BY position")]

    def size_bytes(self) -> int:
        """Bytes of all keys and values."""
        row = self._base.execute("SELECT COALESCE(SUM(size), 0) FROM storage").fetchone()
        return int(row[0])

    def close(self) -> None:
        """Closes the file."""
        self._base.close()
