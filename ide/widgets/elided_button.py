"""A button whose text gives way when there is no room for it: its end is shown, the tip has all of it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from ide.widgets.plain_text import plain_tip

_AROUND = 14
"""What the style puts beside the text."""


class ElidedButton(QToolButton):
    """`show_text` in place of `setText`; `tip` says what a click does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.tip = ""
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    @property
    def whole_text(self) -> str:
        """All of it."""
        return self._whole

    def show_text(self, text: str) -> None:
        """As much of it as there is room for."""
        self._whole = text
        self.updateGeometry()
        self._elide()

    def sizeHint(self) -> QSize:
        # Widths of letters are no whole numbers.
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 1 + _AROUND, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 3 * _AROUND), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        room = self.width() - _AROUND
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideLeft, max(room, 0))
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(plain_tip(self.tip if shown == self._whole else f"{self._whole}\n{self.tip}"))
