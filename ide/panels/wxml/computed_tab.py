"""Computed: the box model as a drawing, and what every property has come to, with the place that decided it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ide.models.appearance import Appearance
from ide.models.console.look import load_look
from ide.panels.wxml.box_view import BoxView
from ide.panels.wxml.presenter import WxmlPresenter
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress
from ide.widgets.plain_text import plain_tip
from runtime.protocol.inspection import BoxModel


class ComputedTab(QWidget):
    """The view of the computed style of a `WxmlPresenter`."""

    def __init__(self, presenter: WxmlPresenter, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = BoxView(appearance, self)
        self.filter = QLineEdit(self)
        self.filter.setObjectName("wxml_computed_filter")
        self.filter.setClearButtonEnabled(True)
        self.all = QCheckBox(self)
        self.filter.textChanged.connect(
            lambda text: presenter.styles.filter_computed(text, shows_all=self.all.isChecked())
        )
        self.all.toggled.connect(lambda is_on: presenter.styles.filter_computed(self.filter.text(), shows_all=is_on))
        self.list = QTreeWidget(self)
        self.list.setColumnCount(3)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.list.header().setStretchLastSection(False)
        self.list.itemActivated.connect(lambda item: presenter.styles.open_origin(item.text(0)))
        bar = QFrame(self)
        bar.setObjectName("panel_bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(6, 2, 6, 2)
        row.addWidget(self.filter, 1)
        row.addWidget(self.all)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.box)
        layout.addWidget(bar)
        layout.addWidget(self.list, 1)
        dress(self, appearance, self._dress)

    def show_computed(self, rows: Sequence[tuple[str, str, str]], box: BoxModel | None) -> None:
        """Name, value and origin of each property."""
        self.box.show_box(box)
        place = self.list.verticalScrollBar().value()
        self.list.clear()
        items = []
        for name, value, origin in rows:
            item = QTreeWidgetItem([name, value, origin.rpartition("/")[2]])
            item.setToolTip(1, plain_tip(value))
            item.setToolTip(2, plain_tip(origin))
            item.setForeground(2, self.palette().color(self.foregroundRole()).darker(140))
            item.setTextAlignment(2, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            items.append(item)
        self.list.addTopLevelItems(items)
        self.list.verticalScrollBar().setValue(place)

    def _dress(self, appearance: Appearance) -> None:
        self.filter.setPlaceholderText(appearance.texts("wxml.filter"))
        self.all.setText(appearance.texts("wxml.computed.all"))
        self.list.setFont(console_font(load_look(appearance.theme)))
