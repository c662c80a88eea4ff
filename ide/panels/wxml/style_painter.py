"""Draws the rows of the styles."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ide.models.console.look import Look
from ide.models.style_rows import StyleRow
from ide.panels.wxml.style_layout import RowParts, lay_out

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_STRUCK = frozenset(("overridden", "dropped", "disabled"))
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
_DIM = 0.45


class StylePainter(QStyledItemDelegate):
    """`look` is given before anything is drawn."""

    def __init__(self, parent: QListView) -> None:
        super().__init__(parent)
        self._list = parent
        self.look: Look | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self.look.sizes["line"] + 3 if self.look else 20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: StyleRow = index.data(ROW_ROLE)
        if self.look is None:
            return
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setFont(self._list.font())
        if row.kind == "section":
            painter.fillRect(area, QColor(self.look.colors["toolbar"]))
        elif state & QStyle.StateFlag.State_Selected and self._list.hasFocus():
            painter.fillRect(area, QColor(self.look.colors["selected"]))
        elif is_hovered:
            painter.fillRect(area, QColor(self.look.colors["hover"]))
        parts = lay_out(row, area, QFontMetrics(self._list.font()))
        if row.declaration is not None:
            self._declaration(painter, row, parts, is_hovered=is_hovered)
        else:
            role = {"section": "dim", "condition": "dim"}.get(row.kind, "plain")
            self._text(painter, parts.text, row.text, role, struck=bool(row.reason))
        if row.link:
            self._link(painter, parts.link, row.link)
        painter.restore()

    def _declaration(self, painter: QPainter, row: StyleRow, parts: RowParts, *, is_hovered: bool) -> None:
        one = row.declaration
        if one is None or self.look is None:
            return
        struck = one.fate in _STRUCK
        if one.fate == "not_inherited":
            painter.setOpacity(_DIM)
        if not parts.check.isEmpty() and (is_hovered or one.fate == "disabled"):
            self._check(painter, parts.check, is_on=one.fate != "disabled")
        self._text(painter, parts.name, one.name, "key", struck=struck)
        after = QRect(parts.name.right() + 1, parts.name.top(), 20, parts.name.height())
        if one.written:
            self._text(painter, after, ":", "plain", struck=struck)
        if not parts.colour.isEmpty() and row.colour:
            colour = row.colour
            painter.fillRect(parts.colour, Qt.GlobalColor.white)
            painter.fillRect(parts.colour, QColor.fromRgbF(colour.red, colour.green, colour.blue, colour.alpha))
            painter.setPen(QColor(self.look.colors["divider"]))
            painter.drawRect(parts.colour.adjusted(0, 0, -1, -1))
        self._text(painter, parts.value, one.written, "plain", struck=struck)
        painter.setOpacity(1)
        if row.is_bound:
            self._text(painter, parts.reason, row.reason, "dim")
        elif row.reason and one.fate == "dropped":
            self._text(painter, parts.reason, f"⚠ {row.reason}", "warn")

    def _text(self, painter: QPainter, area: QRect, text: str, role: str, *, struck: bool = False) -> None:
        if self.look is None:
            return
        font = QFont(self._list.font())
        font.setStrikeOut(struck)
        painter.setFont(font)
        painter.setPen(QColor(self.look.colors["dim" if struck else role]))
        painter.drawText(area.adjusted(0, 0, 400, 0), _MIDDLE, text.replace("\n", " "))

    def _link(self, painter: QPainter, area: QRect, text: str) -> None:
        if self.look is None:
            return
        painter.fillRect(area.adjusted(-4, 0, 0, 0), QColor(self.look.colors["background"]))
        font = QFont(self._list.font())
        font.setUnderline(":" in text)
        painter.setFont(font)
        painter.setPen(QColor(self.look.colors["dim"]))
        metrics = QFontMetrics(font)
        painter.drawText(area, _MIDDLE, metrics.elidedText(text, Qt.TextElideMode.ElideLeft, area.width() + 2))

    def _check(self, painter: QPainter, area: QRect, *, is_on: bool) -> None:
        if self.look is None:
            return
        colour = QColor(self.look.colors["icon_button_on" if is_on else "divider"])
        painter.setPen(QPen(colour, 1))
        painter.drawRoundedRect(area.adjusted(0, 0, -1, -1), 2, 2)
        if is_on:
            painter.setPen(QPen(colour, 2))
            middle = area.center()
            painter.drawLine(area.left() + 3, middle.y(), area.left() + 5, area.bottom() - 3)
            painter.drawLine(area.left() + 5, area.bottom() - 3, area.right() - 2, area.top() + 3)
