"""Copies files in a thread: folders may be large. What came of it is told in the thread of the owner."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from ide.models.file_copies import copy_into
from ide.panels.project_tree.presenter import Copied


class Copying(QObject):
    """One copy after the other."""

    _copied = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._copied.connect(lambda tell: tell(), Qt.ConnectionType.QueuedConnection)

    def copy(self, root: Path, files: Sequence[Path], folder: str, done: Copied) -> None:
        """Copies files into a folder of the project; `done` hears of each."""
        self._pool.start(_Copy(self, root, files, folder, done))

    def tell(self, tell: partial[None]) -> None:
        """Called in the thread."""
        self._copied.emit(tell)

    def wait(self) -> None:
        """The project is closed: what is being copied is copied, nobody hears of it."""
        self._copied.disconnect()
        self._pool.waitForDone()


class _Copy(QRunnable):
    def __init__(self, copying: Copying, root: Path, files: Sequence[Path], folder: str, done: Copied) -> None:
        super().__init__()
        self._copying = copying
        self._root = root
        self._files = files
        self._folder = folder
        self._done = done

    def run(self) -> None:
        made = [copy_into(self._root, file, self._folder) for file in self._files]
        self._copying.tell(partial(self._done, made))
