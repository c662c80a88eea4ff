"""AppData as a widget. It asks for data only while it is seen, and at most five times a second.

Who wires it: `panel = AppDataPanel(callbacks, appearance, parent)`, then `tap.subscribe(panel.receive)`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.models.stirring import may_change_data
from ide.models.tree_rows import TreeRow
from ide.panels.app_data.presenter import AppDataCallbacks, AppDataPresenter
from ide.widgets.empty_text import EmptyText
from ide.widgets.row_tree import RowTree
from simulator.bridge.record import TapRecord

REFRESH_MS = 200


class AppDataPanel(QWidget):
    """The view of an `AppDataPresenter`. `reported` carries a short message."""

    reported = Signal(str)

    def __init__(self, callbacks: AppDataCallbacks, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("app_data_panel")
        self._appearance = appearance
        self._stack = QStackedWidget(self)
        self.tree = RowTree(appearance, self)
        self._empty = EmptyText("appdata.empty", appearance, self)
        self._stack.addWidget(self.tree)
        self._stack.addWidget(self._empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.presenter = AppDataPresenter(callbacks, self)
        self._refresh = QTimer(self, interval=REFRESH_MS, singleShot=True)
        self._refresh.timeout.connect(self.presenter.refresh)
        self.tree.toggled.connect(self.presenter.toggle)
        self.tree.edited.connect(self.presenter.edit)
        self.show_rows(())

    def receive(self, records: Sequence[TapRecord]) -> None:
        """A subscriber of the tap."""
        if any(record.code == "launch" for record in records):
            self.presenter.forget()
        if self.isVisible() and not self._refresh.isActive() and any(may_change_data(record) for record in records):
            self._refresh.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.presenter.refresh()

    # -- AppDataView

    def show_rows(self, rows: Sequence[TreeRow]) -> None:
        """Draws the tree."""
        self.tree.show_rows(rows)
        self._stack.setCurrentWidget(self.tree if rows else self._empty)

    def report_not_json(self, text: str) -> None:
        """The typed value is not understood."""
        self.reported.emit(self._appearance.texts("report.not_json", text=text))

    def report_failed(self, error: str) -> None:
        """The program has refused the value."""
        self.reported.emit(self._appearance.texts("report.action_failed", detail=error))
