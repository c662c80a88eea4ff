"""Paints a row of the tree: what git says of a file colours its name, with a letter at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ide.models.theme import Theme
from ide.panels.project_tree.item_model import MARK_ROLE
from ide.version_control.status import Mark

_Index = QModelIndex | QPersistentModelIndex
_ROOM = 22
_LOOKS: dict[Mark, tuple[str, str]] = {
    "modified": ("git_modified", "M"), "added": ("git_added", "A"), "untracked": ("git_added", "U"),
    "deleted": ("git_deleted", "D"), "conflict": ("git_conflict", "!"), "ignored": ("text_dim", ""),
}  # fmt: skip
"""Colour of the theme and letter of each mark."""


class RowPainter(QStyledItemDelegate):
    """Draws rows; editing is another's (`name_editor`)."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:
        super().initStyleOption(option, index)
        if look := self._look(index):
            option.palette.setColor(QPalette.ColorRole.Text, QColor(self.theme.colors[look[0]]))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        look = self._look(index)
        if look is None or not look[1]:
            return
        model = index.model()
        letter = "•" if model is not None and model.hasChildren(index) else look[1]
        area = option.rect.adjusted(option.rect.width() - _ROOM, 0, 0, 0)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QColor(self.theme.colors["selected_text" if is_chosen else look[0]]))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, letter)

    def _look(self, index: _Index) -> tuple[str, str] | None:
        mark = index.data(MARK_ROLE)
        return _LOOKS.get(mark) if mark else None
