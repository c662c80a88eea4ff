"""Sizes as areas in each other, coloured by kind of file; a click on one is told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from ide.models.appearance import Appearance
from ide.models.audits.sizes import Bar
from ide.models.audits.treemap import HEAD, Area, SizeNode, Tile, tiles
from ide.models.console.look import Look, load_look
from ide.models.console.quantities import size
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress
from ide.widgets.plain_text import plain_tip

_ROLES = {
    ".js": "warn", ".ts": "warn", ".wxs": "warn", ".wxml": "name", ".wxss": "link", ".json": "key",
    ".png": "ok", ".jpg": "ok", ".jpeg": "ok", ".gif": "ok", ".svg": "ok", ".webp": "ok",
}  # fmt: skip
LEAST_WIDTH = 30


class MapView(QWidget):
    """`chosen` carries a Bar."""

    chosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.tiles: list[Tile] = []
        self._nodes: Sequence[SizeNode] = ()
        self._look: Look = load_look(appearance.theme)
        dress(self, appearance, self._dress)

    def show_nodes(self, nodes: Sequence[SizeNode]) -> None:
        """Shows these."""
        self._nodes = nodes
        self._lay_out()

    def tile_at(self, x: float, y: float) -> Tile | None:
        """The innermost that is drawn there."""
        return next((tile for tile in reversed(self.tiles) if tile.area.contains(x, y)), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        tile = self.tile_at(event.position().x(), event.position().y())
        if event.button() == Qt.MouseButton.LeftButton and tile is not None:
            self.chosen.emit(tile.bar)

    def event(self, event: QEvent) -> bool:
        """What is too small for words says them to whoever points at it."""
        if isinstance(event, QHelpEvent):
            tile = self.tile_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), plain_tip(_told(tile.bar)) if tile else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        colors = self._look.colors
        painter.fillRect(self.rect(), QColor(colors["background"]))
        for tile in self.tiles:
            area = QRectF(tile.area.x, tile.area.y, tile.area.width - 1, tile.area.height - 1)
            color = QColor(colors[_role(tile.bar)])
            color.setAlpha(40 if tile.has_head else 120)
            painter.fillRect(area, color)
            if tile.bar.is_too_large:
                painter.setPen(QPen(QColor(colors["fail"]), 2))
                painter.drawRect(area.adjusted(1, 1, -1, -1))
            self._paint_name(painter, tile, area)
        painter.end()

    def _paint_name(self, painter: QPainter, tile: Tile, area: QRectF) -> None:
        if area.width() < LEAST_WIDTH or area.height() < HEAD - 2:
            return
        room = area.adjusted(4, 0, -2, 0)
        if tile.has_head:
            room.setHeight(HEAD)
        painter.setPen(QColor(self._look.colors["fail" if tile.bar.is_too_large else "plain"]))
        words = _told(tile.bar) if tile.has_head else tile.bar.name.rpartition("/")[2] or tile.bar.name
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, int(room.width()))
        top = Qt.AlignmentFlag.AlignVCenter if tile.has_head else Qt.AlignmentFlag.AlignTop
        painter.drawText(room, int(top), shown)

    def _lay_out(self) -> None:
        self.tiles = tiles(self._nodes, Area(0, 0, self.width(), self.height()))
        self.update()

    def _dress(self, appearance: Appearance) -> None:
        self._look = load_look(appearance.theme)
        self.setFont(console_font(self._look))
        self.update()


def _role(bar: Bar) -> str:
    if bar.place:
        return "fail" if bar.is_too_large else "dim"
    return _ROLES.get(PurePosixPath(bar.file).suffix.lower(), "info")


def _told(bar: Bar) -> str:
    return f"{bar.name}  {size(bar.size_bytes)}"
