"""Shows on the phone that what its user does is recorded: a red frame and a word. It takes no mouse."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

ON, PAUSED = QColor(220, 50, 47), QColor(150, 150, 150)
WIDTH = 3
LABEL = QRectF(0, 0, 46, 16)


class RecordingMark(QWidget):
    """Lies over a phone, and is never part of a picture of it."""

    def __init__(self, phone: QWidget) -> None:
        super().__init__(phone)
        self._phone = phone
        self._is_paused = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        phone.installEventFilter(self)
        self.hide()

    def show_recording(self, *, is_on: bool, is_paused: bool) -> None:
        """Shows whether something is recorded."""
        self._is_paused = is_paused
        self.setGeometry(self._phone.rect())
        self.setVisible(is_on)
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = PAUSED if self._is_paused else ON
        painter.setPen(QPen(color, WIDTH))
        painter.drawRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5))
        label = LABEL.translated((self.width() - LABEL.width()) / 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawRoundedRect(label, 4, 4)
        painter.setPen(QColor(Qt.GlobalColor.white))
        font = QFont(self.font())
        font.setPixelSize(10)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(label, int(Qt.AlignmentFlag.AlignCenter), "❚❚ REC" if self._is_paused else "● REC")
        painter.end()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._phone.rect())
        return super().eventFilter(watched, event)
