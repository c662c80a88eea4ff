"""The process of a decoder as the host sees it: started ahead, one source for each, ended at once.

Everything happens on the GUI thread; the pipes are Qt's.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import msgspec
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment
from PySide6.QtGui import QGuiApplication

from runtime.module_path import python_child
from runtime.protocol.media import FromDecoder
from simulator.media.frames import (
    PIECE,
    BrokenFrame,
    FrameBuffer,
    Numbered,
    from_decoder,
    message_frame,
    numbered_frame,
)

Hear = Callable[[FromDecoder | Numbered], None]
END_MS = 2000
SILENT_PLATFORMS = ("offscreen", "minimal")


class DecoderProcess(QObject):
    """One process. `hear` gets what it says, `ended` hears once that it is no more, unless it was `end`ed."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._hear: Hear | None = None
        self._ended: Callable[[], None] | None = None
        self._frames = FrameBuffer()
        self._process = QProcess(self)
        # Who sees nothing hears nothing.
        words = ("--silent",) if QGuiApplication.platformName() in SILENT_PLATFORMS else ()
        child = python_child("simulator.media.decoder", *words)
        environment = QProcessEnvironment()
        for name, value in child.environment.items():
            environment.insert(name, value)
        self._process.setProcessEnvironment(environment)
        self._process.setWorkingDirectory(child.folder)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._over)
        self._process.errorOccurred.connect(self._over)
        process = self._process
        # Told before its children go.
        self.destroyed.connect(lambda *_: _kill(process))
        self._process.start(child.command[0], child.command[1:])

    @property
    def is_alive(self) -> bool:
        """Whether it runs, or is about to."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    @property
    def pid(self) -> int:
        """Of the running process, else 0."""
        return int(self._process.processId())

    def attach(self, hear: Hear, ended: Callable[[], None]) -> None:
        """Who hears of it from now on."""
        self._hear, self._ended = hear, ended

    def say(self, message: msgspec.Struct) -> None:
        """An order."""
        self._process.write(message_frame(message))

    def give(self, offset: int, piece: bytes) -> None:
        """Bytes of its source."""
        self._process.write(numbered_frame(PIECE, offset, piece))

    def end(self) -> None:
        """Ends it at once, without a word."""
        self._hear = self._ended = None
        if self.is_alive:
            self._process.finished.connect(self.deleteLater)
            self._process.kill()
        else:
            self.deleteLater()

    def _read(self) -> None:
        try:
            for kind, body in self._frames.take(bytes(self._process.readAllStandardOutput().data())):
                if self._hear is not None:
                    self._hear(from_decoder(kind, body))
        except BrokenFrame:
            self._process.kill()

    def _over(self, *_: object) -> None:
        ended, self._ended = self._ended, None
        if ended is not None and not self.is_alive:
            ended()


def _kill(process: QProcess) -> None:
    with suppress(RuntimeError):
        process.blockSignals(True)
        process.kill()
        process.waitForFinished(END_MS)
