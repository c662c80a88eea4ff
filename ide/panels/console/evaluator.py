"""The line at the bottom of the console: Enter evaluates, Shift+Enter begins a new line, arrows call back the past."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QListView, QPlainTextEdit, QWidget

from ide.models.console.completion import Wanted, wanted_at
from ide.models.console.history import History
from ide.models.console.look import Look
from ide.panels.console.icons import ConsoleIcons
from ide.panels.console.row_layout import Style
from ide.widgets.plain_text import PlainLabel

MAX_LINES = 8
MARGIN = 2
POPUP_WIDTH = 260
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CodeLine(QPlainTextEdit):
    """As high as its text, up to eight lines. `names_wanted` carries what could be completed at the cursor."""

    entered = Signal(str)
    names_wanted = Signal(object)

    def __init__(self, history: History, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(MARGIN)
        self.textChanged.connect(self.fit)
        self._wanted: Wanted | None = None
        self._names = QStringListModel(self)
        self.completer = QCompleter(self._names, self)
        self.names = QListView()
        self.completer.setPopup(self.names)
        self.completer.setWidget(self)
        self.completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.completer.activated.connect(self._complete)

    def offer(self, wanted: Wanted, names: Sequence[str]) -> None:
        """Names to choose from, unless the text has changed since they were wanted."""
        if wanted != self._wanted:
            return
        if not names:
            self.names.hide()
            return
        self._names.setStringList(list(names))
        self.completer.setCompletionPrefix(wanted.prefix)
        place = self.cursorRect()
        place.setWidth(POPUP_WIDTH)
        self.completer.complete(place)

    def fit(self) -> None:
        """Takes the height that the text needs."""
        lines = min(MAX_LINES, max(1, self.document().blockCount()))
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + 2 * MARGIN + 2)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.names.isVisible() and self._choose(event.key()):
            return
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in _ENTER and not shift:
            self.entered.emit(self.toPlainText())
        elif event.key() == Qt.Key.Key_Up and self.textCursor().blockNumber() == 0:
            self._call_back(self._history.older(self.toPlainText()))
        elif event.key() == Qt.Key.Key_Down and self.textCursor().blockNumber() == self.document().blockCount() - 1:
            self._call_back(self._history.newer())
        else:
            super().keyPressEvent(event)
            self._look_for_names(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        """While names are offered, Tab takes one of them."""
        return False if self.names.isVisible() else super().focusNextPrevChild(is_next)

    def _choose(self, key: int) -> bool:
        """A key while names are offered: Tab takes the marked or the first one, Enter only a marked one."""
        marked = self.names.currentIndex()
        if key == Qt.Key.Key_Escape:
            self.names.hide()
            return True
        if key not in (*_ENTER, Qt.Key.Key_Tab):
            return False
        self.names.hide()
        if key == Qt.Key.Key_Tab and not marked.isValid():
            marked = self.completer.completionModel().index(0, 0)
        if marked.isValid():
            self._complete(str(marked.data()))
        return marked.isValid()

    def _look_for_names(self, event: QKeyEvent) -> None:
        """After a key that wrote something: what could be completed now."""
        if not event.text() and event.key() != Qt.Key.Key_Backspace:
            return
        cursor = self.textCursor()
        self._wanted = wanted_at(self.toPlainText()[: cursor.position()])
        if self._wanted is None:
            self.names.hide()
        else:
            self.names_wanted.emit(self._wanted)

    def _complete(self, name: str) -> None:
        if self._wanted is not None:
            self.insertPlainText(name[len(self._wanted.prefix) :])
            self._wanted = None

    def _call_back(self, text: str | None) -> None:
        if text is not None:
            self.setPlainText(text)
            self.moveCursor(QTextCursor.MoveOperation.End)


class Evaluator(QWidget):
    """The evaluator line with its prompt."""

    entered = Signal(str)
    names_wanted = Signal(object)

    def __init__(self, history: History, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("consoleEvaluator")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._prompt = PlainLabel(parent=self)
        self.line = CodeLine(history, self)
        self.line.entered.connect(self._entered)
        self.line.names_wanted.connect(lambda wanted: self.names_wanted.emit(wanted))
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
