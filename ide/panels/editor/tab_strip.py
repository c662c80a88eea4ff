"""The tabs of open files: icon, name, a dot where something is unsaved, a cross to close."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyleOptionTab, QStylePainter, QTabBar, QToolButton, QWidget

from ide.models.texts import Texts
from ide.panels.editor.view import Tab
from ide.widgets.icons import Icons
from ide.widgets.plain_text import plain_tip


class TabStrip(QTabBar):
    """Shows the presenter's tabs and says what the user wants of them."""

    chosen = Signal(str)
    close_asked = Signal(str)
    moved = Signal(str, int)
    menu_asked = Signal(str, QPoint)
    kept = Signal(str)
    unpin_asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._preview = -1
        self._pinned: set[str] = set()
        self.setMovable(True)
        self.setExpanding(False)
        self.setDocumentMode(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideNone)
        self.setIconSize(QSize(16, 16))
        self.currentChanged.connect(lambda index: self._tell(self.chosen, index))
        self.tabBarDoubleClicked.connect(lambda index: self._tell(self.kept, index))
        self.tabMoved.connect(lambda source, target: self.moved.emit(self.tabData(target), target))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)
        self.installEventFilter(self)

    def show_tabs(self, tabs: Sequence[Tab], active: str, icons: Icons, texts: Texts) -> None:
        """Draws these tabs; those that stay are not built again."""
        self.blockSignals(True)
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        for index, tab in enumerate(tabs):
            if index >= self.count():
                self.addTab("")
                self.setTabButton(index, QTabBar.ButtonPosition.RightSide, self._close_button())
            self._fill(index, tab, icons, texts)
            if tab.path == active:
                self.setCurrentIndex(index)
        self.blockSignals(False)
        self._preview = next((index for index, tab in enumerate(tabs) if tab.is_preview), -1)
        self._pinned = {tab.path for tab in tabs if tab.is_pinned}
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._preview < 0 or self._preview >= self.count():
            return
        # A tab bar has one font for all tabs, so the one that is only looked at is drawn again over itself.
        option = QStyleOptionTab()
        self.initStyleOption(option, self._preview)
        painter = QStylePainter(self)
        font = self.font()
        font.setItalic(True)
        painter.setFont(font)
        painter.drawControl(QStyle.ControlElement.CE_TabBarTab, option)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_middle = isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.MiddleButton
        if is_middle and isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            index = self.tabAt(event.position().toPoint())
            if self.tabData(index) not in self._pinned:
                self._tell(self.close_asked, index)
            return True
        return super().eventFilter(watched, event)

    def _ask_menu(self, point: QPoint) -> None:
        path = self.tabData(self.tabAt(point))
        if path:
            self.menu_asked.emit(path, self.mapToGlobal(point))

    def _fill(self, index: int, tab: Tab, icons: Icons, texts: Texts) -> None:
        if self.tabText(index) != tab.title:
            self.setTabText(index, tab.title)
        self.setTabData(index, tab.path)
        self.setTabToolTip(index, plain_tip(tab.path))
        self.setTabIcon(index, icons.icon(tab.icon))
        button = self.tabButton(index, QTabBar.ButtonPosition.RightSide)
        if isinstance(button, QToolButton):
            button.setIcon(icons.icon("dirty" if tab.is_dirty else "keep" if tab.is_pinned else "close", "icon_dim"))
            button.setToolTip(texts("tab.unpin" if tab.is_pinned else "editor.close_tab"))

    def _close_button(self) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("tab_close")
        button.setIconSize(QSize(12, 12))
        button.setCursor(Qt.CursorShape.ArrowCursor)
        button.clicked.connect(lambda: self._press(self._index_of(button)))
        return button

    def _press(self, index: int) -> None:
        self._tell(self.unpin_asked if self.tabData(index) in self._pinned else self.close_asked, index)

    def _index_of(self, button: QToolButton) -> int:
        side = QTabBar.ButtonPosition.RightSide
        return next((index for index in range(self.count()) if self.tabButton(index, side) is button), -1)

    def _tell(self, signal: SignalInstance, index: int) -> None:
        if index >= 0 and self.tabData(index):
            signal.emit(self.tabData(index))
