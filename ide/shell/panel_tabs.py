"""The row of the panels' tabs: as many as fit, and a list of all of them at its end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar, QWidget


def fitting(widths: Mapping[int, int], room: int, current: int) -> set[int]:
    """Which of these tabs, in their order, find room; the current one always does."""
    kept = {current} if current in widths else set()
    room -= widths.get(current, 0)
    for index, width in widths.items():
        if index in kept:
            continue
        if width > room:
            break
        kept.add(index)
        room -= width
    return kept


class PanelTabs(QTabBar):
    """Shows those of its tabs that are `wanted` and fit. `fitted`: others fit now."""

    fitted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("debugger_tabs")
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(False)
        self.setIconSize(QSize(12, 12))
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self._wanted: set[int] = set()
        self._is_fitting = False
        self.currentChanged.connect(lambda _index: self.fit())

    @property
    def unseen(self) -> list[int]:
        """The wanted ones for which there is no room."""
        return [index for index in sorted(self._wanted) if not self.isTabVisible(index)]

    def want(self, indexes: Iterable[int]) -> None:
        """These are to be seen, if there is room."""
        self._wanted = set(indexes)
        self.fit()

    def fit(self) -> None:
        """Shows what finds room."""
        if self._is_fitting:
            return
        self._is_fitting = True
        widths = {index: self.tabSizeHint(index).width() for index in sorted(self._wanted)}
        seen = fitting(widths, self.width(), self.currentIndex())
        for index in range(self.count()):
            # Saying what is so already would let Qt forget that the others have to be laid out.
            if self.isTabVisible(index) != (index in seen):
                self.setTabVisible(index, index in seen)
        self._is_fitting = False
        self.fitted.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        return QSize(0, super().sizeHint().height())
