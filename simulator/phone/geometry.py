"""Sizes of the phone on the desktop."""

from __future__ import annotations

import math

from PySide6.QtCore import QSize

MIN_ZOOM = 0.25  # Chromium's own limit
STRIP_HEIGHT = 8  # CSS pixels below the phone, for the mark of a frame


def fit_zoom(phone: QSize, room: QSize) -> float:
    """The largest zoom at which the phone fits into the room and its width is whole desktop pixels, at most 1.

    With a broken width a dark line would show at the right of the page.
    """
    zoom = min(1.0, room.width() / phone.width(), room.height() / phone.height())
    return max(MIN_ZOOM, math.floor(phone.width() * zoom + 1e-6) / phone.width())


def zoomed_size(phone: QSize, zoom: float) -> QSize:
    """Desktop pixels of the phone; rounded up, so that its last CSS pixel is never cut."""
    return QSize(math.ceil(phone.width() * zoom - 1e-6), math.ceil(phone.height() * zoom - 1e-6))


def seen_size(phone: QSize, zoom: float) -> QSize:
    """What of it is seen: a last pixel that the phone fills only in part would be dark."""
    return QSize(math.floor(phone.width() * zoom + 1e-6), math.floor(phone.height() * zoom + 1e-6))


def with_strip(size: QSize, zoom: float) -> QSize:
    """Size of the web view for a phone of this zoomed size."""
    return QSize(size.width(), size.height() + math.ceil(STRIP_HEIGHT * zoom))
