"""Pictures of the phone that are known to be up to date.

Chromium draws in another process, and a frame reaches the widget some time after the page has painted it. So the
shell colours a strip below the phone's screen on demand; the picture is taken when that colour has arrived.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage, qBlue, qGreen, qRed
from PySide6.QtWebEngineWidgets import QWebEngineView

from simulator.view.bridge import Bridge

LOOK_AGAIN_MS = 8
DEADLINE_MS = 2000
COLORS = 7  # a mark is three bits, one a channel; 0 is the colour of the unmarked strip


class Capture(QObject):
    """Takes pictures of one web view."""

    def __init__(self, web: QWebEngineView, bridge: Bridge) -> None:
        super().__init__(web)
        self._web = web
        self._bridge = bridge
        self._mark = 0

    def image(self, shown: QSize, wanted: QSize) -> QImage:
        """What the widget holds now: a phone of size `shown`, scaled to `wanted`."""
        image = self._web.grab(QRect(QPoint(0, 0), shown)).toImage()
        image.setDevicePixelRatio(1.0)
        if image.size() == wanted:
            return image
        keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        return image.scaled(wanted, keep, smooth)

    def take(self, size: QSize, done: Callable[[QImage], None]) -> None:
        """Calls `done` once with a phone of this size, at the latest when the deadline has passed."""
        self._mark = self._mark % COLORS + 1
        mark = self._mark
        deadline = QTimer(self)
        deadline.setSingleShot(True)
        deadline.start(DEADLINE_MS)

        def look() -> None:
            if self._has_mark(size, mark) or not deadline.isActive():
                deadline.deleteLater()
                done(self.image(size, size))
            else:
                QTimer.singleShot(LOOK_AGAIN_MS, self, look)

        self._bridge.mark.emit(mark)
        look()

    def _has_mark(self, size: QSize, mark: int) -> bool:
        middle = QPoint(size.width() // 2, (size.height() + self._web.height()) // 2)
        pixel = self._web.grab(QRect(middle, QSize(1, 1))).toImage().pixel(0, 0)
        return [qRed(pixel) > 127, qGreen(pixel) > 127, qBlue(pixel) > 127] == [bool(mark & bit) for bit in (1, 2, 4)]
