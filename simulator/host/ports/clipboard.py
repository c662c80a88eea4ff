"""The clipboard of the computer."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication


class QtClipboard:
    """The `ClipboardPort` of the host. Needs a running QGuiApplication."""

    def read(self) -> str:
        """Its text."""
        return QGuiApplication.clipboard().text()

    def write(self, text: str) -> None:
        """Replaces its text."""
        QGuiApplication.clipboard().setText(text)
