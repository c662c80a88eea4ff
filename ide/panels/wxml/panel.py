"""Wxml as a widget: the tree at the left, what the chosen element carries at the right.

Who wires it: `panel = WxmlPanel(callbacks, appearance, parent)`, then `tap.subscribe(panel.receive)`;
`pick_asked` starts and ends the choosing of an element on the phone, whose points go to `presenter.point` and `pick`.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.models.stirring import may_change_data
from ide.models.tree_rows import Path, TreeRow
from ide.models.wxml_tree import Element
from ide.panels.wxml.details import ElementDetails
from ide.panels.wxml.presenter import WxmlCallbacks, WxmlPresenter
from ide.widgets.dressing import dress
from ide.widgets.empty_text import EmptyText
from ide.widgets.icons import Icons
from ide.widgets.row_tree import RowTree
from simulator.bridge.record import TapRecord

REFRESH_MS = 200
REST = 5
"""A refresh that takes long comes seldom: the pause is at least so many times as long."""


class WxmlPanel(QWidget):
    """The view of a `WxmlPresenter`."""

    pick_asked = Signal(bool)

    def __init__(self, callbacks: WxmlCallbacks, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("wxml_panel")
        self.tree = RowTree(appearance, self)
        self.details = ElementDetails(appearance, self)
        self._asked_at = 0.0
        self.pick = QToolButton(self)
        self.pick.setCheckable(True)
        self.reload = QToolButton(self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.tree)
        self._stack.addWidget(EmptyText("wxml.empty", appearance, self))
        self._lay_out()
        self.presenter = WxmlPresenter(callbacks, self)
        self._refresh = QTimer(self, interval=REFRESH_MS, singleShot=True)
        self._refresh.timeout.connect(self.refresh)
        self.tree.toggled.connect(self.presenter.toggle)
        self.tree.chosen.connect(self.presenter.choose)
        self.tree.hovered.connect(self.presenter.hover)
        self.details.source_asked.connect(self.presenter.open_source)
        self.pick.toggled.connect(self.pick_asked)
        self.reload.clicked.connect(lambda: self.refresh())
        dress(self, appearance, self._dress)
        self.show_rows(())

    def receive(self, records: Sequence[TapRecord]) -> None:
        """A subscriber of the tap."""
        if any(record.code == "launch" for record in records):
            self.presenter.forget()
        if self.isVisible() and not self._refresh.isActive() and any(may_change_data(record) for record in records):
            self._refresh.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Reads the tree again."""
        self._asked_at = time.perf_counter()
        self.presenter.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.pick.setChecked(False)

    # -- WxmlView

    def show_rows(self, rows: Sequence[TreeRow]) -> None:
        """Draws the tree."""
        self.tree.show_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        if self._asked_at:
            took_ms = (time.perf_counter() - self._asked_at) * 1000
            self._refresh.setInterval(max(REFRESH_MS, round(took_ms * REST)))
            self._asked_at = 0.0

    def choose(self, path: Path) -> None:
        """Marks a row, as if the user had."""
        self.tree.choose(path)

    def show_element(self, element: Element | None, measured: Mapping[str, Any], data: Mapping[str, str]) -> None:
        """Shows what the chosen element carries."""
        self.details.show_element(element, measured, data)

    def _lay_out(self) -> None:
        bar = QFrame(self)
        bar.setObjectName("panel_bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 3, 8, 3)
        row.addWidget(self.pick)
        row.addWidget(self.reload)
        row.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(1)
        splitter.addWidget(self._stack)
        splitter.addWidget(self.details)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(splitter, 1)

    def _dress(self, appearance: Appearance) -> None:
        icons = Icons(appearance.theme)
        self.pick.setIcon(icons.icon("pick"))
        self.pick.setToolTip(appearance.texts("wxml.pick"))
        self.reload.setIcon(icons.icon("refresh"))
        self.reload.setToolTip(appearance.texts("wxml.refresh"))
