"""Marks among the keys that go to the editor page: keys of no keyboard, by which the page knows how far the user's are.

Chromium brings keys and messages to a page on ways of their own. A message that must not overtake the keys before it is
sent behind `AfterKeys`, and the page waits for the mark that it names. What waits there: `page/order.js`.
"""

from __future__ import annotations

from itertools import cycle

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ide.models.editor_messages import (
    AfterKeys,
    AskText,
    CloseModel,
    RunCommand,
    ShowDifference,
    ShowModel,
    SplitEditor,
    ToPage,
)

# Marks on their way at the same time must differ, and a handful are.
_KEYS = tuple(Qt.Key(key) for key in range(Qt.Key.Key_F13, Qt.Key.Key_F24 + 1))
ALL_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.MetaModifier
)
_TYPING = frozenset({QEvent.Type.KeyPress, QEvent.Type.InputMethod})
# What takes a text, or decides which text the next keys go to.
_FOLLOWS_KEYS = (AskText, ShowModel, CloseModel, RunCommand, ShowDifference, SplitEditor)


class KeyMarks(QObject):
    """Sees the keys of one page; `watch` says which widget gets them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._keys = cycle(_KEYS)
        self._target: QWidget | None = None
        self._is_typed = False

    def watch(self, target: QWidget | None) -> None:
        """The page has started, or started again: this widget gets its keys."""
        self._target = target
        self._is_typed = False
        if target:
            target.installEventFilter(self)

    def before(self, message: ToPage) -> AfterKeys | None:
        """What must be sent first, so that the message comes after the keys that were pressed by now."""
        if not (self._target and self._is_typed and isinstance(message, _FOLLOWS_KEYS)):
            return None
        key = next(self._keys)
        QCoreApplication.sendEvent(self._target, QKeyEvent(QEvent.Type.KeyPress, key, ALL_HELD))
        self._is_typed = False
        return AfterKeys(key.name.removeprefix("Key_"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self._is_typed = self._is_typed or event.type() in _TYPING
        return False
