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
        """Takes the mouse until a click, Escape or `hide`."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.moved.emit(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hide()
        if event.button() == Qt.MouseButton.LeftButton:
            self.picked.emit(event.position())
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.left.emit()
