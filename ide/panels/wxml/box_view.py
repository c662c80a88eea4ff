"""The box model as a drawing: margin, border, padding and content in each other, with their px."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ide.models.appearance import Appearance
from ide.models.console.look import load_look
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress
from runtime.protocol.inspection import BoxModel, Sides

STEP_X, STEP_Y = 38, 20
CONTENT = QSize(110, 26)


class BoxView(QWidget):
    """The colours are those in which inspectors draw the parts of a box."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("wxml_box")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box: BoxModel | None = None
        self._texts = appearance.texts
        self._colours = appearance.theme.colors
        dress(self, appearance, self._dress)

    def show_box(self, box: BoxModel | None) -> None:
        """Draws another box."""
        self.box = box
        self.setVisible(box is not None)
        self.updateGeometry()
        self.update()

    def rings(self) -> list[tuple[str, Sides]]:
        """The rings around the content, the outermost first; the position only where the element has one."""
        box = self.box
        if box is None:
            return []
        rings = [("margin", box.margin), ("border", box.border), ("padding", box.padding)]
        return [("position", box.inset), *rings] if box.inset else rings

    def sizeHint(self) -> QSize:
        count = max(3, len(self.rings()))
        return QSize(CONTENT.width() + 2 * count * STEP_X, CONTENT.height() + 2 * count * STEP_Y + 16)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        box = self.box
        if box is None:
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        hint = self.sizeHint()
        width = min(self.width() - 16, hint.width())
        area = QRectF((self.width() - width) / 2, 8, width, hint.height() - 16)
        step = min(STEP_X, (width - 70) / 2 / max(1, len(self.rings())))
        for name, sides in self.rings():
            self._ring(painter, area, name, sides, step)
            area = area.adjusted(step, STEP_Y, -step, -STEP_Y)
        painter.fillRect(area, QColor(self._colours["box_content"]))
        painter.setPen(QColor(self._colours["box_text"]))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, f"{_px(box.width)} × {_px(box.height)}")

    def _ring(self, painter: QPainter, area: QRectF, name: str, sides: Sides, step: float) -> None:
        painter.fillRect(area, QColor(self._colours[f"box_{name}"]))
        style = Qt.PenStyle.DashLine if name in ("margin", "position") else Qt.PenStyle.SolidLine
        painter.setPen(QPen(QColor(self._colours["box_line"]), 1, style))
        painter.drawRect(area)
        painter.setPen(QColor(self._colours["box_text"]))
        middle = Qt.AlignmentFlag.AlignCenter
        painter.drawText(QRectF(area.left(), area.top(), area.width(), STEP_Y), middle, _px(sides.top))
        painter.drawText(QRectF(area.left(), area.bottom() - STEP_Y, area.width(), STEP_Y), middle, _px(sides.bottom))
        painter.drawText(QRectF(area.left(), area.top(), step, area.height()), middle, _px(sides.left))
        painter.drawText(QRectF(area.right() - step, area.top(), step, area.height()), middle, _px(sides.right))
        label = QRectF(area.left() + 4, area.top(), area.width() / 2, STEP_Y)
        painter.drawText(
            label, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._texts(f"wxml.box.{name}")
        )

    def _dress(self, appearance: Appearance) -> None:
        self._texts, self._colours = appearance.texts, appearance.theme.colors
        self.setFont(console_font(load_look(appearance.theme)))
        self.update()


def _px(length: float) -> str:
    return f"{round(length, 2):g}" if length else "–"
