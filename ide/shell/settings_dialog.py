"""The settings: window, editor, simulator, the keys. Changes count at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ide.models.texts import LANGUAGES, Texts
from ide.models.theme import THEMES
from ide.shell.keymap_table import keymap_table
from ide.shell.preferences import Preferences
from ide.shell.settings_search import search

FONT_SIZES_PX = (9, 32)
MEMORY_LIMITS_MB = (64, 4096)
SIDES = ("left", "right")


class SettingsDialog(QDialog):
    """One tab for each subject. `actions` are named `Menu/command`.
    `language_changed`: it should be opened anew."""

    language_changed = Signal()

    def __init__(
        self,
        preferences: Preferences,
        texts: Texts,
        actions: Mapping[str, QAction],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("settings.title"))
        self._preferences = preferences
        self._texts = texts
        values = preferences.values
        self.tabs = QTabWidget(self)
        self.theme = self._choice("theme", THEMES, values.theme)
        self.language = self._choice("language", LANGUAGES, values.language)
        self.language.activated.connect(lambda _index: self.language_changed.emit())
        self.side = self._choice("phone_side", SIDES, values.phone_side)
        self.font_size = self._number("editor_font_px", FONT_SIZES_PX, values.editor_font_px, " px")
        self.saving = self._switch("saves_on_change", is_on=values.saves_on_change)
        self.restart = self._switch("restarts_after_hang", is_on=values.restarts_after_hang)
        self.memory = self._number("memory_limit_mb", MEMORY_LIMITS_MB, values.memory_limit_mb, " MB")
        self.memory.setSingleStep(64)
        self._add_page("window", (self.theme, self.language, self.side))
        self._add_page("editor", (self.font_size, self.saving))
        self._add_page("simulator", (self.restart, self.memory))
        self.tabs.addTab(keymap_table(actions, texts, self.tabs), texts("settings.keys"))
        self.search_box = QLineEdit(self)
        self.search_box.setPlaceholderText(texts("settings.search"))
        self.search_box.setClearButtonEnabled(True)
        self.search_box.textChanged.connect(lambda needle: search(self.tabs, needle))
        buttons = QDialogButtonBox(self)
        buttons.addButton(texts("settings.close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.search_box)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(buttons)
        self.resize(560, 480)

    def _add_page(self, name: str, controls: Sequence[QWidget]) -> None:
        page = QWidget(self.tabs)
        page.setObjectName("settings_page")
        form = QFormLayout(page)
        form.setContentsMargins(20, 16, 20, 16)
        form.setHorizontalSpacing(24)
        for control in controls:
            form.addRow(self._texts(f"settings.{control.objectName()}"), control)
        self.tabs.addTab(page, self._texts(f"settings.{name}"))

    def _choice(self, name: str, choices: Sequence[str], current: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.addItems([self._texts(f"{name}.{choice}") for choice in choices])
        box.setCurrentIndex(list(choices).index(current) if current in choices else 0)
        box.activated.connect(lambda index: self._preferences.change(**{name: choices[index]}))
        return box

    def _number(self, name: str, limits: tuple[int, int], current: int, unit: str) -> QSpinBox:
        box = QSpinBox(self)
        box.setObjectName(name)
        box.setRange(*limits)
        box.setSuffix(unit)
        box.setValue(current)
        box.setKeyboardTracking(False)
        box.valueChanged.connect(lambda value: self._preferences.change(**{name: value}))
        return box

    def _switch(self, name: str, *, is_on: bool) -> QCheckBox:
        box = QCheckBox(self)
        box.setObjectName(name)
        box.setChecked(is_on)
        box.toggled.connect(lambda on: self._preferences.change(**{name: on}))
        return box
