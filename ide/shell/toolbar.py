"""The toolbar: toggles for the three areas, compile modes, compile, clear cache, record, details."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from ide.models.appearance import Appearance
from ide.models.compile_modes import NORMAL, CompileMode
from ide.models.program_control import CACHE_KINDS
from ide.widgets.icons import Icons

AREAS = ("simulator", "editor", "debugger")
_COMMANDS = {"compile": "compile", "clear_cache": "clear-cache", "details": "details"}


class Toolbar(QFrame):
    """Says what the user wants; decides nothing."""

    area_toggled = Signal(str, bool)
    mode_chosen = Signal(object)
    mode_edit_asked = Signal(object)
    compile_asked = Signal()
    cache_chosen = Signal(str)
    details_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toolbar")
        self._appearance = appearance
        self._modes: tuple[CompileMode, ...] = ()
        self._current = NORMAL
        self.toggles = {area: QToolButton(self) for area in AREAS}
        self.commands = {name: QToolButton(self) for name in _COMMANDS}
        self.record = QToolButton(self)
        self.mode_box = QComboBox(self)
        self.mode_box.setMinimumContentsLength(14)
        self.cache_menu = QMenu(self)
        self._lay_out()
        self._connect()
        appearance.changed.connect(self._dress)
        self._dress(appearance)

    def show_areas(self, shown: Sequence[str]) -> None:
        """Which areas are on."""
        for area, button in self.toggles.items():
            button.blockSignals(True)
            button.setChecked(area in shown)
            button.blockSignals(False)
        self._dress_toggles()

    def show_modes(self, modes: Sequence[CompileMode], current: CompileMode) -> None:
        """Fills the drop-down: normal, the project's own, edit, add."""
        self._modes, self._current = tuple(modes), current
        texts = self._appearance.texts
        self.mode_box.clear()
        self.mode_box.addItem(texts("mode.normal"), NORMAL)
        for mode in modes:
            self.mode_box.addItem(mode.name or mode.page, mode)
        if current in modes:
            self.mode_box.addItem(texts("mode.edit", name=current.name or current.page), "edit")
        self.mode_box.addItem(texts("mode.add"), "add")
        self._mark_current()

    def enable(self, *, enabled: bool) -> None:
        """Off while no project is open."""
        for widget in (*self.toggles.values(), *self.commands.values(), self.mode_box):
            widget.setEnabled(enabled)

    def take_recording(self, action: QAction) -> None:
        """The action that is on while a session is recorded."""
        self.record.setDefaultAction(action)
        self.record.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self._dress_recording()

    def _lay_out(self) -> None:
        size = self._appearance.theme.sizes["toolbar_icon"]
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 3, 8, 3)
        row.setSpacing(2)
        for button in (*self.toggles.values(), *self.commands.values(), self.record):
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setIconSize(QSize(size, size))
        for area, button in self.toggles.items():
            button.setObjectName(f"toggle_{area}")
            button.setCheckable(True)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.mode_box)
        row.addSpacing(8)
        row.addWidget(self.commands["compile"])
        row.addWidget(self.commands["clear_cache"])
        row.addWidget(self.record)
        row.addStretch(1)
        row.addWidget(self.commands["details"])
        self.commands["clear_cache"].setMenu(self.cache_menu)
        self.commands["clear_cache"].setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _connect(self) -> None:
        for area, button in self.toggles.items():
            button.toggled.connect(lambda on, area=area: self.area_toggled.emit(area, on))
        self.commands["compile"].clicked.connect(lambda: self.compile_asked.emit())
        self.commands["details"].clicked.connect(lambda: self.details_asked.emit())
        self.mode_box.activated.connect(self._mode_activated)

    def _mode_activated(self, index: int) -> None:
        chosen = self.mode_box.itemData(index)
        if isinstance(chosen, CompileMode):
            self.mode_chosen.emit(chosen)
            return
        self._mark_current()
        self.mode_edit_asked.emit(self._current if chosen == "edit" else NORMAL)

    def _mark_current(self) -> None:
        index = next((row for row in range(self.mode_box.count()) if self.mode_box.itemData(row) == self._current), 0)
        self.mode_box.setCurrentIndex(index)

    def _dress(self, appearance: Appearance) -> None:
        texts, icons = appearance.texts, Icons(appearance.theme)
        for area, button in self.toggles.items():
            button.setText(texts(f"toolbar.{area}"))
        for name, icon in _COMMANDS.items():
            self.commands[name].setText(texts(f"toolbar.{name}"))
            self.commands[name].setIcon(icons.icon(icon))
        self.commands["compile"].setToolTip(texts("toolbar.compile_tip"))
        self.mode_box.setToolTip(texts("toolbar.mode"))
        self.cache_menu.clear()
        for kind in CACHE_KINDS:
            self.cache_menu.addAction(texts(f"cache.{kind}"), partial(self.cache_chosen.emit, kind))
        self._dress_recording()
        self._dress_toggles()
        self.show_modes(self._modes, self._current)

    def _dress_recording(self) -> None:
        action = self.record.defaultAction()
        if action is not None:
            icons, size = Icons(self._appearance.theme), self._appearance.theme.sizes["toolbar_icon"]
            icon = icons.icon("record")
            icon.addPixmap(icons.pixmap("record", "error", size), QIcon.Mode.Normal, QIcon.State.On)
            action.setIcon(icon)

    def _dress_toggles(self) -> None:
        icons = Icons(self._appearance.theme)
        size = self._appearance.theme.sizes["toolbar_icon"]
        for area, button in self.toggles.items():
            button.setIcon(icons.badge(area, "accent" if button.isChecked() else "inactive", size))
