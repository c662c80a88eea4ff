"""A field with a list below it that finds one of many entries (go to file, recent files, commands)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from ide.models.fuzzy import Search, split_position
from ide.models.theme import Theme
from ide.widgets.choice_rows import Choice, ChoicePainter, ChoiceRows

_TOP = 60


class QuickOpen(QFrame):
    """Lies over its parent at the top and goes away when it loses the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("quick_open")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._search = Search(())
        self._chosen: Callable[[str, int], None] = lambda path, line: None
        self.is_held = False
        self.field = QLineEdit(self)
        self.list = QListView(self)
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setMouseTracking(True)
        self._rows = ChoiceRows(self)
        self._painter = ChoicePainter(self)
        self.list.setModel(self._rows)
        self.list.setItemDelegate(self._painter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        self.field.textChanged.connect(self._find)
        self.field.installEventFilter(self)
        self.list.clicked.connect(lambda index: self.choose())
        self.hide()

    def ask(
        self,
        entries: Sequence[str],
        describe: Callable[[str], Choice],
        hint: str,
        theme: Theme,
        chosen: Callable[[str, int], None],
    ) -> None:
        """Offers the entries; `chosen` gets one of them and a line (0 if none was typed)."""
        self._search, self._chosen = Search(entries), chosen
        self._rows.describe = describe
        self._painter.dress(theme)
        self.field.clear()
        self.field.setPlaceholderText(hint)
        self._find("")
        width, height = theme.sizes["list_width"], theme.sizes["list_height"]
        room = self.window().width()
        self.setGeometry((room - width) // 2, _TOP, width, height)
        self.show()
        self.raise_()
        self.field.setFocus()

    def hold(self, step: int) -> None:
        """What is marked when the user lets go of Ctrl is chosen; begins with the entry at `step`."""
        self.is_held = True
        self.step(step)

    def step(self, step: int) -> None:
        """Marks the next entry (1) or the one before (-1)."""
        row = (self.list.currentIndex().row() + step) % max(self._rows.rowCount(), 1)
        self.list.setCurrentIndex(self._rows.index(row))

    def choose(self) -> None:
        """Takes the marked entry."""
        entry = self.list.currentIndex().data()
        _, line = split_position(self.field.text())
        self._leave()
        if entry:
            self._chosen(str(entry), line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._leave()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._handle_key(Qt.Key(event.key()))
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease:
            self._let_go(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _handle_key(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self._leave()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.choose()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.step(1 if key == Qt.Key.Key_Down else -1)
        else:
            return False
        return True

    def _leave(self) -> None:
        self.is_held = False
        self.hide()

    def _let_go(self, key: Qt.Key) -> None:
        if self.is_held and key == Qt.Key.Key_Control:
            self.choose()

    def _find(self, text: str) -> None:
        name, _ = split_position(text)
        self._painter.needle = name
        self._rows.show(self._search.find(name))
        self.list.setCurrentIndex(self._rows.index(0))
