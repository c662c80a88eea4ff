"""The page without a project: open one, open a recent one, or make one from a template."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.widgets.icons import Icons
from ide.widgets.plain_text import PlainLabel

_LOGO_SIZE = 72
_LIST_HEIGHT = 240


class WelcomePage(QWidget):
    """Says what the user wants; decides nothing."""

    open_asked = Signal()
    project_chosen = Signal(str)
    template_chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._appearance = appearance
        self._content: tuple[Sequence[str], Sequence[str]] = ((), ())
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
        self._lay_out()
        self.open_button.clicked.connect(lambda: self.open_asked.emit())
        for chosen in (self.recent.itemClicked, self.recent.itemActivated):
            chosen.connect(lambda item: self._tell(self.project_chosen, item))
        for chosen in (self.templates.itemClicked, self.templates.itemActivated):
            chosen.connect(lambda item: self._tell(self.template_chosen, item))
        appearance.changed.connect(self._dress)
        self._dress(appearance)

    def show_choices(self, recent_projects: Sequence[str], templates: Sequence[str]) -> None:
        """Fills both lists."""
        self._content = (recent_projects, templates)
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
        self.templates.clear()
        for name in templates:
            label = texts.words.get(f"template.{name}", name)
            item = QListWidgetItem(icons.icon("new-folder"), label)
            item.setData(Qt.ItemDataRole.UserRole, name)
            self.templates.addItem(item)

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
        for name, list_ in (("recent", self.recent), ("templates", self.templates)):
            list_.setIconSize(QSize(20, 20))
            list_.setFixedSize(self._appearance.theme.sizes["welcome_width"] * 3 // 4, _LIST_HEIGHT)
            box = QVBoxLayout()
            self._headings[name].setObjectName("welcome_heading")
            box.setSpacing(6)
            box.addWidget(self._headings[name])
            box.addWidget(list_)
            box.addStretch(1)
            lists.addLayout(box)
        lists.addStretch(1)
        column.addLayout(lists)
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
        self.show_choices(*self._content)

    def _tell(self, signal: SignalInstance, item: QListWidgetItem) -> None:
        if value := item.data(Qt.ItemDataRole.UserRole):
            signal.emit(value)
