"""Sources as a widget: files by origin or what was found at the left, one text at the right. Made by `meta`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ide.models.appearance import Appearance
from ide.models.console.look import load_look
from ide.models.tree_rows import TreeRow
from ide.panels.sources.presenter import ShownText, SourcesPresenter
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress
from ide.widgets.icons import Icons
from ide.widgets.live_panel import LivePanel
from ide.widgets.plain_text import PlainLabel
from ide.widgets.row_tree import RowTree

PAUSE_MS = 300
TYPING_MS = 200
_BUTTONS = {"pretty": "details", "loaded": "compile", "skip": "step-over", "open": "editor"}


class SourcesPanel(LivePanel):
    """The view of a `SourcesPresenter`."""

    def __init__(self, presenter: SourcesPresenter, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(presenter, PAUSE_MS, parent)
        self.setObjectName("sources_panel")
        self.presenter = presenter
        self.search_box = QLineEdit(self)
        self.search_box.setClearButtonEnabled(True)
        self.summary, self.facts = PlainLabel(parent=self), PlainLabel(parent=self)
        self.tree = RowTree(appearance, self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.buttons = {name: QToolButton(self) for name in _BUTTONS}
        for name in ("pretty", "loaded", "skip"):
            self.buttons[name].setCheckable(True)
        self._shown = ""
        self._typing = QTimer(self, interval=TYPING_MS, singleShot=True)
        self._typing.timeout.connect(lambda: presenter.search(self.search_box.text()))
        self._lay_out()
        self.search_box.textChanged.connect(lambda _: self._typing.start())
        self.tree.toggled.connect(presenter.toggle)
        self.tree.chosen.connect(presenter.choose)
        self.tree.entered.connect(lambda _: presenter.open())
        self.buttons["pretty"].clicked.connect(lambda is_on: presenter.show_pretty(is_on=is_on))
        self.buttons["loaded"].clicked.connect(lambda is_on: presenter.show_loaded(is_on=is_on))
        self.buttons["skip"].clicked.connect(lambda is_on: presenter.skip(is_on=is_on))
        self.buttons["open"].clicked.connect(lambda: presenter.open())
        presenter.attach(self)
        dress(self, appearance, self._dress)
        self.show_text(None)

    # -- SourcesView

    def show_rows(self, rows: Sequence[TreeRow], summary: str) -> None:
        """Draws the tree."""
        self.tree.show_rows(rows)
        self.summary.setText(summary)

    def show_text(self, shown: ShownText | None) -> None:
        """Draws a file, or nothing."""
        text = shown.text if shown else ""
        if text != self._shown:
            self._shown = text
            self.text.setPlainText(text)
        self.facts.setText(shown.facts if shown else "")
        self.buttons["loaded"].setEnabled(shown is not None and shown.has_loaded)
        self.buttons["loaded"].setChecked(shown is not None and shown.is_loaded)
        self.buttons["pretty"].setEnabled(shown is not None)
        self.buttons["pretty"].setChecked(shown is not None and shown.is_pretty)
        self.buttons["skip"].setEnabled(shown is not None)
        self.buttons["skip"].setChecked(shown is not None and shown.is_skipped)
        self.buttons["open"].setEnabled(shown is not None and shown.can_open)
        if shown is not None and shown.line:
            cursor = QTextCursor(self.text.document().findBlockByNumber(shown.line - 1))
            cursor.select(QTextCursor.SelectionType.LineUnderCursor)
            self.text.setTextCursor(cursor)
            self.text.centerCursor()

    # -- within

    def _lay_out(self) -> None:
        left, right = QWidget(self), QWidget(self)
        for side, widgets, body in (
            (left, (self.search_box, self.summary), self.tree),
            (right, (*self.buttons.values(), self.facts), self.text),
        ):
            bar = QFrame(side)
            bar.setObjectName("panel_bar")
            row = QHBoxLayout(bar)
            row.setContentsMargins(8, 3, 8, 3)
            for widget in widgets:
                row.addWidget(widget, 1 if widget in (self.search_box, self.facts) else 0)
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(bar)
            column.addWidget(body, 1)
        self.facts.setMinimumWidth(0)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def _dress(self, appearance: Appearance) -> None:
        icons, texts = Icons(appearance.theme), appearance.texts
        self.tree.setAccessibleName(texts("sources.title"))
        for name, icon in _BUTTONS.items():
            self.buttons[name].setIcon(icons.icon(icon))
            self.buttons[name].setToolTip(texts(f"sources.{name}"))
            self.buttons[name].setAccessibleName(texts(f"sources.{name}"))
        self.search_box.setPlaceholderText(texts("sources.search"))
        self.search_box.setAccessibleName(texts("sources.search"))
        self.text.setAccessibleName(texts("sources.title"))
        self.text.setFont(console_font(load_look(appearance.theme)))
        if self.isVisible():
            self.presenter.refresh()
