"""Widgets that come and go with a project follow the window's theme and language only as long as they live."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ide.models.appearance import Appearance


def dress(widget: QWidget, appearance: Appearance, draw: Callable[[Appearance], None]) -> None:
    """Calls `draw` now and after each change of the appearance, until the widget is destroyed."""
    leave = appearance.changed.connect(draw)
    widget.destroyed.connect(lambda: leave())
    draw(appearance)
