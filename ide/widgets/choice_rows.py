"""Rows of a list to choose from: icon, name with the letters that were typed marked, what more is known, keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ide.models.fuzzy import matched_letters
from ide.models.theme import Theme
from ide.widgets.icons import Icons

_ICON = 16
_GAP = 8
_CHOICE = Qt.ItemDataRole.UserRole
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Choice:
    """How one entry looks. `icon` is a file in `resources/icons`, or empty; `keys` stand at the right."""

    name: str
    more: str = ""
    icon: str = ""
    keys: str = ""


class ChoiceRows(QAbstractListModel):
    """The entries found; each is described when it is drawn."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.found: Sequence[str] = ()
        self.describe: Callable[[str], Choice] = Choice

    def show(self, found: Sequence[str]) -> None:
        """Shows these."""
        self.beginResetModel()
        self.found = found
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.found[index.row()]
        return self.describe(self.found[index.row()]) if role == _CHOICE else None


class ChoicePainter(QStyledItemDelegate):
    """Draws the rows. `needle` are the letters typed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.needle = ""
        self._theme: Theme | None = None
        self._icons: Icons | None = None

    def dress(self, theme: Theme) -> None:
        """The colours."""
        self._theme, self._icons = theme, Icons(theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, 24)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if self._theme is None or self._icons is None:
            return
        choice: Choice = index.data(_CHOICE)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        colors = self._theme.colors
        if is_chosen:
            painter.fillRect(area, QColor(colors["selected"]))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(colors["hover"]))
        x = area.left() + _GAP
        if choice.icon:
            self._icons.icon(choice.icon).paint(painter, QRect(x, area.center().y() - _ICON // 2 + 1, _ICON, _ICON))
            x += _ICON + _GAP
        right = area.right() - _GAP
        painter.setPen(QColor(colors["text_dim"]))
        if choice.keys:
            width = QFontMetrics(painter.font()).horizontalAdvance(choice.keys)
            painter.drawText(QRect(right - width, area.top(), width, area.height()), _MIDDLE, choice.keys)
            right -= width + _GAP
        x = self._draw_name(painter, choice.name, QRect(x, area.top(), right - x, area.height()))
        painter.setPen(QColor(colors["text_dim"]))
        room = QRect(x + _GAP, area.top(), right - x - _GAP, area.height())
        more = QFontMetrics(painter.font()).elidedText(choice.more, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, _MIDDLE, more)

    def _draw_name(self, painter: QPainter, name: str, room: QRect) -> int:
        """Letters that were typed in the accent's colour and bold. Returns where the name ends."""
        assert self._theme is not None
        plain, bold = QFont(painter.font()), QFont(painter.font())
        bold.setBold(True)
        marked = matched_letters(self.needle, name)
        x = room.left()
        for position, letter in enumerate(name):
            is_marked = position in marked
            painter.setFont(bold if is_marked else plain)
            painter.setPen(QColor(self._theme.colors["accent" if is_marked else "text_strong"]))
            painter.drawText(QRect(x, room.top(), room.right() - x, room.height()), _MIDDLE, letter)
            x += painter.fontMetrics().horizontalAdvance(letter)
            if x > room.right():
                break
        painter.setFont(plain)
        return min(x, room.right())
