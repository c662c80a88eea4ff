"""Dims the phone while its program stands at a breakpoint, and offers to go on or to take a step."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.widgets.dressing import dress
from ide.widgets.icons import Icons
from ide.widgets.plain_text import PlainLabel

_BUTTONS = {"go": "play", "over": "step-over"}


class PauseBar(QWidget):
    """Lies over the phone's area. `asked` carries `go` or `over`."""

    asked = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._area = parent
        self._bar = QFrame(self)
        self._bar.setObjectName("pause_bar")
        self.text = PlainLabel(parent=self._bar)
        self.buttons = {name: QToolButton(self._bar) for name in _BUTTONS}
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(10, 4, 6, 4)
        row.addWidget(self.text)
        for name, button in self.buttons.items():
            button.setObjectName(f"paused_{name}")
            button.setIconSize(QSize(16, 16))
            button.clicked.connect(lambda _checked=False, name=name: self.asked.emit(name))
            row.addWidget(button)
        outer = QVBoxLayout(self)
        outer.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(1)
        parent.installEventFilter(self)
        dress(self, appearance, self._dress)
        self.hide()

    def show_pause(self, *, is_paused: bool) -> None:
        """Covers the phone, which keeps its picture, or leaves it."""
        self.setGeometry(self._area.rect())
        self.setVisible(is_paused)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._appearance.theme.colors["phone_shade"]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._area.rect())
        return super().eventFilter(watched, event)

    def _dress(self, appearance: Appearance) -> None:
        icons = Icons(appearance.theme)
        self.text.setText(appearance.texts("phone.paused"))
        for name, icon in _BUTTONS.items():
            self.buttons[name].setIcon(icons.icon(icon))
            self.buttons[name].setToolTip(appearance.texts(f"phone.paused_{name}"))
            self.buttons[name].setAccessibleName(appearance.texts(f"phone.paused_{name}"))
