"""Writes the project's world values once they have changed, in a thread of its own: while a slider is dragged they
change many times a second, and a disk may be slow.

What the file holds is `simulator.data.world_file`'s.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

from runtime.world.scenario.player import After
from simulator.data.world_file import WorldFile

WITHIN_MS = 200
"""How long a change may be in memory only: less than a quarter of a second, with the time to write it."""


class KeptWorld(QObject):
    """`refused` hears, in the owner's thread, why the file could not be written."""

    _failed = Signal(str)

    def __init__(self, file: WorldFile, after: After, refused: Callable[[str], object]) -> None:
        super().__init__()
        self._file = file
        self._after = after
        self._waiting: Mapping[str, Any] | None = None
        self._writing: Future[None] | None = None
        # Its thread begins with the first change; the end of Python waits for it.
        self._thread = ThreadPoolExecutor(1, "world-file")
        self._failed.connect(refused, Qt.ConnectionType.QueuedConnection)

    def read(self) -> Mapping[str, Any] | None:
        """As `WorldFile.read`; None while the file is about to be what was kept."""
        return None if self._waiting is not None or self._is_writing else self._file.read()

    def keep(self, values: Mapping[str, Any]) -> None:
        """These are on the disk soon: of what is kept in short order only the last."""
        is_timed, self._waiting = self._waiting is not None, values
        if not is_timed:
            self._after(WITHIN_MS, self._begin)

    def close(self) -> None:
        """What is not on the disk yet gets there now."""
        self._submit()
        self._thread.shutdown()

    @property
    def _is_writing(self) -> bool:
        return self._writing is not None and not self._writing.done()

    def _begin(self) -> None:
        # A disk that hangs gets one value to write, not a queue of them.
        if self._is_writing:
            self._after(WITHIN_MS, self._begin)
        else:
            self._submit()

    def _submit(self) -> None:
        values, self._waiting = self._waiting, None
        if values is not None:
            self._writing = self._thread.submit(self._write, values)

    def _write(self, values: Mapping[str, Any]) -> None:
        try:
            self._file.write(values)
        except OSError as error:
            self._failed.emit(str(error))
