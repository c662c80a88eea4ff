"""Rows of the Problems list: a heading for each file, its findings below, each with the advice in full."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ide.models.appearance import Appearance
from ide.models.file_kinds import icon_of
from ide.models.problems import Problem, ProblemGroup, is_foreign
from ide.widgets.icons import Icons

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_ICON = 16
_PADDING = 4
_INDENT = 22
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_WRAPPED = int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap)


class ProblemRows(QAbstractListModel):
    """Groups, and the findings of those that are open, as one list."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self.rows: list[ProblemGroup | Problem] = []

    def replace(self, groups: Sequence[ProblemGroup]) -> None:
        """Shows these."""
        self.beginResetModel()
        self.rows = []
        for group in groups:
            self.rows += [group, *(group.problems if group.is_open else ())]
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row.file if isinstance(row, ProblemGroup) else f"{row.text}  {row.place}"
        return row if role == ROW_ROLE else None


class ProblemPainter(QStyledItemDelegate):
    """Draws the rows; long texts go on in the next line."""

    def __init__(self, appearance: Appearance, parent: QListView) -> None:
        super().__init__(parent)
        self._list = parent
        self._appearance = appearance
        self._icons = Icons(appearance.theme)

    def dress(self, appearance: Appearance) -> None:
        """Another theme."""
        self._icons = Icons(appearance.theme)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = index.data(ROW_ROLE)
        if isinstance(row, ProblemGroup):
            return QSize(100, _ICON + 2 * _PADDING)
        text, help_text = self._texts(row, QRect(0, 0, self._list.viewport().width(), 0), option.fontMetrics)
        return QSize(100, max(help_text.bottom() if row.help else text.bottom(), _ICON) + 1 + _PADDING)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        colors = self._appearance.theme.colors
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(colors["selected"]))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(colors["hover"]))
        if isinstance(row, ProblemGroup):
            self._paint_group(painter, area, row)
        else:
            self._paint_problem(painter, area, row, option.fontMetrics)

    def _paint_group(self, painter: QPainter, area: QRect, group: ProblemGroup) -> None:
        colors = self._appearance.theme.colors
        painter.setPen(QColor(colors["text_dim"]))
        painter.drawText(area.adjusted(6, 0, 0, 0), _MIDDLE, "▾" if group.is_open else "▸")
        self._icons.icon(icon_of(group.file)).paint(painter, area.left() + _INDENT, area.top() + _PADDING, _ICON, _ICON)
        plain, bold = QFont(painter.font()), QFont(painter.font())
        bold.setBold(not group.is_foreign)
        name = group.file or self._appearance.texts("problems.project")
        painter.setFont(bold)
        painter.setPen(QColor(colors["text_dim" if group.is_foreign else "text_strong"]))
        left = _INDENT + _ICON + 8
        painter.drawText(area.adjusted(left, 0, 0, 0), _MIDDLE, name)
        left += painter.fontMetrics().horizontalAdvance(name) + 10
        painter.setFont(plain)
        painter.setPen(QColor(colors["text_dim"]))
        painter.drawText(area.adjusted(left, 0, 0, 0), _MIDDLE, str(len(group.problems)))

    def _paint_problem(self, painter: QPainter, area: QRect, problem: Problem, metrics: QFontMetrics) -> None:
        colors = self._appearance.theme.colors
        self._icons.icon(problem.severity, problem.severity).paint(
            painter, area.left() + _INDENT + 8, area.top() + _PADDING, _ICON, _ICON
        )
        text, help_text = self._texts(problem, area, metrics)
        painter.setPen(QColor(colors["text_dim" if is_foreign(problem.file) else "text"]))
        painter.drawText(text, _WRAPPED, problem.text)
        painter.setPen(QColor(colors["text_dim"]))
        place = f"{problem.line}:{problem.column}" if problem.line else problem.code
        painter.drawText(
            QRect(area.right() - 74, area.top() + _PADDING, 70, metrics.height()),
            int(Qt.AlignmentFlag.AlignRight),
            place,
        )
        painter.drawText(help_text, _WRAPPED, problem.help)

    def _texts(self, problem: Problem, area: QRect, metrics: QFontMetrics) -> tuple[QRect, QRect]:
        """Where text and advice stand; of the advice no more than the room of its lines if there is none."""
        left = area.left() + _INDENT + 8 + _ICON + 8
        room = QRect(left, area.top() + _PADDING, max(area.right() - left - 80, 120), 10_000)
        text = metrics.boundingRect(room, _WRAPPED, problem.text)
        help_text = metrics.boundingRect(room.translated(0, text.height() + 2), _WRAPPED, problem.help)
        return text, help_text
