"""What the window has to say above its content: one notice at a time, the others wait until it is answered."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from ide.models.appearance import Appearance
from ide.models.question import Notice
from ide.widgets.notice_bar import NoticeBar


class Notices(QObject):
    """`answered(key, answer)`: the user has answered the notice of that key, and it is gone."""

    answered = Signal(str, str)

    def __init__(self, bar: NoticeBar, appearance: Appearance, parent: QObject) -> None:
        super().__init__(parent)
        self._bar = bar
        self._appearance = appearance
        self._waiting: list[Notice] = []
        bar.answered.connect(self._answered)
        appearance.changed.connect(lambda _appearance: self._show())

    def __contains__(self, key: str) -> bool:
        return any(notice.key == key for notice in self._waiting)

    def say(self, notice: Notice) -> None:
        """Shows a notice as soon as there is room; one of the same key is replaced."""
        keys = [one.key for one in self._waiting]
        if notice.key in keys:
            self._waiting[keys.index(notice.key)] = notice
        else:
            self._waiting.append(notice)
        self._show()

    def drop(self, *keys: str) -> None:
        """Takes notices back."""
        self._waiting = [notice for notice in self._waiting if notice.key not in keys]
        self._show()

    def _answered(self, answer: str) -> None:
        key = self._waiting.pop(0).key
        self._show()
        self.answered.emit(key, answer)

    def _show(self) -> None:
        self._bar.show_notice(self._waiting[0] if self._waiting else None, self._appearance.texts)
