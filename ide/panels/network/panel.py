"""Network as a widget: toolbar, table, what is known of the chosen exchange, a line that sums up. Made by `meta`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.models.mocks.from_answers import can_mock_exchange
from ide.models.network.shown import RowsChange
from ide.panels.network.details import ExchangeDetails
from ide.panels.network.presenter import NetworkPresenter
from ide.panels.network.table import ExchangeTable
from ide.panels.network.toolbar import NetworkToolbar
from ide.widgets.dressing import dress
from ide.widgets.empty_text import EmptyText
from ide.widgets.live_panel import LivePanel
from ide.widgets.plain_text import PlainLabel
from ide.widgets.widget_keys import on_keys
from simulator.traffic.exchange import Exchange

PAUSE_MS = 100
NAMES_WIDTH = 240
"""Of the table beside the details."""


class NetworkPanel(LivePanel):
    """The view of a `NetworkPresenter`."""

    def __init__(self, presenter: NetworkPresenter, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(presenter, PAUSE_MS, parent)
        self.setObjectName("network_panel")
        self.presenter = presenter
        self.toolbar = NetworkToolbar(presenter, appearance, self)
        self.table = ExchangeTable(presenter.shown, appearance, self)
        self.details = ExchangeDetails(presenter, appearance, self)
        self.summary = PlainLabel(parent=self)
        self.summary.setObjectName("network_note")
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.table)
        self._stack.addWidget(EmptyText("network.empty", appearance, self))
        self._writing: tuple[TextIO, Iterator[str]] | None = None
        self._write_on = QTimer(self, interval=0)
        self._write_on.timeout.connect(self._write_piece)
        self._lay_out()
        self.toolbar.save_wanted.connect(self._choose_file)
        self.table.chosen.connect(lambda number: presenter.choose(number if number >= 0 else None))
        self.table.source_asked.connect(self._open_initiator)
        self.table.sorted_by.connect(lambda name, down: presenter.sort(name or None, descending=down))
        self.table.customContextMenuRequested.connect(self._show_menu)
        self.details.closed.connect(self._close_details)
        dress(self, appearance, lambda _appearance: self._sum_up())
        presenter.attach(self)
        self.chosen_changed()
        self.setFocusProxy(self.table)
        on_keys(self, QKeySequence.StandardKey.Find, self._find, with_children=True)
        self.table.copy_asked.connect(self._copy_url)

    # -- NetworkView

    def rows_changed(self, change: RowsChange) -> None:
        """Draws the table."""
        self.table.take(change)
        self._stack.setCurrentIndex(0 if self.presenter.shown.count else 1)
        self._sum_up()

    def chosen_changed(self) -> None:
        """Shows what is known of the chosen exchange."""
        has_chosen = self.presenter.chosen is not None
        if has_chosen and not self.details.isVisible():
            self._splitter.setSizes([NAMES_WIDTH, max(self.width() - NAMES_WIDTH, NAMES_WIDTH)])
        self.details.setVisible(has_chosen)
        self.table.set_narrow(is_narrow=has_chosen)
        self.details.renew()

    def state_changed(self) -> None:
        """The toolbar has something else to show."""
        self.toolbar.refresh()

    # -- a file

    def save_to(self, path: Path) -> None:
        """Writes what is shown as HAR, an exchange at each turn of the event loop. Raises OSError."""
        self._stop_writing()
        self._writing = (path.open("w", encoding="utf-8"), self.presenter.har())
        self._write_on.start()

    @property
    def is_writing(self) -> bool:
        """Whether a file is not whole yet."""
        return self._writing is not None

    def _write_piece(self) -> None:
        if self._writing is None:
            return
        file, pieces = self._writing
        try:
            piece = next(pieces, None)
            if piece is None:
                self._stop_writing()
            else:
                file.write(piece)
        except OSError as error:
            self._stop_writing()
            self._complain(error)

    def _stop_writing(self) -> None:
        self._write_on.stop()
        writing, self._writing = self._writing, None
        if writing is not None:
            writing[0].close()

    def _choose_file(self) -> None:
        texts = self.presenter.texts
        name, _ = QFileDialog.getSaveFileName(self, texts("network.save"), "network.har", "HAR (*.har)")
        if name:
            try:
                self.save_to(Path(name))
            except OSError as error:
                self._complain(error)

    def _complain(self, error: OSError) -> None:
        texts = self.presenter.texts
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setText(texts("network.save_failed", reason=error.strerror or str(error)))
        box.addButton(texts("answer.ok"), QMessageBox.ButtonRole.AcceptRole)
        box.open()

    # -- within

    def actions_for(self, exchange: Exchange) -> list[tuple[str, Callable[[], object]]]:
        """What can be done to an exchange: the key of each text, and the deed."""
        presenter = self.presenter

        def copied(make: Callable[[Exchange], str]) -> Callable[[], None]:
            return lambda: QGuiApplication.clipboard().setText(make(exchange))

        return [
            ("copy_url", copied(lambda one: one.url)),
            ("copy_curl", copied(presenter.as_curl)),
            ("copy_curl_windows", copied(presenter.as_curl_for_windows)),
            ("copy_powershell", copied(presenter.as_powershell)),
            ("copy_python", copied(presenter.as_python)),
            ("copy_response", copied(presenter.answer_text)),
            ("", lambda: None),
            ("replay", lambda: presenter.replay(exchange)),
            ("open_initiator", lambda: presenter.open_initiator(exchange)),
            ("only_domain", lambda: self.toolbar.filter.setText(presenter.show_domain_only(exchange))),
            ("", lambda: None),
            *([("mock", lambda: presenter.mock(exchange))] if can_mock_exchange(exchange) else []),
            ("block_address", lambda: presenter.block_address(exchange)),
            ("block_domain", lambda: presenter.block_domain(exchange)),
            ("unblock", presenter.unblock_all),
        ]

    def _show_menu(self, point: QPoint) -> None:
        index = self.table.indexAt(point)
        texts = self.presenter.texts
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if index.isValid():
            for key, act in self.actions_for(self.table.exchange_at(index.row())):
                if key:
                    menu.addAction(texts(f"network.{key}"), act)
                else:
                    menu.addSeparator()
            menu.addSeparator()
        menu.addAction(texts("network.save"), self._choose_file)
        menu.addAction(texts("network.clear"), self.presenter.clear)
        menu.popup(self.table.viewport().mapToGlobal(point))

    def _find(self) -> None:
        self.toolbar.filter.setFocus()
        self.toolbar.filter.selectAll()

    def _copy_url(self) -> None:
        if self.presenter.chosen is not None:
            QGuiApplication.clipboard().setText(self.presenter.chosen.url)

    def _open_initiator(self, number: int) -> None:
        exchange = self.presenter.shown.find(number)
        if exchange is not None:
            self.presenter.open_initiator(exchange)

    def _close_details(self) -> None:
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.rootIndex())
        self.presenter.choose(None)

    def _sum_up(self) -> None:
        self.summary.setText(self.presenter.summary())

    def _lay_out(self) -> None:
        self._splitter = splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(1)
        splitter.addWidget(self._stack)
        splitter.addWidget(self.details)
        splitter.setStretchFactor(0, 0)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.toolbar)
        layout.addWidget(splitter, 1)
        self.summary.setContentsMargins(8, 2, 8, 2)
        layout.addWidget(self.summary)
