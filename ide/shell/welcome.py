"""The page without a project: open one, open a recent one, make one from a template or example; the language."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QToolButton, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.models.texts import LANGUAGES
from ide.shell.template_list import fill_templates
from ide.widgets.icons import Icons
from ide.widgets.plain_text import PlainLabel

_LOGO_SIZE = 72
_LIST_HEIGHT = 260


class WelcomePage(QWidget):
    """Says what the user wants; decides nothing."""

    open_asked = Signal()
    project_chosen = Signal(str)
    template_chosen = Signal(str)
    documentation_asked = Signal()
    recording_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._appearance = appearance
        self._recent: Sequence[str] = ()
        self._logo = PlainLabel(parent=self)
        self._title = PlainLabel(parent=self)
        self._title.setObjectName("welcome_title")
        self._text = PlainLabel(parent=self)
        self._text.setObjectName("welcome_text")
        self.open_button = QPushButton(self)
        self.open_button.setDefault(True)
        self._headings = {"recent": PlainLabel(parent=self), "templates": PlainLabel(parent=self)}
        self.recent = QListWidget(self)
        self.templates = QListWidget(self)
        self.languages = {language: QToolButton(self) for language in LANGUAGES}
        self.documentation = QToolButton(self)
        self.recording = QToolButton(self)
        self._lay_out()
        self.open_button.clicked.connect(lambda: self.open_asked.emit())
        for chosen in (self.recent.itemClicked, self.recent.itemActivated):
            chosen.connect(lambda item: self._tell(self.project_chosen, item))
        for chosen in (self.templates.itemClicked, self.templates.itemActivated):
            chosen.connect(lambda item: self._tell(self.template_chosen, item))
        for language, button in self.languages.items():
            button.setCheckable(True)
            button.clicked.connect(lambda _checked=False, language=language: appearance.set_language(language))
        self.documentation.clicked.connect(lambda: self.documentation_asked.emit())
        self.recording.clicked.connect(lambda: self.recording_asked.emit())
        appearance.changed.connect(self._dress)
        self._dress(appearance)

    def show_choices(self, recent_projects: Sequence[str]) -> None:
        """Fills both lists."""
        self._recent = recent_projects
        icons, texts = Icons(self._appearance.theme), self._appearance.texts
        self.recent.clear()
        for path in recent_projects:
            item = QListWidgetItem(icons.icon("project"), f"{Path(path).name}\n{path}")
            item.setData(Qt.ItemDataRole.UserRole, path)
            self.recent.addItem(item)
        if not recent_projects:
            item = QListWidgetItem(texts("welcome.no_recent"))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
            self.recent.addItem(item)
        fill_templates(self.templates, texts)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addStretch(2)
        for widget in (self._logo, self._title, self._text):
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(14)
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(24)
        lists = QHBoxLayout()
        lists.setSpacing(24)
        lists.addStretch(1)
        self.recent.setIconSize(QSize(20, 20))
        for name, list_, width in (("recent", self.recent, 3), ("templates", self.templates, 4)):
            list_.setFixedSize(self._appearance.theme.sizes["welcome_width"] * width // 4, _LIST_HEIGHT)
            box = QVBoxLayout()
            self._headings[name].setObjectName("welcome_heading")
            box.setSpacing(6)
            box.addWidget(self._headings[name])
            box.addWidget(list_)
            box.addStretch(1)
            lists.addLayout(box)
        lists.addStretch(1)
        column.addLayout(lists)
        column.addSpacing(14)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (*self.languages.values(), self.documentation, self.recording):
            foot.addWidget(button)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addStretch(3)

    def _dress(self, appearance: Appearance) -> None:
        texts = appearance.texts
        ratio = self.devicePixelRatioF()
        logo = Icons(appearance.theme).pixmap("handset", "icon", round(_LOGO_SIZE * ratio))
        logo.setDevicePixelRatio(ratio)
        self._logo.setPixmap(logo)
        self._title.setText(texts("welcome.title"))
        self._text.setText(texts("welcome.text"))
        self.open_button.setText(texts("welcome.open"))
        for name, label in self._headings.items():
            label.setText(texts(f"welcome.{name}"))
        self.recent.setAccessibleName(texts("welcome.recent"))
        self.templates.setAccessibleName(texts("welcome.templates"))
        for language, button in self.languages.items():
            button.setText(texts(f"language.{language}"))
            button.setChecked(language == texts.language)
        self.documentation.setText(texts("action.documentation"))
        self.recording.setText(texts("action.open_recording"))
        self.show_choices(self._recent)

    def _tell(self, signal: SignalInstance, item: QListWidgetItem) -> None:
        if value := item.data(Qt.ItemDataRole.UserRole):
            signal.emit(value)
