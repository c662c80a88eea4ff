"""The console as a widget: toolbar, rows, evaluator line, and the timer that brings new records in batches.

Records may come at any rate; they are shown at most every 50 ms. Made by `meta`.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QToolButton, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.models.console.lines import Toggle
from ide.models.console.look import load_look
from ide.models.console.timeline import Change
from ide.panels.console.evaluator import Evaluator
from ide.panels.console.icons import ConsoleIcons
from ide.panels.console.live_bar import LiveBar
from ide.panels.console.presenter import ConsolePresenter
from ide.panels.console.rows_view import RowsView
from ide.panels.console.toolbar import ConsoleToolbar
from ide.widgets.dressing import dress

BATCH_MS = 50
LIVE_MS = 250


class ConsolePanel(QWidget):
    """The view of a `ConsolePresenter`."""

    def __init__(self, presenter: ConsolePresenter, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = load_look(appearance.theme)
        self.presenter = presenter
        self._batch = QTimer(self)
        self._batch.setSingleShot(True)
        self._batch.setInterval(BATCH_MS)
        self._batch.timeout.connect(presenter.flush)
        self.toolbar = ConsoleToolbar(presenter, look, self)
        self.live = LiveBar(look, self)
        self.rows = RowsView(presenter, look, self)
        self._live_again = QTimer(self, singleShot=True, interval=LIVE_MS)
        self._live_again.timeout.connect(self._refresh_live)
        self.evaluator = Evaluator(presenter.history, look, self)
        self._to_end = QToolButton(self.rows)
        self._to_end.setObjectName("consoleToEnd")
        self._to_end.clicked.connect(self.rows.scroll_to_end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.toolbar, self.live, self.rows, self.evaluator):
            column.addWidget(part, 1 if part is self.rows else 0)
        self.toolbar.export_wanted.connect(self._choose_export)
        self.toolbar.live_wanted.connect(self.live.open_field)
        self.live.added.connect(presenter.live.add)
        self.live.removed.connect(presenter.live.remove)
        self.toolbar.copy_all_wanted.connect(self.copy_all)
        self.rows.copy_wanted.connect(self.copy_selected)
        self.rows.menu_wanted.connect(self._show_menu)
        self.rows.scrolled_to_end.connect(self._scrolled)
        self.evaluator.entered.connect(self._evaluate)
        self.evaluator.names_wanted.connect(lambda wanted: presenter.complete(wanted, self.evaluator.line.offer))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        dress(self, appearance, self._dress)
        presenter.attach(self)

    # ------------------------------------------------------------ view of the presenter

    def rows_changed(self, change: Change) -> None:
        """The rows are others now."""
        hidden = sum(self.presenter.timeline.counts.values())
        key = "console.empty_filtered" if hidden else "console.empty"
        self.rows.empty_text = self.presenter.texts(key, count=hidden)
        self.rows.rows_changed(change)

    def row_changed(self, index: int) -> None:
        """One row was opened, closed or completed."""
        self.rows.row_changed(index)

    def state_changed(self) -> None:
        """The toolbar has something else to show."""
        self.toolbar.refresh()

    def live_changed(self) -> None:
        """Live expressions have other values."""
        self.live.show_expressions(self.presenter.live.listed)

    def live_stirred(self) -> None:
        """Live expressions may have other values."""
        if self.isVisible() and not self._live_again.isActive():
            self._live_again.start()

    def stirred(self) -> None:
        """Records wait."""
        if not self._batch.isActive():
            self._batch.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.presenter.live.refresh()
        self.presenter.look()

    def shows_end(self) -> bool:
        """Whether the newest row is before somebody's eyes."""
        return self.isVisible() and self.rows.is_end_in_view

    def _refresh_live(self) -> None:
        if self.isVisible():
            self.presenter.live.refresh()

    # ------------------------------------------------------------ copy and export

    def copy_selected(self) -> None:
        """Puts the selected text, or the selected rows, on the clipboard."""
        if self.rows.selected_rows():
            QGuiApplication.clipboard().setText(self.rows.selected_text())

    def copy_all(self) -> None:
        """Puts all rows on the clipboard."""
        QGuiApplication.clipboard().setText("\n".join(self.presenter.lines()))

    def export_to(self, path: Path) -> None:
        """Writes the records that pass the filter. Raises OSError."""
        with path.open("w", encoding="utf-8") as stream:
            self.presenter.export(stream)

    def _choose_export(self) -> None:
        texts = self.presenter.texts
        name, _ = QFileDialog.getSaveFileName(
            self, texts("console.export"), texts("console.export_name"), texts("console.export_filter")
        )
        if not name:
            return
        try:
            self.export_to(Path(name))
        except OSError as error:
            QMessageBox.warning(self, texts("console.title"), texts("console.export_failed", reason=error.strerror))

    # ------------------------------------------------------------ the rest

    def _evaluate(self, code: str) -> None:
        self.presenter.evaluate(code)
        self.rows.scroll_to_end()

    def _show_menu(self, place: QPoint, index: int | None, action: object) -> None:
        texts = self.presenter.texts
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if index is not None:
            menu.addAction(texts("console.copy_row"), self.copy_selected)
            self._add_value_actions(menu, index, action if isinstance(action, Toggle) else None)
            source = self.presenter.place_of(index)
            if source is not None:
                text = texts("console.open_source", place=f"{source.file}:{source.line}")
                menu.addAction(text, lambda: self.presenter.click(index, source))
        if index is not None and self.presenter.can_mock(index):
            menu.addAction(texts("console.mock"), lambda: self.presenter.mock(index))
        menu.addAction(texts("console.copy_all"), self.copy_all)
        menu.addAction(texts("console.export"), self._choose_export)
        menu.addSeparator()
        menu.addAction(texts("console.clear"), self.presenter.clear)
        menu.popup(place)

    def _dress(self, appearance: Appearance) -> None:
        look = load_look(appearance.theme)
        self.setStyleSheet(look.style_sheet())
        self.toolbar.set_look(look)
        self.live.set_look(look, self.presenter.texts)
        self.evaluator.set_look(look)
        self.evaluator.set_hint(self.presenter.texts("console.evaluate"))
        self._to_end.setIcon(ConsoleIcons(look).icon("to_end"))
        self._to_end.setToolTip(self.presenter.texts("console.to_end"))
        self.rows.set_look(look)
        self.rows_changed(Change(reset=True))

    def _scrolled(self, is_at_end: bool) -> None:
        area = self.rows.viewport().geometry()
        self._to_end.adjustSize()
        self._to_end.move(area.right() - self._to_end.width() - 12, area.bottom() - self._to_end.height() - 8)
        self._to_end.setVisible(not is_at_end)
        self.presenter.look()

    def _add_value_actions(self, menu: QMenu, index: int, action: Toggle | None) -> None:
        texts, clipboard = self.presenter.texts, QGuiApplication.clipboard()
        value = self.presenter.value_in(index, action)
        if value is not None:
            menu.addAction(texts("console.copy_json"), lambda: self.presenter.copy_json(value, clipboard.setText))
            if value.get("id"):
                menu.addAction(texts("console.store"), lambda: self.presenter.store(value))
        if stack := self.presenter.stack_of(index):
            menu.addAction(texts("console.copy_stack"), lambda: clipboard.setText(stack))
