"""Dims the phone when its program hangs or has crashed, says why, and offers to start it again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ide.models.appearance import Appearance

SHADE_ALPHA = 140
_ANSWERS = ("restart_here", "restart_first")


class MishapOverlay(QWidget):
    """Lies over the phone's area. `answered` carries `restart_here` or `restart_first`."""

    answered = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._area = parent
        self._state = ("", "")
        self.card = QFrame(self)
        self.card.setObjectName("mishap_card")
        self.title = QLabel(self.card)
        self.title.setObjectName("mishap_title")
        self.detail = QLabel(self.card)
        self.buttons = {answer: QPushButton(self.card) for answer in _ANSWERS}
        for label in (self.title, self.detail):
            label.setWordWrap(True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        for answer, button in self.buttons.items():
            button.setObjectName(f"mishap_{answer}")
            button.clicked.connect(lambda checked=False, answer=answer: self.answered.emit(answer))
        self.buttons["restart_here"].setDefault(True)
        parent.installEventFilter(self)
        self.hide()

    def show_state(self, state: str, detail: str) -> None:
        """Shows itself if the program hangs, has crashed or could not start; else goes away."""
        self._state = (state, detail)
        is_bad = state in ("hung", "crashed") or (state == "stopped" and bool(detail))
        if not is_bad:
            self.hide()
            return
        texts = self._appearance.texts
        self.title.setText(texts(f"mishap.{state}"))
        self.detail.setText(detail)
        self.detail.setVisible(bool(detail))
        for answer, button in self.buttons.items():
            button.setText(texts(f"mishap.{answer}"))
        self.buttons["restart_here"].setVisible(state != "stopped")
        self.setGeometry(self._area.rect())
        self.show()
        self.raise_()

    def speak(self) -> None:
        """Another language."""
        self.show_state(*self._state)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, SHADE_ALPHA))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._area.rect())
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        gap = self._appearance.theme.sizes["gap"]
        inner = QVBoxLayout(self.card)
        inner.setContentsMargins(20, 16, 20, 16)
        inner.setSpacing(2 * gap)
        inner.addWidget(self.title)
        inner.addWidget(self.detail)
        row = QHBoxLayout()
        row.addStretch(1)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        inner.addLayout(row)
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(self.card)
        outer.addStretch(1)
