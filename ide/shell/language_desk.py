"""Finds what completion offers for the project's own components, in a thread of its own."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from runtime.language.components import OwnTags
from runtime.project.model import Project


class TagReader(QObject):
    """`found(tags)` carries properties by tag for the template that was asked for last."""

    found = Signal(dict)
    _read = Signal(str, dict)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._path = ""
        self._tags = OwnTags()
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._read.connect(self._arrived, Qt.ConnectionType.QueuedConnection)

    def read(self, project: Project, path: str) -> None:
        """Asks for the tags of a template, by its path as seen from the project folder."""
        self._path = path
        self._pool.clear()
        self._pool.start(_Reading(self, self._tags, project, path))

    def close(self) -> None:
        """Waits for what is being read and tells of nothing more."""
        self._read.disconnect(self._arrived)
        self._pool.clear()
        self._pool.waitForDone()

    def ended(self, path: str, tags: dict[str, list[str]]) -> None:
        """Called in the reader's thread."""
        self._read.emit(path, tags)

    def _arrived(self, path: str, tags: dict[str, list[str]]) -> None:
        if path == self._path:
            self.found.emit(tags)


class _Reading(QRunnable):
    def __init__(self, reader: TagReader, tags: OwnTags, project: Project, path: str) -> None:
        super().__init__()
        self._reader = reader
        self._tags = tags
        self._project = project
        self._path = path

    def run(self) -> None:
        self._reader.ended(self._path, self._tags.of(self._project, self._path))
