"""Storage as a widget: a table of keys and values, to be edited in place. Made by `meta`."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ide.models.appearance import Appearance
from ide.models.console.look import load_look
from ide.models.console.quantities import size
from ide.panels.storage.presenter import Entry, StoragePresenter, StoredAmount
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress
from ide.widgets.empty_text import EmptyText
from ide.widgets.icons import Icons
from ide.widgets.live_panel import LivePanel
from ide.widgets.plain_text import PlainLabel
from ide.widgets.widget_keys import on_keys

COLUMNS = ("key", "value", "kind", "size")
PAUSE_MS = 150
_BUTTONS = {"add": "new-file", "delete": "close", "clear": "clear-cache", "refresh": "refresh"}
_SHOWN_CHARACTERS = 2000


class StoragePanel(LivePanel):
    """The view of a `StoragePresenter`."""

    def __init__(self, presenter: StoragePresenter, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(presenter, PAUSE_MS, parent)
        self.setObjectName("storage_panel")
        self.presenter = presenter
        self._appearance = appearance
        self._entries: Sequence[Entry] = ()
        self.table = QTableWidget(0, len(COLUMNS), self)
        self.filter_box = QLineEdit(self)
        self.filter_box.setClearButtonEnabled(True)
        self.used = PlainLabel(parent=self)
        self._nothing = {key: EmptyText(f"storage.{key}", appearance, self) for key in ("empty", "no_match")}
        self._stack = QStackedWidget(self)
        self.buttons = {name: QToolButton(self) for name in _BUTTONS}
        self._lay_out()
        actions: dict[str, Callable[[], None]] = {
            "add": self.add, "delete": self.delete, "clear": presenter.clear, "refresh": presenter.refresh,
        }  # fmt: skip
        for name, act in actions.items():
            self.buttons[name].clicked.connect(lambda checked=False, act=act: act())
        self.filter_box.textChanged.connect(presenter.filter)
        self.table.itemChanged.connect(self._edited)
        self.table.customContextMenuRequested.connect(self._show_menu)
        on_keys(self.table, QKeySequence.StandardKey.Delete, self.delete)
        dress(self, appearance, self._dress)
        presenter.attach(self)

    def add(self) -> None:
        """Begins a new entry."""
        name = self.presenter.add()
        row = next((row for row, entry in enumerate(self._entries) if entry.key == name), None)
        if row is not None:
            self.table.setCurrentCell(row, 0)
            self.table.edit(self.table.currentIndex())

    def delete(self) -> None:
        """Removes the chosen entries."""
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        if rows:
            self.presenter.remove([self._entries[row].key for row in rows])

    # -- StorageView

    def show_entries(self, entries: Sequence[Entry], amount: StoredAmount) -> None:
        """Draws the table; nothing moves while the user edits."""
        texts = self._appearance.texts
        used, limit = f"{amount.used_bytes / 1024:.1f}", amount.limit_bytes // 1024**2
        more = texts("storage.more", count=amount.not_shown) if amount.not_shown else ""
        self.used.setText("  ".join(filter(None, (more, texts("storage.used", used=used, limit=limit)))))
        if not entries:
            self._stack.setCurrentWidget(self._nothing["no_match" if self.filter_box.text().strip() else "empty"])
        else:
            self._stack.setCurrentWidget(self.table)
        if entries == self._entries or self.table.state() == QAbstractItemView.State.EditingState:
            return
        self._entries = entries
        self.table.blockSignals(True)
        self.table.setRowCount(len(entries))
        for row, entry in enumerate(entries):
            shown = entry.value if len(entry.value) <= _SHOWN_CHARACTERS else entry.value[:_SHOWN_CHARACTERS] + "…"
            for column, text in enumerate((entry.key, shown, entry.kind, size(entry.size_bytes))):
                item = QTableWidgetItem(text)
                if column > 1 or (column == 1 and shown != entry.value):
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEditable)
                self.table.setItem(row, column, item)
        self.table.blockSignals(False)

    # -- within

    def _edited(self, item: QTableWidgetItem) -> None:
        entry = self._entries[item.row()]
        # The table may be filled anew by this, so it waits until the editor has gone.
        text = item.text()
        self._entries = ()
        if item.column() == 0:
            QTimer.singleShot(0, self, lambda: self.presenter.rename(entry.key, text))
        else:
            QTimer.singleShot(0, self, lambda: self.presenter.set(entry.key, text))

    def _show_menu(self, point: QPoint) -> None:
        item = self.table.itemAt(point)
        texts = self._appearance.texts
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if item is not None:
            entry = self._entries[item.row()]
            menu.addAction(texts("storage.copy_value"), lambda: QGuiApplication.clipboard().setText(entry.value))
            menu.addAction(texts("storage.delete"), self.delete)
        menu.addAction(texts("storage.add"), self.add)
        menu.popup(self.table.viewport().mapToGlobal(point))

    def _lay_out(self) -> None:
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.setWordWrap(False)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setHighlightSections(False)
        sizes = self._appearance.theme.sizes
        self.table.setColumnWidth(0, sizes["tree_width"] * 2 // 3)
        header.setMinimumSectionSize(60)
        bar = QFrame(self)
        bar.setObjectName("panel_bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 3, 8, 3)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addWidget(self.filter_box, 1)
        row.addWidget(self.used)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        for shown in (self.table, *self._nothing.values()):
            self._stack.addWidget(shown)
        layout.addWidget(self._stack, 1)

    def _dress(self, appearance: Appearance) -> None:
        texts, icons = appearance.texts, Icons(appearance.theme)
        self.table.setAccessibleName(texts("storage.title"))
        for name, icon in _BUTTONS.items():
            self.buttons[name].setIcon(icons.icon(icon))
            self.buttons[name].setToolTip(texts(f"storage.{name}"))
        self.table.setHorizontalHeaderLabels([texts(f"storage.column.{name}") for name in COLUMNS])
        self.table.setFont(console_font(load_look(appearance.theme)))
        self.filter_box.setPlaceholderText(texts("storage.filter"))
        if self.isVisible():
            self.presenter.refresh()
