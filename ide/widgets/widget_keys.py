"""Keys that belong to one widget. Given with what they do, Qt's own constructor forgets whose they are (the binding
drops `context`), and they would act in the whole window: Delete in a list while somebody writes in the editor."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def on_keys(
    widget: QWidget, keys: QKeySequence.StandardKey | str, act: Callable[[], object], *, with_children: bool = False
) -> QShortcut:
    """Calls `act` when the keys are pressed while the widget, or one in it too, has the keyboard."""
    scope = Qt.ShortcutContext
    shortcut = QShortcut(QKeySequence(keys), widget)
    shortcut.setContext(scope.WidgetWithChildrenShortcut if with_children else scope.WidgetShortcut)
    shortcut.activated.connect(lambda: act())
    return shortcut
