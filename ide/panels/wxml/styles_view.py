"""The matched rules as a list: click a place to open it, a name or value to change it, a box to switch it off.

Enter and Tab go from a name to its value, Tab from a value to the next line; Escape gives up. A click on the end of a
rule adds a declaration. Nothing is drawn anew while somebody types.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QKeySequence, QMouseEvent, QPalette
from PySide6.QtWidgets import QColorDialog, QFrame, QListView, QWidget

from ide.models.appearance import Appearance
from ide.models.console.look import load_look
from ide.models.style_edits import split
from ide.models.style_rows import StyleRow
from ide.panels.wxml.style_layout import INDENT, Part, RowParts, lay_out
from ide.panels.wxml.style_painter import ROW_ROLE, StylePainter
from ide.panels.wxml.value_editor import ValueEditor
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
    """Signals carry rows: `linked` to see where one comes from, `typed(row, name, value)` at every key,
    `committed(row, name, value)` or `left` at the end, `toggled` to switch one off or on, `undone(back)`."""

    linked = Signal(object)
    typed = Signal(object, str, str)
    committed = Signal(object, str, str)
    left = Signal(object)
    toggled = Signal(object)
    undone = Signal(bool)

    def __init__(self, appearance: Appearance, words_for: Callable[[str], Sequence[str]], parent: QWidget) -> None:
        super().__init__(parent)
        self._words_for = words_for
        self.setObjectName("wxml_styles")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows = _Rows(self)
        self._painter = StylePainter(self)
        self.setModel(self._rows)
        self.setItemDelegate(self._painter)
        self.editor = ValueEditor(self.viewport())
        self.editor.typed.connect(self._typed)
        self.editor.ended.connect(self._ended)
        self.editor.given_up.connect(self._given_up)
        self._edited: tuple[StyleRow, Part] | None = None
        self._new_name = ""
        self._later: Sequence[StyleRow] | None = None
        dress(self, appearance, self._dress)

    @property
    def rows(self) -> Sequence[StyleRow]:
        """What is shown."""
        return self._rows.rows

    def show_rows(self, rows: Sequence[StyleRow]) -> None:
        """Shows these; the place stays. While somebody edits they wait."""
        if self._edited is not None:
            self._later = rows
            return
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

    def edit_part(self, number: int, part: Part) -> bool:
        """Opens the field over a part of a row; False where it cannot be changed."""
        if not 0 <= number < len(self.rows):
            return False
        row = self.rows[number]
        one = row.declaration
        self.scrollTo(self._rows.index(number))
        parts = self.parts_of(number)
        if one is None:
            if row.kind != "end" or not row.can_add:
                return False
            area = parts.text.translated(INDENT, 0)
            self._edited = (row, "text")
            self.editor.open(area, "", [f"{name}: " for name in self._words_for("")])
            return True
        if not row.can_edit or one.fate == "disabled" or part not in ("name", "value"):
            return False
        self._edited = (row, part)
        is_name = part == "name"
        words = self._words_for("" if is_name else self._new_name or one.name)
        self.editor.open(parts.name if is_name else parts.value, one.name if is_name else one.written, words)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number, part = self.part_at(event.position().toPoint())
        row = self.rows[number] if number >= 0 else None
        if row is not None and event.button() == Qt.MouseButton.LeftButton:
            if part == "link":
                self.linked.emit(row)
                return
            if part == "check":
                self.toggled.emit(row)
                return
            if part == "colour" and row.can_edit:
                self._pick_colour(row)
                return
            if part in ("name", "value") or row.kind == "end":
                super().mousePressEvent(event)
                self.edit_part(number, part)
                return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo):
            self.undone.emit(event.matches(QKeySequence.StandardKey.Undo))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and row >= 0:
            self.edit_part(row, "value")
        elif event.key() == Qt.Key.Key_Space and row >= 0 and self.rows[row].declaration is not None:
            self.toggled.emit(self.rows[row])
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        number, part = self.part_at(event.position().toPoint())
        is_link = number >= 0 and part == "link" and self.rows[number].rule is not None
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_link else Qt.CursorShape.ArrowCursor)

    def _typed(self, text: str) -> None:
        if self._edited:
            row, part = self._edited
            self.typed.emit(row, *self._pair(row, part, text))

    def _ended(self, text: str, how: str) -> None:
        if self._edited is None:
            return
        row, part = self._edited
        number = self.rows.index(row) if row in self.rows else -1
        pair = self._pair(row, part, text)
        self._edited, self._new_name = None, ""
        if part == "name" and how in ("enter", "next") and text.strip():
            # Name and value are one change.
            self._new_name = text.strip()
            if self.edit_part(number, "value"):
                return
        self.committed.emit(row, *pair)
        self._show_later()
        if how == "blur" or number < 0:
            return
        self.setFocus()
        if how == "back" or (part == "value" and how == "next"):
            self._edit_near(number, -1 if how == "back" else 1, part)

    def _pair(self, row: StyleRow, part: Part, text: str) -> tuple[str, str]:
        """Name and value that the text in the field stands for."""
        one = row.declaration
        if one is None:
            return split(text)
        return (text.strip(), one.written) if part == "name" else (self._new_name or one.name, text.strip())

    def _edit_near(self, number: int, step: int, part: Part) -> None:
        if part == "value" and step < 0:
            self.edit_part(number, "name")
            return
        at = number + step
        while 0 <= at < len(self.rows):
            if self.edit_part(at, "name" if step > 0 else "value"):
                return
            at += step

    def _given_up(self) -> None:
        if self._edited:
            row, self._edited, self._new_name = self._edited[0], None, ""
            self.left.emit(row)
            self._show_later()
            self.setFocus()

    def _show_later(self) -> None:
        rows, self._later = self._later, None
        if rows is not None:
            self.show_rows(rows)

    def _pick_colour(self, row: StyleRow) -> None:
        one, colour = row.declaration, row.colour
        if one is None or colour is None:
            return
        picked = QColor.fromRgbF(colour.red, colour.green, colour.blue, colour.alpha)
        dialog = QColorDialog(picked, self)
        dialog.setObjectName("wxml_colour")
        dialog.setOption(QColorDialog.ColorDialogOption.ShowAlphaChannel)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._edited = (row, "colour")
        dialog.currentColorChanged.connect(
            lambda found: self.typed.emit(row, one.name, row.with_colour(*found.getRgbF()))
        )
        dialog.finished.connect(lambda result: self._picked(row, dialog.currentColor() if result else None))
        dialog.open()

    def _picked(self, row: StyleRow, colour: QColor | None) -> None:
        self._edited = None
        if colour is None or row.declaration is None:
            self.left.emit(row)
        else:
            self.committed.emit(row, row.declaration.name, _with(row, colour))
        self._show_later()

    def _dress(self, appearance: Appearance) -> None:
        look = load_look(appearance.theme)
        self._painter.look = look
        self.setFont(console_font(look))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, QColor(look.colors["background"]))
        self.setPalette(palette)
        self.setStyleSheet(
            f"StylesView {{ background: {look.colors['background']}; }}"
            f"#{self.editor.objectName()} {{ background: {look.colors['input']}; color: {look.colors['plain']};"
            f" border: 1px solid {look.colors['icon_button_on']}; border-radius: 2px; padding: 0; min-height: 0; }}"
        )
        self.editor.setFont(self.font())
        self.viewport().update()


def _with(row: StyleRow, colour: QColor) -> str:
    return row.with_colour(colour.redF(), colour.greenF(), colour.blueF(), colour.alphaF())


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
