"""A tree drawn from flat rows in the console's colours: opens, closes, edits, and says where the mouse is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QWidget,
)

from ide.models.appearance import Appearance
from ide.models.console.look import Look, load_look
from ide.models.tree_rows import TreeRow
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress
from ide.widgets.plain_text import plain_tip

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
LEFT = 8
TRIANGLE = 14
CROSS = 24


class _Rows(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: Sequence[TreeRow] = ()

    def replace(self, rows: Sequence[TreeRow]) -> bool:
        """Shows these rows; True if they are others, not only with another content."""
        if rows is self.rows:
            return False
        if [row.path for row in rows] == [row.path for row in self.rows]:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return False
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.EditRole:
            return row.edit_text
        return row.text() if role == Qt.ItemDataRole.AccessibleTextRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if self.rows[index.row()].edit_text is not None else flags


class _Painter(QStyledItemDelegate):
    def __init__(self, parent: RowTree) -> None:
        super().__init__(parent)
        self._tree = parent
        self.look: Look | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: TreeRow = index.data(ROW_ROLE)
        if self.look is None:
            return
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        colors = self.look.colors
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(colors["selected"]))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(colors["hover"]))
        font = QFont(self._tree.font())
        painter.setFont(font)
        metrics = QFontMetrics(font)
        x = area.left() + LEFT + row.depth * self.look.sizes["indent"]
        if row.is_open is not None:
            painter.setPen(QColor(colors["dim"]))
            painter.drawText(QRect(x, area.top(), TRIANGLE, area.height()), _MIDDLE, "▾" if row.is_open else "▸")
        x += TRIANGLE
        for span in row.spans:
            text = span.text.replace("\n", "⏎")
            width = metrics.horizontalAdvance(text)
            if span.mark:
                painter.fillRect(QRect(x, area.top() + 1, width, area.height() - 2), QColor(colors[span.mark]))
            font.setStrikeOut(span.mark == "removed")
            painter.setFont(font)
            painter.setPen(QColor(colors[span.role]))
            painter.drawText(QRect(x, area.top(), area.right() - x, area.height()), _MIDDLE, text)
            x += width
            if x > area.right():
                break
        if row.is_removable and state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
            self._paint_cross(painter, area, state)

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """A row that has no room is told in full."""
        if event.type() != QEvent.Type.ToolTip or not index.isValid():
            return False
        QToolTip.showText(event.globalPos(), plain_tip(self._tree.in_full(index.row())), view)
        return True

    def _paint_cross(self, painter: QPainter, area: QRect, state: QStyle.StateFlag) -> None:
        assert self.look is not None
        is_selected = state & QStyle.StateFlag.State_Selected
        cross = QRect(area.right() - CROSS, area.top(), CROSS, area.height())
        painter.fillRect(cross, QColor(self.look.colors["selected" if is_selected else "hover"]))
        painter.setPen(QColor(self.look.colors["dim"]))
        painter.setFont(self._tree.font())
        painter.drawText(cross, int(Qt.AlignmentFlag.AlignCenter), "✕")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, self.look.sizes["line"] + 4 if self.look else 20)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("row_editor")
        editor.setFont(self._tree.font())
        return editor

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        row: TreeRow = index.data(ROW_ROLE)
        area: QRect = option.rect
        metrics = QFontMetrics(self._tree.font())
        label = "".join(span.text for span in row.spans[:2])
        left = LEFT + row.depth * (self.look.sizes["indent"] if self.look else 0) + TRIANGLE
        left += metrics.horizontalAdvance(label) - 4
        editor.setGeometry(area.adjusted(min(left, area.width() // 2), 0, 0, 0))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            self._tree.edited.emit(index.data(ROW_ROLE).path, editor.text())


class RowTree(QListView):
    """Signals carry the path of a row: `toggled`, `chosen`, `edited(path, text)`, `hovered` (None: no row), `removed`
    (the cross, or the key), `entered` (a double click, or Return, on a row that is not edited)."""

    toggled = Signal(object)
    chosen = Signal(object)
    removed = Signal(object)
    entered = Signal(object)
    edited = Signal(object, str)
    hovered = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(self.EditTrigger.DoubleClicked | self.EditTrigger.EditKeyPressed)
        self._rows = _Rows(self)
        self._painter = _Painter(self)
        self._hovered: object = None
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        self.selectionModel().currentChanged.connect(self._current_changed)
        dress(self, appearance, self._dress)

    @property
    def rows(self) -> Sequence[TreeRow]:
        """What is shown."""
        return self._rows.rows

    def show_rows(self, rows: Sequence[TreeRow]) -> None:
        """Shows these; the place and the chosen row stay. Nothing moves while the user edits."""
        if self.state() == self.State.EditingState:
            return
        path, value = self.chosen_path, self.verticalScrollBar().value()
        if self._rows.replace(rows):
            self.choose(path, tells=False)
            self.verticalScrollBar().setValue(value)

    @property
    def chosen_path(self) -> tuple[str, ...] | None:
        """The row that is chosen."""
        index = self.currentIndex()
        return self._rows.rows[index.row()].path if index.isValid() else None

    def choose(self, path: tuple[str, ...] | None, *, tells: bool = True) -> None:
        """Marks a row and shows it."""
        place = next((number for number, row in enumerate(self._rows.rows) if row.path == path), None)
        if place is None:
            return
        self.selectionModel().blockSignals(not tells)
        self.setCurrentIndex(self._rows.index(place))
        self.selectionModel().blockSignals(False)
        if tells:
            self.scrollTo(self._rows.index(place))

    def in_full(self, number: int) -> str:
        """What a row says, if it has no room for it; else nothing."""
        row = self._rows.rows[number]
        left = self._triangle_left(row) + TRIANGLE
        has_room = left + QFontMetrics(self.font()).horizontalAdvance(row.text()) <= self.viewport().width()
        return "" if has_room else row.text().strip()

    def triangle_at(self, number: int) -> QPoint:
        """Where the row's triangle is."""
        area = self.visualRect(self._rows.index(number))
        return QPoint(self._triangle_left(self._rows.rows[number]) + TRIANGLE // 2, area.center().y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        left = self._triangle_left(row) if row else 0
        if row and row.is_open is not None and left - LEFT <= event.position().x() <= left + TRIANGLE:
            self.toggled.emit(row.path)
            return
        if row and row.is_removable and event.position().x() > self.viewport().width() - CROSS:
            self.removed.emit(row.path)
            return
        super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self._row_at(event.position().toPoint())
        if row and row.is_open is not None and row.edit_text is None:
            self.toggled.emit(row.path)
            return
        super().mouseDoubleClickEvent(event)
        if row and row.edit_text is None:
            self.entered.emit(row.path)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        row = self._row_at(event.position().toPoint())
        self._hover(row.path if row else None)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        row = self._rows.rows[index.row()] if index.isValid() else None
        wanted = {Qt.Key.Key_Right: False, Qt.Key.Key_Left: True}.get(Qt.Key(event.key()))
        if row and wanted is not None and row.is_open is wanted:
            self.toggled.emit(row.path)
            return
        if row and row.is_removable and event.key() == Qt.Key.Key_Delete:
            self.removed.emit(row.path)
            return
        if row and row.edit_text is None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit(row.path)
            return
        if row and wanted is not None and not event.modifiers() and self._go_near(index.row(), is_up=wanted):
            return
        super().keyPressEvent(event)

    def _go_near(self, number: int, *, is_up: bool) -> bool:
        """From a closed row to the one that it is in, from an open one to the first in it; False if there is none."""
        rows = self._rows.rows
        if is_up:
            near = next((at for at in range(number - 1, -1, -1) if rows[at].depth < rows[number].depth), -1)
        else:
            near = number + 1 if number + 1 < len(rows) and rows[number + 1].depth > rows[number].depth else -1
        if near >= 0:
            self.setCurrentIndex(self._rows.index(near))
        return near >= 0

    def _row_at(self, point: QPoint) -> TreeRow | None:
        index = self.indexAt(point)
        return self._rows.rows[index.row()] if index.isValid() else None

    def _triangle_left(self, row: TreeRow) -> int:
        return LEFT + row.depth * (self._painter.look.sizes["indent"] if self._painter.look else 0)

    def _hover(self, path: object) -> None:
        if path != self._hovered:
            self._hovered = path
            self.hovered.emit(path)

    def _current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._rows.rows[current.row()].path)

    def _dress(self, appearance: Appearance) -> None:
        look = load_look(appearance.theme)
        self._painter.look = look
        self.setFont(console_font(look))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(look.colors["background"]))
        self.setPalette(palette)
        self.setStyleSheet(f"RowTree {{ background: {look.colors['background']}; }}")
        self.viewport().update()


_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
