"""The list of phones: family by family with their sizes; at its end the way to describe one's own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ide.models.devices import ListedDevice
from ide.models.texts import Texts

_SIZE = Qt.ItemDataRole.UserRole + 1
_LIST_WIDTH = 330
_LINE_HEIGHT = 9
_ADD, _EDIT = "add", "edit"


class DeviceBox(QComboBox):
    """`chosen` carries the name of a phone, `edit_asked` that of one of the user's own, empty for a new one."""

    chosen = Signal(str)
    edit_asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._listed: Sequence[ListedDevice] = ()
        self._current = ""
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(60)
        self.setMaximumWidth(200)
        self.setMaxVisibleItems(24)
        self.setItemDelegate(_Rows(self))
        self.view().setMinimumWidth(_LIST_WIDTH)
        self.activated.connect(self._activated)

    def show_devices(self, listed: Sequence[ListedDevice], current: str, texts: Texts) -> None:
        """Fills the list; a line stands between families."""
        self._listed, self._current = listed, current
        self.blockSignals(True)
        self.clear()
        family = ""
        for device in listed:
            if family and device.family != family:
                self.insertSeparator(self.count())
            family = device.family
            self.addItem(device.name, ("device", device.name))
            self.setItemData(self.count() - 1, device.size, _SIZE)
        self.insertSeparator(self.count())
        if any(device.name == current and device.family == "own" for device in listed):
            self.addItem(texts("device.edit", name=current), (_EDIT, current))
        self.addItem(texts("device.add"), (_ADD, ""))
        self._mark_current()
        self.blockSignals(False)

    def _activated(self, index: int) -> None:
        data = self.itemData(index)
        if data is None:
            return
        kind, name = data
        if kind == "device":
            self._current = name
            self.chosen.emit(name)
        else:
            self._mark_current()
            self.edit_asked.emit(name)

    def _mark_current(self) -> None:
        names = [self.itemText(index) for index in range(self.count())]
        self.setCurrentIndex(names.index(self._current) if self._current and self._current in names else -1)


class _Rows(QStyledItemDelegate):
    """The size stands dim at the right of the name; lines between families are low."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        hint = super().sizeHint(option, index)
        return QSize(hint.width(), _LINE_HEIGHT) if _is_line(index) else hint

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if _is_line(index):
            middle = option.rect.center().y()
            painter.setPen(option.palette.color(QPalette.ColorRole.Mid))
            painter.drawLine(option.rect.left(), middle, option.rect.right(), middle)
            return
        super().paint(painter, option, index)
        size = index.data(_SIZE)
        if size:
            is_chosen = option.state & QStyle.StateFlag.State_Selected
            role = QPalette.ColorRole.HighlightedText if is_chosen else QPalette.ColorRole.Text
            color = QColor(option.palette.color(role))
            color.setAlphaF(0.6)
            painter.setPen(color)
            place = option.rect.adjusted(0, 0, -10, 0)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), size)


def _is_line(index: QModelIndex | QPersistentModelIndex) -> bool:
    # So Qt marks what `insertSeparator` makes.
    return bool(index.data(Qt.ItemDataRole.AccessibleDescriptionRole) == "separator")
