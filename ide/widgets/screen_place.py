"""Where a window stands on the screens, as text for the settings; it never comes back where nobody can reach it."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStyle, QWidget


def place_of(window: QWidget) -> str:
    """Where it stands now: Qt's own bytes in base64."""
    return in_base64(window.saveGeometry())


def put_in_place(window: QWidget, place: str) -> None:
    """Puts it where it was; the screen may be smaller since, scaled otherwise, or gone."""
    window.restoreGeometry(QByteArray.fromBase64(place.encode()))
    keep_on_screen(window)


def keep_on_screen(window: QWidget) -> None:
    """Moves a window wholly into the screen where its middle is, or into its own one."""
    if not window.windowState() & (Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen):
        screen = QGuiApplication.screenAt(window.geometry().center()) or window.screen()
        # The desktop's own title stands above what the window calls its place.
        title = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight)
        window.setGeometry(kept_inside(window.geometry(), screen.availableGeometry().adjusted(0, title, 0, 0)))


def kept_inside(window: QRect, room: QRect) -> QRect:
    """A window no larger than the room and wholly in it."""
    size = window.size().boundedTo(room.size())
    left = min(max(window.left(), room.left()), room.left() + room.width() - size.width())
    top = min(max(window.top(), room.top()), room.top() + room.height() - size.height())
    return QRect(QPoint(left, top), size)


def in_base64(data: QByteArray) -> str:
    """Qt's bytes as text."""
    return bytes(data.toBase64().data()).decode()
