"""The clipboard of the computer. It may hold what is none of a program's business, so each reading is told."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from runtime.api.ports.clipboard import CLIPBOARD, ClipboardPort
from runtime.protocol.codec import well_formed_text
from simulator.api.surroundings import Real


class QtClipboard:
    """The `ClipboardPort` of the host. Needs a running QGuiApplication. `tell` hears of a reading, by code."""

    def __init__(self, tell: Callable[[str], object]) -> None:
        self._tell = tell

    def read(self) -> str:
        """Its text."""
        self._tell("clipboard-read")
        return well_formed_text(QGuiApplication.clipboard().text())

    def write(self, text: str) -> None:
        """Replaces its text."""
        QGuiApplication.clipboard().setText(text)


REAL: Real[ClipboardPort] = Real(CLIPBOARD, lambda around, _project: QtClipboard(around.notices.say))
