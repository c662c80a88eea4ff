"""Live expressions above the rows of the console: a line for each, and one to type the next."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ide.models.console.live import LiveExpression
from ide.models.console.look import Look
from ide.models.texts import Texts
from ide.panels.console.row_layout import Style
from ide.widgets.plain_text import PlainLabel


class _NewExpression(QLineEdit):
    """Enter pins what is typed, Escape gives up."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class _Line(QWidget):
    """One expression with its value."""

    removed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = PlainLabel(parent=self)
        self.value = PlainLabel(parent=self)
        self.remove = QToolButton(self)
        self.remove.setText("✕")
        self.remove.setAutoRaise(True)
        self.remove.clicked.connect(lambda: self.removed.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(6)
        row.addWidget(self.remove)
        row.addWidget(self.name)
        row.addWidget(self.value, 1)
        self.value.setMinimumWidth(10)


class LiveBar(QFrame):
    """Hidden while there is nothing in it. `added(code)`, `removed(code)`."""

    added = Signal(str)
    removed = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("consoleLive")
        self._look = look
        self._lines: list[_Line] = []
        self._listed: Sequence[LiveExpression] = ()
        self.field = _NewExpression(self)
        self.field.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 2, 0, 2)
        self._column.setSpacing(0)
        self._column.addWidget(self.field)
        self.field.returnPressed.connect(self._entered)
        self.field.given_up.connect(self._close_field)
        self.hide()

    def open_field(self) -> None:
        """The user wants to pin one more."""
        self.show()
        self.field.show()
        self.field.setFocus()

    def show_expressions(self, listed: Sequence[LiveExpression]) -> None:
        """Shows these and their values."""
        while len(self._lines) > len(listed):
            self._lines.pop().deleteLater()
        while len(self._lines) < len(listed):
            line = _Line(self)
            line.removed.connect(lambda line=line: self.removed.emit(line.name.text()))
            self._lines.append(line)
            self._column.insertWidget(len(self._lines) - 1, line)
        for line, one in zip(self._lines, listed, strict=True):
            role = one.pieces[0].role if one.pieces else "dim"
            line.name.setText(one.code)
            line.value.setText("".join(piece.text for piece in one.pieces) or "…")
            line.value.setStyleSheet(f"color: {self._look.colors[role]};")
        self._listed = listed
        self.setVisible(bool(listed) or self.field.isVisible())

    def shown(self) -> list[str]:
        """What stands there."""
        return [f"{line.name.text()}: {line.value.text()}" for line in self._lines]

    def set_look(self, look: Look, texts: Texts) -> None:
        """Draws with other colours and words."""
        self._look = look
        self.setFont(Style.of(look).font)
        self.setStyleSheet(f"#consoleLive {{ border-bottom: 1px solid {look.colors['border']}; }}")
        self.field.setPlaceholderText(texts("console.live_hint"))
        self.show_expressions(self._listed)

    def _entered(self) -> None:
        code = self.field.text()
        self._close_field()
        if code.strip():
            self.added.emit(code)

    def _close_field(self) -> None:
        self.field.clear()
        self.field.hide()
        self.setVisible(bool(self._lines))
