"""The line at the bottom of the console: Enter evaluates, Shift+Enter begins a new line, arrows call back the past."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QWidget

from ide.models.console.history import History
from ide.models.console.look import Look
from ide.panels.console.icons import ConsoleIcons
from ide.panels.console.row_layout import Style

MAX_LINES = 8
MARGIN = 2


class CodeLine(QPlainTextEdit):
    """As high as its text, up to eight lines."""

    entered = Signal(str)

    def __init__(self, history: History, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(MARGIN)
        self.textChanged.connect(self.fit)

    def fit(self) -> None:
        """Takes the height that the text needs."""
        lines = min(MAX_LINES, max(1, self.document().blockCount()))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 2 * MARGIN + 2)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not shift:
            self.entered.emit(self.toPlainText())
        elif event.key() == Qt.Key.Key_Up and self.textCursor().blockNumber() == 0:
            self._call_back(self._history.older(self.toPlainText()))
        elif event.key() == Qt.Key.Key_Down and self.textCursor().blockNumber() == self.document().blockCount() - 1:
            self._call_back(self._history.newer())
        else:
            super().keyPressEvent(event)

    def _call_back(self, text: str | None) -> None:
        if text is not None:
            self.setPlainText(text)
            self.moveCursor(QTextCursor.MoveOperation.End)


class Evaluator(QWidget):
    """The evaluator line with its prompt."""

    entered = Signal(str)

    def __init__(self, history: History, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("consoleEvaluator")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._prompt = QLabel(self)
        self.line = CodeLine(history, self)
        self.line.entered.connect(self._entered)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(0)
        row.addWidget(self._prompt, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.line, 1)
        self.setFocusProxy(self.line)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draws with other colours."""
        size = look.sizes["icon"]
        self._prompt.setPixmap(ConsoleIcons(look).pixmap("input", "icon_input", size, 2.0))
        self._prompt.setFixedSize(QSize(look.sizes["gutter"], look.sizes["button"]))
        self._prompt.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.line.setFont(Style.of(look).font)
        self.line.fit()

    def set_hint(self, text: str) -> None:
        """The words shown while the line is empty."""
        self.line.setPlaceholderText(text)

    def _entered(self, code: str) -> None:
        if code.strip():
            self.line.clear()
            self.entered.emit(code)
