"""Keeps Python's garbage collections in the window's thread and out of the user's way.

A collection that comes about by itself runs in whatever thread makes an object: one that frees a widget or a web page
there ends the process. And a full one looks at every object while everything else stands still: a third of a second
with a large project, and the compiler's many new objects bring one about in the middle of a save. So collections happen
here alone: young objects often, all of them now and then, and what has survived that is not looked at again until
nobody looks at the window, or a project has been closed: the parts of one refer to each other.
"""

from __future__ import annotations

import gc
import linecache

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

from runtime.systems.allocator import give_back

YOUNG, MIDDLE = 2_000, 10
YOUNG_MS = 1_000
COLLECT_MS = 30_000
AFTER_CLOSING_MS = 5_000
"""By then the next project has its first page, and its user looks at that."""


class QuietGarbage(QObject):
    """Lives as long as the application."""

    def __init__(self, application: QGuiApplication, after_closing_ms: int = AFTER_CLOSING_MS) -> None:
        super().__init__(application)
        gc.disable()
        # What has been loaded stays: the first collection would go through all of it.
        gc.freeze()
        self._often = QTimer(self, interval=YOUNG_MS)
        self._often.timeout.connect(collect_young)
        self._often.start()
        self._now_and_then = QTimer(self, interval=COLLECT_MS)
        self._now_and_then.timeout.connect(collect_new)
        self._now_and_then.start()
        self._soon = QTimer(self, interval=after_closing_ms, singleShot=True)
        self._soon.timeout.connect(collect_all)
        application.applicationStateChanged.connect(self._state_changed)

    def look_at_all_soon(self) -> None:
        """Much of what was taken to stay is of no use any more."""
        self._soon.start()

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state != Qt.ApplicationState.ApplicationActive:
            collect_all()


def collect_young() -> None:
    """Collects the youngest objects, if there are many, and sometimes those that have survived that."""
    # Qt's bindings read the source of every module that is imported and leave it there.
    linecache.clearcache()
    young, middle, _old = gc.get_count()
    if young > YOUNG:
        gc.collect(1 if middle > MIDDLE else 0)


def collect_all() -> None:
    """Collects what nobody needs, however long it has been there."""
    gc.unfreeze()
    collect_new()


def collect_new() -> None:
    """Collects what has come since the last time; what is left is taken to stay."""
    gc.collect()
    gc.freeze()
    give_back()
