"""What the last change did, over the phone for a moment; that it is not on the phone stays until the next change.

How far the build has come that a start waits for stands there too.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from ide.widgets.plain_text import PlainLabel

SHOWN_MS = 2_000
_TOP = 10


class VerdictChip(PlainLabel):
    """Lies over the phone's area at the top and lets clicks through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent=parent)
        self.setObjectName("verdict_chip")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._area = parent
        self._going = QTimer(self, interval=SHOWN_MS, singleShot=True)
        self._going.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def say(self, words: str, *, is_bad: bool) -> None:
        """Shows what a change did."""
        self._show(words, "bad" if is_bad else "good")
        if not is_bad:
            self._going.start()

    def tell(self, words: str) -> None:
        """Shows how far something has come, until `end_telling` or the next verdict."""
        self._show(words, "")

    def end_telling(self) -> None:
        """It has come to its end; a verdict stays."""
        if not self.property("tone"):
            self.hide()

    def _show(self, words: str, tone: str) -> None:
        self._going.stop()
        self.setText(words)
        self.setProperty("tone", tone)
        self.style().polish(self)
        self._place()
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        size = self.sizeHint().boundedTo(self._area.size())
        self.setGeometry((self._area.width() - size.width()) // 2, _TOP, size.width(), size.height())
