"""Watches a project folder and tells which files changed, in the thread of its owner."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QFileSystemWatcher, QObject, Qt, QTimer, Signal
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

IGNORED_FOLDERS = frozenset({".git", "node_modules", ".venv", "__pycache__", ".idea", ".vscode"})
SETTLE_MS = 8
"""Editors write a file in several steps; changes are told when none has come for this long."""

_READ_ONLY_EVENTS = frozenset({"opened", "closed_no_write"})


class ProjectWatcher(QObject):
    """Emits `changed` with the set of project-relative paths (`/` as separator) that were written, made or removed.

    Emits `root_gone` when the folder itself has been deleted or moved away.
    """

    changed = Signal(object)
    root_gone = Signal()
    _raised = Signal(str)

    def __init__(self, root: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root = root
        self._is_gone = False
        self._pending: set[str] = set()
        self._settle = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settle.setTimerType(Qt.TimerType.PreciseTimer)
        self._settle.timeout.connect(self._tell)
        self._raised.connect(self._collect, Qt.ConnectionType.QueuedConnection)
        # The folder's own renaming or removal is an event of the folder above.
        self._above = QFileSystemWatcher([str(root.parent)], self)
        self._above.directoryChanged.connect(self._look_for_root)
        self._observer = Observer()
        self._observer.schedule(_Handler(self), str(root), recursive=True)

    def start(self) -> None:
        """Begins to watch. Raises OSError if the folder cannot be watched."""
        self._observer.start()

    def stop(self) -> None:
        """Ends watching; no signal comes afterwards."""
        if self._observer.is_alive():
            self._observer.stop()
            self._observer.join(timeout=2)
        if self._above.directories():
            self._above.removePaths(self._above.directories())
        self._settle.stop()

    def raise_path(self, path: str) -> None:
        """Called in the observer's thread with an absolute path."""
        relative = os.path.relpath(path, self._root).replace(os.sep, "/")
        if relative == ".":
            relative = ""
        if not IGNORED_FOLDERS.intersection(PurePosixPath(relative).parts) and not relative.startswith(".."):
            self._raised.emit(relative)

    def _collect(self, relative: str) -> None:
        self._look_for_root()
        if relative and not self._is_gone:
            self._pending.add(relative)
            self._settle.start()

    def _look_for_root(self) -> None:
        is_gone = not self._root.is_dir()
        if is_gone and not self._is_gone:
            self.root_gone.emit()
        self._is_gone = is_gone

    def _tell(self) -> None:
        paths, self._pending = self._pending, set()
        self.changed.emit(frozenset(paths))


class _Handler(FileSystemEventHandler):
    def __init__(self, watcher: ProjectWatcher) -> None:
        self._watcher = watcher

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _READ_ONLY_EVENTS or (event.is_directory and event.event_type == "modified"):
            return
        for path in (event.src_path, event.dest_path):
            if path:
                self._watcher.raise_path(os.fsdecode(path))
