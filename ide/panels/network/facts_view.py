"""Names and values in sections, to be read and copied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTreeWidget, QTreeWidgetItem, QWidget

from ide.models.appearance import Appearance
from ide.models.console.look import Look, load_look
from ide.models.network.details import Section
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress
from ide.widgets.plain_text import plain_tip
from ide.widgets.widget_keys import on_keys

NAME_WIDTH = 160
SHOWN_CHARACTERS = 2000


class FactsView(QTreeWidget):
    """Values are copied in full, however long; a line that is chosen stays so while the same lines are shown anew."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._sections: Sequence[Section] = ()
        self._look: Look | None = None
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setIndentation(12)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.header().setStretchLastSection(True)
        self.setColumnWidth(0, NAME_WIDTH)
        self.customContextMenuRequested.connect(self._show_menu)
        on_keys(self, QKeySequence.StandardKey.Copy, self.copy_rows)
        dress(self, appearance, self._dress)

    def show_sections(self, sections: Sequence[Section]) -> None:
        """Shows these."""
        if sections == self._sections:
            return
        self._sections = sections
        self.clear()
        for section in sections:
            heading = QTreeWidgetItem(self, [section.title, ""])
            heading.setFirstColumnSpanned(True)
            self._color(heading, 0, "name")
            for name, value in section.rows:
                shown = value if len(value) <= SHOWN_CHARACTERS else value[:SHOWN_CHARACTERS] + "…"
                row = QTreeWidgetItem(heading, [name, shown.replace("\n", "⏎")])
                row.setData(1, Qt.ItemDataRole.UserRole, value)
                row.setToolTip(1, plain_tip(value))
                self._color(row, 0, "key")
                self._color(row, 1, "plain")
            heading.setExpanded(True)

    def copy_rows(self) -> None:
        """Puts the chosen rows on the clipboard, as `name: value`."""
        rows = [item for item in self.selectedItems() if item.parent() is not None]
        if rows:
            lines = (f"{row.text(0)}: {row.data(1, Qt.ItemDataRole.UserRole)}" for row in rows)
            QGuiApplication.clipboard().setText("\n".join(lines))

    def _show_menu(self, point: QPoint) -> None:
        item = self.itemAt(point)
        if item is None or item.parent() is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        value = str(item.data(1, Qt.ItemDataRole.UserRole))
        menu.addAction(self._appearance.texts("network.copy_value"), lambda: QGuiApplication.clipboard().setText(value))
        menu.addAction(self._appearance.texts("network.copy_rows"), self.copy_rows)
        menu.popup(self.viewport().mapToGlobal(point))

    def _color(self, item: QTreeWidgetItem, column: int, role: str) -> None:
        if self._look is not None:
            item.setForeground(column, QColor(self._look.colors[role]))

    def _dress(self, appearance: Appearance) -> None:
        self._look = load_look(appearance.theme)
        self.setFont(console_font(self._look))
        self.setStyleSheet(f"QTreeWidget {{ background: {self._look.colors['background']}; }}")
        sections, self._sections = self._sections, ()
        self.show_sections(sections)
