"""The field in which a name or a value of a declaration is changed, over the row that shows it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Literal

from PySide6.QtCore import QEvent, QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from ide.models.number_step import stepped

End = Literal["enter", "next", "back", "blur"]
STEPS = {
    Qt.KeyboardModifier.NoModifier: Decimal(1),
    Qt.KeyboardModifier.ShiftModifier: Decimal(10),
    Qt.KeyboardModifier.AltModifier: Decimal("0.1"),
    Qt.KeyboardModifier.ControlModifier: Decimal(100),
}
"""How much an arrow key changes a number, by the key that is held."""
_TABS: Mapping[int, End] = {Qt.Key.Key_Tab: "next", Qt.Key.Key_Backtab: "back"}
_LEAST_WIDTH = 60


class ValueEditor(QLineEdit):
    """`typed(text)` at every change, then once `ended(text, how)` or `given_up`."""

    typed = Signal(str)
    ended = Signal(str, str)
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self._area = QRect()
        self.setObjectName("wxml_value_editor")
        self.setFrame(False)
        self._words = QStringListModel(self)
        completer = QCompleter(self._words, self)
        completer.setFilterMode(Qt.MatchFlag.MatchStartsWith)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        self.textEdited.connect(self._typed)
        completer.activated.connect(self._typed)
        self._is_open = False
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether somebody is editing."""
        return self._is_open

    def open(self, area: QRect, text: str, words: Sequence[str]) -> None:
        """Begins with all of the text selected."""
        self._words.setStringList(list(words))
        self._area = area
        self.setText(text)
        self._fit()
        self._is_open = True
        self.show()
        self.setFocus()
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(event, -1 if key == Qt.Key.Key_Down else 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end("enter")
        elif key == Qt.Key.Key_Escape:
            self._close()
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Tab would go to another widget before a key event comes.
        key = event.key() if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress else 0
        if key in _TABS:
            self._end(_TABS[key])
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # The list of words is a window of its own, and no reason to end.
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._end("blur")

    def _step(self, event: QKeyEvent, direction: int) -> None:
        step = STEPS.get(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
        found = stepped(self.text(), self.cursorPosition(), direction * step) if step else None
        if found is None:
            super().keyPressEvent(event)
            return
        text, start, end = found
        self.setText(text)
        self.setSelection(start, end - start)
        self._typed(text)

    def _typed(self, text: str) -> None:
        self._fit()
        if self._is_open:
            self.typed.emit(text)

    def _end(self, how: End) -> None:
        if self._is_open:
            self._close()
            self.ended.emit(self.text(), how)

    def _close(self) -> None:
        self._is_open = False
        self.hide()

    def _fit(self) -> None:
        """As wide as its text, within the list."""
        width = max(_LEAST_WIDTH, QFontMetrics(self.font()).horizontalAdvance(self.text()) + 16)
        right = self._room.width() - 2
        area = self._area
        self.setGeometry(area.left() - 3, area.top(), min(width, max(_LEAST_WIDTH, right - area.left())), area.height())
