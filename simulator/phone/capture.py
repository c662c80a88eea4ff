"""Pictures of the phone that are known to be up to date.

Chromium draws in another process, and a frame reaches the widget some time after the page has painted it. So the
shell colours a strip below the phone's screen on demand; the picture is taken when that colour has arrived.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QImage, qBlue, qGreen, qRed
from PySide6.QtWebEngineWidgets import QWebEngineView

from simulator.phone.bridge import Bridge

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
        self._orders: deque[tuple[QSize, Callable[[], None], Callable[[QImage], None]]] = deque()
        self._deadline = QTimer(self)
        self._deadline.setSingleShot(True)

    def take(self, size: QSize, prepare: Callable[[], None], done: Callable[[QImage], None]) -> None:
        """One after the other: `prepare` gives the web view its size, `done` gets a phone of `size` from it.

        `done` is called once, at the latest when the deadline has passed.
        """
        self._orders.append((size, prepare, done))
        if len(self._orders) == 1:
            self._start()

    def _start(self) -> None:
        size, prepare, _done = self._orders[0]
        prepare()
        self._mark = self._mark % COLORS + 1
        self._bridge.mark.emit(self._mark)
        self._deadline.start(DEADLINE_MS)
        self._look(size)

    def _look(self, size: QSize) -> None:
        if self._has_mark(size, self._mark) or not self._deadline.isActive():
            self._finish(size)
        else:
            QTimer.singleShot(LOOK_AGAIN_MS, self, lambda: self._look(size))

    def _finish(self, size: QSize) -> None:
        self._deadline.stop()
        image = self._grab(size)
        _size, _prepare, done = self._orders.popleft()
        done(image)
        if self._orders:
            self._start()

    def _grab(self, size: QSize) -> QImage:
        image = self._web.grab(QRect(QPoint(0, 0), size)).toImage()
        image.setDevicePixelRatio(1.0)
        if image.size() == size:
            return image
        # On a desktop of high density the widget has more pixels than asked for.
        keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        return image.scaled(size, keep, smooth)

    def _has_mark(self, size: QSize, mark: int) -> bool:
        middle = QPoint(size.width() // 2, (size.height() + self._web.height()) // 2)
        pixel = self._web.grab(QRect(middle, QSize(1, 1))).toImage().pixel(0, 0)
        return [qRed(pixel) > 127, qGreen(pixel) > 127, qBlue(pixel) > 127] == [bool(mark & bit) for bit in (1, 2, 4)]
