"""Wxml as a widget: the tree at the left, what the chosen element carries at the right or, where it is narrow, in place
of the tree. Made by `meta`."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.models.style_rows import StyleRow
from ide.models.tree_rows import Path, TreeRow
from ide.models.wxml_tree import Element
from ide.panels.wxml.details import ElementDetails
from ide.panels.wxml.node_menu import show_node_menu
from ide.panels.wxml.presenter import WxmlPresenter
from ide.panels.wxml.search_line import SearchLine
from ide.widgets.background import Background
from ide.widgets.dressing import dress
from ide.widgets.empty_text import EmptyText
from ide.widgets.icons import Icons
from ide.widgets.live_panel import LivePanel
from ide.widgets.row_tree import RowTree
from runtime.protocol.inspection import BoxModel, PseudoClass

PAUSE_MS = 200
_NARROW = 520
"""Below it the tree and what an element carries take turns."""
REST = 5
"""A refresh that takes long comes seldom: the pause is at least so many times as long."""


class WxmlPanel(LivePanel):
    """The view of a `WxmlPresenter`."""

    def __init__(self, presenter: WxmlPresenter, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(presenter, PAUSE_MS, parent)
        self.setObjectName("wxml_panel")
        self.presenter = presenter
        self.tree = RowTree(appearance, self)
        self.details = ElementDetails(presenter, appearance, self)
        self._asked_at = 0.0
        self.pick = QToolButton(self)
        self.pick.setCheckable(True)
        self.reload = QToolButton(self)
        self.shadow = QToolButton(self)
        self.shadow.setObjectName("wxml_shadow")
        self.shadow.setText("#shadow")
        self.shadow.setCheckable(True)
        self.shadow.setChecked(True)
        self.turn = QToolButton(self)
        self.turn.setObjectName("wxml_turn")
        self.turn.setCheckable(True)
        self.search = SearchLine(appearance, self)
        self._background = Background(self)
        presenter.finder.background = self._background.run
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.tree)
        self._stack.addWidget(EmptyText("wxml.empty", appearance, self))
        self._lay_out()
        self.tree.toggled.connect(presenter.toggle)
        self.tree.chosen.connect(presenter.choose)
        self.tree.hovered.connect(presenter.hover)
        self.details.source_asked.connect(presenter.open_source)
        self.pick.toggled.connect(lambda is_on: presenter.point(is_on=is_on))
        self.reload.clicked.connect(lambda: self.refresh())
        self.shadow.toggled.connect(lambda is_on: presenter.show_shadow(is_on=is_on))
        self.turn.toggled.connect(lambda _is_on: self._share())
        self.search.searched.connect(presenter.finder.search)
        self.search.stepped.connect(presenter.finder.step)
        self.search.left.connect(self.tree.setFocus)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(lambda at: self._show_menu(appearance, at))
        dress(self, appearance, self._dress)
        presenter.attach(self)
        self.show_rows(())

    def refresh(self) -> None:
        """Reads the tree again."""
        self._asked_at = time.perf_counter()
        super().refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.pick.setChecked(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Find):
            self.search.field.setFocus()
            self.search.field.selectAll()
        else:
            super().keyPressEvent(event)

    # -- WxmlView

    def show_rows(self, rows: Sequence[TreeRow]) -> None:
        """Draws the tree."""
        self.tree.show_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        if self._asked_at:
            took_ms = (time.perf_counter() - self._asked_at) * 1000
            self._pause.setInterval(max(PAUSE_MS, round(took_ms * REST)))
            self._asked_at = 0.0

    def choose(self, path: Path) -> None:
        """Marks a row, as if the user had."""
        self.tree.choose(path)

    def show_element(self, element: Element | None) -> None:
        """Another element is chosen, or none."""
        self.details.show_element(element)

    def show_carried(self, rows: Sequence[TreeRow]) -> None:
        """Shows what the chosen element carries."""
        self.details.carried.list.show_rows(rows)

    def show_styles(self, rows: Sequence[StyleRow], forced: Sequence[PseudoClass]) -> None:
        """Shows the rules of the chosen element."""
        self.details.styles.show_rows(rows, forced)

    def show_computed(self, rows: Sequence[tuple[str, str, str]], box: BoxModel | None) -> None:
        """Shows what they come to."""
        self.details.computed.show_computed(rows, box)

    def show_found(self, number: int, count: int) -> None:
        """Which of how many is shown of what was looked for."""
        self.search.show_found(number, count)

    def show_pointing(self, *, is_on: bool) -> None:
        """Whether the mouse points at elements of the phone."""
        self.pick.setChecked(is_on)

    def _lay_out(self) -> None:
        bar = QFrame(self)
        bar.setObjectName("panel_bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 3, 8, 3)
        row.addWidget(self.pick)
        row.addWidget(self.reload)
        row.addWidget(self.shadow)
        row.addWidget(self.turn)
        row.addSpacing(8)
        row.addWidget(self.search, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setHandleWidth(1)
        splitter.addWidget(self._stack)
        splitter.addWidget(self.details)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 1)
        splitter.setSizes([10_000, 10_000])
        splitter.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(splitter, 1)

    def _share(self) -> None:
        """Both side by side, or where there is no room for that the one that is wanted."""
        is_narrow = self.width() < _NARROW
        self.turn.setVisible(is_narrow)
        self._stack.setVisible(not (is_narrow and self.turn.isChecked()))
        self.details.setVisible(not is_narrow or self.turn.isChecked())

    def _show_menu(self, appearance: Appearance, at: QPoint) -> None:
        path = self.tree.chosen_path
        if path is not None:
            show_node_menu(self.presenter, path, appearance, self, self.tree.viewport().mapToGlobal(at))

    def _dress(self, appearance: Appearance) -> None:
        icons = Icons(appearance.theme)
        self.pick.setIcon(icons.icon("pick"))
        self.pick.setToolTip(appearance.texts("wxml.pick"))
        self.reload.setIcon(icons.icon("refresh"))
        self.reload.setToolTip(appearance.texts("wxml.refresh"))
        self.shadow.setToolTip(appearance.texts("wxml.shadow"))
        self.turn.setText(appearance.texts("wxml.turn"))
        self.turn.setToolTip(appearance.texts("wxml.turn_tip"))
