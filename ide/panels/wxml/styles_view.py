"""The matched rules as a list: click a place to open it, a value to change it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QMouseEvent, QPalette
from PySide6.QtWidgets import QFrame, QListView, QWidget

from ide.models.appearance import Appearance
from ide.models.console.look import load_look
from ide.models.style_rows import StyleRow
from ide.panels.wxml.style_layout import Part, RowParts, lay_out
from ide.panels.wxml.style_painter import ROW_ROLE, StylePainter
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress
from ide.widgets.plain_text import plain_tip

Index = QModelIndex | QPersistentModelIndex


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Sequence[StyleRow] = ()

    def replace(self, rows: Sequence[StyleRow]) -> None:
        """Rows of the same keys stay where they are."""
        if [row.key for row in rows] == [row.key for row in self.rows]:
            self.rows = rows
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.plain()
        return plain_tip(_tip(row)) if role == Qt.ItemDataRole.ToolTipRole else None


class StylesView(QListView):
    """`linked`: the user wants to see where a row comes from."""

    linked = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("wxml_styles")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows = _Rows(self)
        self._painter = StylePainter(self)
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        dress(self, appearance, self._dress)

    @property
    def rows(self) -> Sequence[StyleRow]:
        """What is shown."""
        return self._rows.rows

    def show_rows(self, rows: Sequence[StyleRow]) -> None:
        """Shows these; the place stays."""
        place = self.verticalScrollBar().value()
        self._rows.replace(rows)
        self.verticalScrollBar().setValue(place)

    def parts_of(self, number: int) -> RowParts:
        """Where the parts of a row are, in the viewport."""
        return lay_out(self.rows[number], self.visualRect(self._rows.index(number)), QFontMetrics(self.font()))

    def part_at(self, point: QPoint) -> tuple[int, Part]:
        """The row at a point of the viewport (-1: none) and the part of it."""
        index = self.indexAt(point)
        return (index.row(), self.parts_of(index.row()).at(point)) if index.isValid() else (-1, "rest")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number, part = self.part_at(event.position().toPoint())
        if number >= 0 and part == "link":
            self.linked.emit(self.rows[number])
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        number, part = self.part_at(event.position().toPoint())
        is_link = number >= 0 and part == "link" and self.rows[number].rule is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)

    def _dress(self, appearance: Appearance) -> None:
        look = load_look(appearance.theme)
        self._painter.look = look
        self.setFont(console_font(look))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(look.colors["background"]))
        self.setPalette(palette)
        self.setStyleSheet(f"StylesView {{ background: {look.colors['background']}; }}")
        self.viewport().update()


def _tip(row: StyleRow) -> str:
    """What the row has no room for."""
    one = row.declaration
    if one is None:
        return "\n".join(filter(None, (row.text, row.place or row.link, row.reason)))
    source = f"\n{one.source.file}:{one.source.line}" if one.source else ""
    comes_to = (
        f"\n= {one.value}" if one.source and one.source.value.removesuffix("!important").strip() != one.value else ""
    )
    return f"{one.name}: {one.written}{comes_to}{source}" + (f"\n{row.reason}" if row.reason else "")
