"""A panel that asks for what it shows only while somebody looks at it, and not more often than it can be read."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget


class Refreshed(Protocol):
    """The presenter of such a panel."""

    is_seen: bool

    def refresh(self) -> None:
        """Asks for everything anew."""


class LivePanel(QWidget):
    """Refreshes when it comes to the front, and `pause_ms` after the presenter has said that something stirred."""

    def __init__(self, presenter: Refreshed, pause_ms: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._refreshed = presenter
        self._pause = QTimer(self, interval=pause_ms, singleShot=True)
        self._pause.timeout.connect(self.refresh)

    def refresh(self) -> None:
        """Asks for everything anew."""
        self._refreshed.refresh()

    def stirred(self) -> None:
        """What is shown may no longer be so."""
        if not self._pause.isActive():
            self._pause.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._refreshed.is_seen = True
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._refreshed.is_seen = False
