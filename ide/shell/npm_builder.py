"""Builds npm for the open project in a thread of its own."""

from __future__ import annotations

import traceback
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from runtime.project.model import NotAProject
from runtime.project.npm.build import NpmResult, build_npm


class NpmBuilder(QObject):
    """Signals: `built(NpmResult)`; `failed(text)`. One build at a time; a wish meanwhile is dropped."""

    built = Signal(object)
    failed = Signal(str)
    _ended = Signal(object, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.is_running = False
        self._pool = QThreadPool(self)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def build(self, root: Path) -> None:
        """Starts a build."""
        if not self.is_running:
            self.is_running = True
            self._pool.start(_Build(self, root))

    def wait(self) -> None:
        """The window goes away: a running build ends first."""
        self._pool.waitForDone()

    def ended(self, result: NpmResult | None, problem: str) -> None:
        """Called in the builder's thread."""
        self._ended.emit(result, problem)

    def _end(self, result: NpmResult | None, problem: str) -> None:
        self.is_running = False
        if result is None:
            self.failed.emit(problem)
        else:
            self.built.emit(result)


class _Build(QRunnable):
    def __init__(self, builder: NpmBuilder, root: Path) -> None:
        super().__init__()
        self._builder = builder
        self._root = root

    def run(self) -> None:
        try:
            result = build_npm(self._root)
        except (NotAProject, OSError) as error:
            self._builder.ended(None, str(error))
        except Exception:
            # The edge of the thread: a defect of the builder must reach the user, not end the window.
            self._builder.ended(None, traceback.format_exc())
        else:
            self._builder.ended(result, "")
