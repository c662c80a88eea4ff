"""The breakpoints of the Debug panel: switched by their boxes, opened by a double click, edited by a menu."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QMenu, QWidget

from ide.models.appearance import Appearance
from ide.models.console.look import load_look
from ide.models.debug_session import TEXT_MEMBERS, ShownBreakpoint, UserBreakpoint
from ide.panels.debug.presenter import DebugPresenter
from ide.widgets import question_box
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress
from ide.widgets.plain_text import plain_tip
from ide.widgets.widget_keys import on_keys

_USER = Qt.ItemDataRole.UserRole


class BreakpointList(QListWidget):
    """Part of the Debug panel."""

    def __init__(self, presenter: DebugPresenter, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("debug_breakpoints")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._presenter = presenter
        self._appearance = appearance
        self._shown: Sequence[tuple[ShownBreakpoint, str]] = ()
        self.itemChanged.connect(self._switched)
        self.itemDoubleClicked.connect(lambda item: presenter.open_breakpoint(item.data(_USER)))
        self.customContextMenuRequested.connect(self._show_menu)
        on_keys(self, QKeySequence.StandardKey.Delete, self._delete_chosen)
        dress(self, appearance, lambda appearance: self.setFont(console_font(load_look(appearance.theme))))

    def show_breakpoints(self, shown: Sequence[tuple[ShownBreakpoint, str]]) -> None:
        """Shows these; nothing moves if they are the same as before."""
        if list(shown) == list(self._shown):
            return
        self._shown = shown
        row = self.currentRow()
        self.blockSignals(True)
        self.clear()
        for one, words in shown:
            item = QListWidgetItem(words)
            item.setData(_USER, one.user)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if one.user.is_on else Qt.CheckState.Unchecked)
            item.setToolTip(plain_tip(one.bound.message if one.bound else ""))
            self.addItem(item)
        self.setCurrentRow(min(row, self.count() - 1))
        self.blockSignals(False)

    def menu_of(self, one: UserBreakpoint) -> QMenu:
        """What can be done with a breakpoint."""
        texts, menu = self._appearance.texts, QMenu(self)
        menu.addAction(texts("debug.open"), partial(self._presenter.open_breakpoint, one))
        for member in TEXT_MEMBERS:
            menu.addAction(texts(f"debug.edit_{member}"), partial(self.ask, one, member))
        menu.addSeparator()
        menu.addAction(texts("debug.remove"), partial(self._presenter.session.remove, one))
        every = [shown.user for shown, _ in self._shown]
        menu.addAction(texts("debug.remove_all"), partial(self._presenter.session.remove, *every))
        return menu

    def ask(self, one: UserBreakpoint, member: str) -> None:
        """Asks for a condition, a count or a message."""
        texts = self._appearance.texts
        self._presenter.session.ask_text(one, member, partial(question_box.ask_text, self, texts))

    def _switched(self, item: QListWidgetItem) -> None:
        self._presenter.session.switch(item.data(_USER), is_on=item.checkState() == Qt.CheckState.Checked)

    def _show_menu(self, point: QPoint) -> None:
        if item := self.itemAt(point):
            menu = self.menu_of(item.data(_USER))
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(self.viewport().mapToGlobal(point))

    def _delete_chosen(self) -> None:
        if item := self.currentItem():
            self._presenter.session.remove(item.data(_USER))
