"""Asks git about the open project in a thread of its own, and tells tree, editor and status bar what it says."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from ide.models.question import Asker, Question
from ide.models.text_files import Refused, write_file
from ide.panels.editor.presenter import EditorPresenter
from ide.version_control.history import History, as_text
from ide.version_control.repository import Head
from ide.version_control.status import Status
from ide.widgets.task_queue import TaskQueue

PAUSE_MS = 250
"""Changes come in crowds; git is asked when they have come to rest."""


class GitDesk(QObject):
    """`status_changed` carries a `Status`, or None if git says nothing; `reported` the key of a text and a detail."""

    status_changed = Signal(object)
    reported = Signal(str, str)

    def __init__(self, root: Path, editor: EditorPresenter, asker: Asker, parent: QObject) -> None:
        super().__init__(parent)
        self.status: Status | None = None
        self.is_answered = False
        self._root = root
        self._editor = editor
        self._asker = asker
        self._history = History(root)
        self._head: Head | None = None
        self._told: set[str] = set()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(lambda _folder: self.refresh())
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._ask_status)
        self._tasks = TaskQueue(self)
        self._forget = editor.documents.changed.connect(self._document_changed)
        editor.committed.discard_asked = self.discard
        self._ask_status()

    def refresh(self) -> None:
        """Something may differ now."""
        self._pause.start()

    def compare(self, path: str) -> None:
        """Shows a file beside its text in the last commit."""
        self._editor.open(path)
        self._ask_text(path, lambda: self._editor.compare_with_commit(path))

    def discard(self, path: str) -> None:
        """Asks, then gives a file back what it was in the last commit. An open one can be undone in the editor."""
        question = Question("discard_changes", ("discard_changes", "cancel"), {"file": path})
        self._asker.ask(question, lambda answer: self._discard(path) if answer == "discard_changes" else None)

    def close(self) -> None:
        """The project is closed: nobody waits for an answer, nobody hears of one."""
        self.blockSignals(True)
        self._forget()
        self._pause.stop()
        self._history.end()
        self._tasks.close(gives_up=True)
        self._history.close()

    # -- within

    def _ask_status(self) -> None:
        self._tasks.work(self._history.status, self._take)

    def _take(self, status: Status | None) -> None:
        folder = self._history.watched_folder
        if folder and str(folder) not in self._watcher.directories():
            self._watcher.addPath(str(folder))
        self.status, self.is_answered = status, True
        head = status.head if status else None
        if head != self._head:
            self._head = head
            self._told.clear()
            for path in self._editor.documents.paths:
                self._document_changed(path)
        self.status_changed.emit(status)

    def _document_changed(self, path: str) -> None:
        if path not in self._editor.documents:
            self._told.discard(path)
        elif path not in self._told and self._head:
            self._told.add(path)
            self._ask_text(path)

    def _ask_text(self, path: str, then: Callable[[], None] = lambda: None) -> None:
        def told(data: bytes | None) -> None:
            self._editor.committed.tell(path, as_text(data))
            then()

        self._tasks.work(partial(self._history.committed, path), told)

    def _discard(self, path: str) -> None:
        self._tasks.work(partial(self._history.committed, path), lambda data: self._put_back(path, data))

    def _put_back(self, path: str, data: bytes | None) -> None:
        text, target = as_text(data), self._root / path
        if data is None:
            self.reported.emit("not_in_commit", path)
            return
        if text is not None and target.exists():
            self._editor.open(path)
        if text is not None and path in self._editor.documents:
            self._editor.put(path, text)
            self._editor.save(path)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        written = write_file(target, data)
        if isinstance(written, Refused):
            self.reported.emit("action_failed", written.detail or written.reason)
