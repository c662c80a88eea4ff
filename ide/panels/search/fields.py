"""The fields above the results of Search: what is looked for, what takes its place, in which files."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QToolButton, QWidget

from ide.models.appearance import Appearance
from ide.widgets.dressing import dress
from ide.widgets.icons import Icons
from runtime.protocol.search import Query

_SIGNS = {"is_case": "Aa", "is_word": "ab|", "is_regex": ".*"}
_ICONS = {"with_packages": "storage", "replaces": "chevron-right", "again": "refresh", "toggle_all": "collapse"}


class SearchFields(QFrame):
    """`changed`: the query is another one now; `left`: the user goes on to the results."""

    changed = Signal()
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel_bar")
        self._appearance = appearance
        self.texts = {name: QLineEdit(self) for name in ("query", "replacement", "include", "exclude")}
        self.buttons = {name: QToolButton(self) for name in (*_SIGNS, *_ICONS)}
        self.replace_all = QPushButton(self)
        self.take_back = QPushButton(self)
        self._lay_out()
        for field in self.texts.values():
            field.setClearButtonEnabled(True)
            field.textChanged.connect(self.changed)
        for name in (*_SIGNS, "with_packages", "replaces"):
            self.buttons[name].setCheckable(True)
            self.buttons[name].toggled.connect(self.changed)
        self.buttons["replaces"].toggled.connect(self._show_replacement)
        self._show_replacement(False)
        dress(self, appearance, self._dress)

    @property
    def query(self) -> Query:
        """What the fields say."""
        is_on = {name: self.buttons[name].isChecked() for name in (*_SIGNS, "with_packages")}
        replacement = self.texts["replacement"].text() if self.buttons["replaces"].isChecked() else None
        include, exclude = self.texts["include"].text(), self.texts["exclude"].text()
        return Query(self.texts["query"].text(), replacement=replacement, include=include, exclude=exclude, **is_on)

    def begin(self, text: str, *, replaces: bool) -> None:
        """The keyboard goes into the first field."""
        if replaces:
            self.buttons["replaces"].setChecked(True)
        if text:
            self.texts["query"].setText(text)
        self.texts["query"].setFocus()
        self.texts["query"].selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _show_replacement(self, is_shown: bool) -> None:
        for widget in (self.texts["replacement"], self.replace_all, self.take_back):
            widget.setVisible(is_shown)
        icons = Icons(self._appearance.theme)
        self.buttons["replaces"].setIcon(icons.icon("chevron-down" if is_shown else "chevron-right"))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(8, 4, 8, 4)
        grid.setVerticalSpacing(4)
        signs, acts, replacing = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        replacing.setSpacing(self._appearance.theme.sizes["gap"])
        for name in _SIGNS:
            signs.addWidget(self.buttons[name])
        for name in ("with_packages", "again", "toggle_all"):
            acts.addWidget(self.buttons[name])
        for button in (self.replace_all, self.take_back):
            replacing.addWidget(button)
        replacing.addStretch(1)
        grid.addWidget(self.buttons["replaces"], 0, 0)
        grid.addWidget(self.texts["query"], 0, 1)
        grid.addLayout(signs, 0, 2)
        grid.addWidget(self.texts["include"], 0, 3)
        grid.addWidget(self.texts["exclude"], 0, 4)
        grid.addLayout(acts, 0, 5)
        grid.addWidget(self.texts["replacement"], 1, 1)
        grid.addLayout(replacing, 1, 2, 1, 4)
        for column, share in ((1, 4), (3, 2), (4, 2)):
            grid.setColumnStretch(column, share)

    def _dress(self, appearance: Appearance) -> None:
        self._appearance = appearance
        icons = Icons(appearance.theme)
        for name, button in self.buttons.items():
            button.setToolTip(appearance.texts(f"search.{name}"))
            button.setAccessibleName(appearance.texts(f"search.{name}"))
            if name in _SIGNS:
                button.setText(_SIGNS[name])
            else:
                button.setIcon(icons.icon(_ICONS[name]))
        for name, field in self.texts.items():
            field.setPlaceholderText(appearance.texts(f"search.{name}"))
            field.setAccessibleName(appearance.texts(f"search.{name}"))
        self.replace_all.setText(appearance.texts("search.replace_all"))
        self.take_back.setText(appearance.texts("search.take_back"))
        self._show_replacement(self.buttons["replaces"].isChecked())
