"""The file of wx.setStorage. It is opened for each action: the program may be writing to it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from ide.models.debug_target import Complaint, StoredEntry
from ide.models.signal import Signal
from runtime.api.call import ApiFailure
from runtime.api.sqlite_storage import APP_LIMIT_BYTES, SqliteStorage

PATIENCE_S = 0.05
"""Whoever else holds the file is not waited for on the window's thread: the next refresh comes soon."""


class HostedStorage:
    """Implements `ide.models.debug_target.Storage`."""

    def __init__(self, path: Path) -> None:
        self.complained: Signal[Complaint] = Signal()
        self.limit_bytes = APP_LIMIT_BYTES
        self._path = path

    def entries(self) -> Sequence[StoredEntry]:
        """All of them; none of a file that cannot be read."""
        found: list[StoredEntry] = []
        self._with(lambda storage: found.extend(StoredEntry(*entry) for entry in storage.entries()))
        return found

    def write(self, values: Mapping[str, str]) -> bool:
        """All of them or none."""
        return self._with(lambda storage: storage.set_many(values))

    def remove(self, keys: Sequence[str]) -> bool:
        """One after the other."""

        def remove(storage: SqliteStorage) -> None:
            for key in keys:
                storage.remove(key)

        return self._with(remove)

    def clear(self) -> bool:
        """Nothing is left."""
        return self._with(lambda storage: storage.clear())

    def _with(self, act: Callable[[SqliteStorage], None]) -> bool:
        try:
            storage = SqliteStorage(self._path, self._told, PATIENCE_S)
            try:
                act(storage)
            finally:
                storage.close()
        except (ApiFailure, OSError) as error:
            self.complained.emit(Complaint("action_failed", {"detail": str(error)}))
            return False
        return True

    def _told(self, code: str, arguments: Mapping[str, str]) -> None:
        if code == "api/storage-damaged":
            self.complained.emit(Complaint("storage_damaged", arguments))
