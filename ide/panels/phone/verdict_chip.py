"""What the last change did, over the phone for a moment; that it is not on the phone stays until the next change."""

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
        self._going.stop()
        self.setText(words)
        self.setProperty("tone", "bad" if is_bad else "good")
        self.style().polish(self)
        self._place()
        self.show()
        self.raise_()
        if not is_bad:
            self._going.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        size = self.sizeHint().boundedTo(self._area.size())
        self.setGeometry((self._area.width() - size.width()) // 2, _TOP, size.width(), size.height())
