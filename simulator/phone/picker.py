"""Takes the mouse away from the phone for a while, to choose an element instead of touching it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget


class ElementPicker(QWidget):
    """Lies over a phone. `moved` and `picked` carry points in its own pixels; `left` says that the user gave up."""

    moved = Signal(QPointF)
    picked = Signal(QPointF)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.hide()

    def start(self) -> None:
        """Takes the mouse until a click, Escape or `stop`."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def stop(self) -> None:
        """Gives the mouse back."""
        # Else Qt would hand the keyboard on to the phone, whose first field would take it.
        self.clearFocus()
        self.hide()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.moved.emit(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.stop()
        if event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(event.position())
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
            self.left.emit()
