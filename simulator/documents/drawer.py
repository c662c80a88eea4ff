"""Has a document drawn by a process of its own, which is ended when it takes too long or sends too much."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer

from runtime.module_path import python_child
from simulator.documents.wire import MAX_BYTES, pictures_in

PATIENCE_MS = 30_000


def draw_pdf(data: bytes, done: Callable[[Sequence[bytes] | None], None], owner: QObject) -> None:
    """`done` hears once: pictures of the pages, or None if there are none to be had."""
    _Drawing(data, done, owner)


class _Drawing(QObject):
    def __init__(self, data: bytes, done: Callable[[Sequence[bytes] | None], None], owner: QObject) -> None:
        super().__init__(owner)
        self._done = done
        self._came = bytearray()
        self._is_over = False
        self._process = QProcess(self)
        child = python_child("simulator.documents.drawing")
        environment = QProcessEnvironment()
        for name, value in child.environment.items():
            environment.insert(name, value)
        self._process.setProcessEnvironment(environment)
        self._process.setWorkingDirectory(child.folder)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._end)
        self._process.errorOccurred.connect(self._end)
        self._process.start(child.command[0], child.command[1:])
        self._process.write(data)
        self._process.closeWriteChannel()
        QTimer.singleShot(PATIENCE_MS, self, self._end)

    def _read(self) -> None:
        self._came += bytes(self._process.readAllStandardOutput().data())
        # Twice: a picture that goes beyond is the last one.
        if len(self._came) > 2 * MAX_BYTES:
            self._end()

    def _end(self, *_: object) -> None:
        if self._is_over:
            return
        self._is_over = True
        self._came += bytes(self._process.readAllStandardOutput().data())
        self._process.kill()
        # Pages that were drawn before something went wrong are shown.
        self._done(pictures_in(bytes(self._came)) or None)
        self.deleteLater()
