"""Icons from `resources/icons`, drawn in the theme's colours at the screen's resolution."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ide.models.theme import Theme

_DRAWN_SIZE = 64


class Icons:
    """Icons of one theme; drawn once each."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._drawn: dict[tuple[str, str], QIcon] = {}

    def icon(self, name: str, color: str = "icon") -> QIcon:
        """The icon `resources/icons/<name>.svg`; `color` is a colour name of the theme."""
        key = (name, color)
        if key not in self._drawn:
            self._drawn[key] = QIcon(self.pixmap(name, color, _DRAWN_SIZE))
        return self._drawn[key]

    def badge(self, name: str, background: str, size: int) -> QIcon:
        """The icon in the accent's text colour on a rounded square; `background` is a colour name of the theme."""
        pixmap = QPixmap(_DRAWN_SIZE, _DRAWN_SIZE)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.colors[background]))
        radius = _DRAWN_SIZE * self._theme.sizes["radius"] / size
        painter.drawRoundedRect(QRectF(0, 0, _DRAWN_SIZE, _DRAWN_SIZE), radius, radius)
        edge = _DRAWN_SIZE // 8
        painter.drawPixmap(edge, edge, self.pixmap(name, "accent_text", _DRAWN_SIZE - 2 * edge))
        painter.end()
        return QIcon(pixmap)

    def pixmap(self, name: str, color: str, size: int) -> QPixmap:
        """The icon as a picture of `size` pixels."""
        source = (files("resources") / "icons" / f"{name}.svg").read_text("utf-8")
        renderer = QSvgRenderer(QByteArray(source.replace("currentColor", self._theme.colors[color]).encode()))
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, size, size))
        painter.end()
        return pixmap
