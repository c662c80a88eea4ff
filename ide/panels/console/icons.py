"""The panel's icons: `resources/icons/console/<name>.svg` in a colour of the look."""

from __future__ import annotations

from importlib.resources import files

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ide.models.console.look import Look


class ConsoleIcons:
    """Renders each icon once for each pixel ratio. `background` shows through marks inside a filled shape."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, color: str, size: int, ratio: float) -> QPixmap:
        """An icon of `size` × `size` device-independent pixels; `color` is a name of the look."""
        key = (name, color, size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._rendered(name, color, size, ratio)
        return self._pixmaps[key]

    def icon(self, name: str, size: int = 16) -> QIcon:
        """An icon for a button."""
        return QIcon(self.pixmap(name, "icon_button", size, 2.0))

    def _rendered(self, name: str, color: str, size: int, ratio: float) -> QPixmap:
        source = (files("resources") / "icons" / "console" / f"{name}.svg").read_text("utf-8")
        colors = self._look.colors
        source = source.replace("currentColor", colors[color]).replace('"background"', f'"{colors["background"]}"')
        pixmap = QPixmap(round(size * ratio), round(size * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, size, size))
        painter.end()
        return pixmap
