"""The messages of a WebSocket: a list, and what is in the chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QSplitter, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.models.console.look import Look, load_look
from ide.models.console.quantities import size
from ide.panels.network.body_view import BodyView
from ide.panels.network.presenter import NetworkPresenter
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress
from simulator.traffic.exchange import Frame

BEGINNING_BYTES = 400
COLUMNS = ("data", "size", "time")


class MessagesView(QWidget):
    """Of one socket at a time; what comes is added, the choice stays."""

    def __init__(self, presenter: NetworkPresenter, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._frames: Sequence[Frame] = ()
        self._look: Look | None = None
        self.list = QTreeWidget(self)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setColumnCount(len(COLUMNS))
        self.list.setColumnWidth(0, 320)
        self.body = BodyView(appearance, self)
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.list)
        splitter.addWidget(self.body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)
        self.list.currentItemChanged.connect(lambda current, _former: self._show(current))
        dress(self, appearance, self._dress)

    def show_frames(self, frames: Sequence[Frame]) -> None:
        """Shows these."""
        known = len(self._frames)
        if known and frames[:known] == self._frames:
            added = frames[known:]
        else:
            self.list.clear()
            self.body.hide()
            added = frames
        self._frames = frames
        self.list.addTopLevelItems([self._item(frame) for frame in added])

    def _item(self, frame: Frame) -> QTreeWidgetItem:
        moment = datetime.fromtimestamp(frame.time_ms / 1000).strftime("%H:%M:%S.%f")[:-3]
        item = QTreeWidgetItem([self._line(frame), size(frame.body.size_bytes), moment])
        item.setData(0, Qt.ItemDataRole.UserRole, frame)
        if self._look is not None:
            item.setForeground(0, QColor(self._look.colors["ok" if frame.is_sent else "link"]))
        return item

    def _line(self, frame: Frame) -> str:
        arrow = "↑" if frame.is_sent else "↓"
        content = (self._presenter.network.body(frame.body) or b"")[:BEGINNING_BYTES]
        shown = content.decode("utf-8", "replace") if frame.is_text else content[:32].hex(" ")
        return f"{arrow} {shown}".replace("\n", "⏎")

    def _show(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            self.body.show()
            self.body.show_preview(self._presenter.message(item.data(0, Qt.ItemDataRole.UserRole)))

    def _dress(self, appearance: Appearance) -> None:
        self._look = load_look(appearance.theme)
        self.list.setFont(console_font(self._look))
        self.list.setStyleSheet(f"QTreeWidget {{ background: {self._look.colors['background']}; }}")
        self.list.setHeaderLabels([appearance.texts(f"network.message.{name}") for name in COLUMNS])
