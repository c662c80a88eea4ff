"""Asks what a new project is made from, in which languages, what it is called and where it goes, all at once."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ide.models.texts import Texts
from ide.shell.template_list import fill_templates
from ide.widgets.plain_text import PlainLabel
from simulator.project_templates import NO_APPID, is_appid
from simulator.template_languages import ProjectLanguage

_SCRIPTS: tuple[ProjectLanguage | None, ...] = (None, "typescript")
_STYLES: tuple[ProjectLanguage | None, ...] = (None, "less")
_NAME = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class NewProject:
    """What the user wants to have made; `target` is its folder."""

    template: str
    target: Path
    appid: str = ""
    languages: tuple[ProjectLanguage, ...] = ()


class NewProjectDialog(QDialog):
    """`chosen` carries a `NewProject`."""

    chosen = Signal(object)

    def __init__(self, texts: Texts, template: str, place: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("question.project_name.title"))
        self._texts = texts
        self.templates = QListWidget(self)
        self.about = PlainLabel(parent=self)
        self.about.setWordWrap(True)
        self.name = QLineEdit(self)
        self.place = QLineEdit(str(place), self)
        self.appid = QLineEdit(self)
        self.appid.setPlaceholderText(NO_APPID)
        self.scripts = self._choice(_SCRIPTS, "script")
        self.styles = self._choice(_STYLES, "style")
        self.place.setAccessibleName(texts("new_project.place"))
        self._browse = QPushButton(texts("new_project.browse"), self)
        self._target = PlainLabel(parent=self)
        self._target.setObjectName("welcome_text")
        self._target.setWordWrap(True)
        self.buttons = QDialogButtonBox(self)
        self.accept_button = self.buttons.addButton(texts("answer.create"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(texts("answer.cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        fill_templates(self.templates, texts)
        self._lay_out()
        self.templates.currentItemChanged.connect(lambda *_items: self._show_template())
        for field in (self.name, self.place, self.appid):
            field.textChanged.connect(lambda _text: self._show_target())
        self._browse.clicked.connect(self._ask_place)
        self.buttons.accepted.connect(self._create)
        self.buttons.rejected.connect(self.reject)
        rows = [row for row in range(self.templates.count()) if self.templates.item(row).data(_NAME) == template]
        self.templates.setCurrentRow(rows[0] if rows else 0)
        self.name.setFocus()
        self.name.selectAll()

    @property
    def wish(self) -> NewProject:
        """What the fields say."""
        languages = tuple(one for one in (self.scripts.currentData(), self.styles.currentData()) if one)
        target = Path(self.place.text()).expanduser() / self.name.text().strip()
        return NewProject(self._template, target, self.appid.text().strip(), languages)

    @property
    def _template(self) -> str:
        return str(self.templates.currentItem().data(_NAME))

    def _choice(self, languages: tuple[ProjectLanguage | None, ...], kind: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(self._texts("new_project.languages"))
        for language in languages:
            box.addItem(self._texts(f"new_project.{kind}.{language or 'usual'}"), language)
        return box

    def _lay_out(self) -> None:
        place, languages = QHBoxLayout(), QHBoxLayout()
        place.addWidget(self.place, 1)
        place.addWidget(self._browse)
        languages.addWidget(self.scripts, 1)
        languages.addWidget(self.styles, 1)
        fields = QFormLayout()
        fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for key, field in (
            ("name", self.name), ("place", place), ("appid", self.appid), ("languages", languages),
        ):  # fmt: skip
            fields.addRow(self._texts(f"new_project.{key}"), field)
        layout = QVBoxLayout(self)
        layout.addWidget(self.templates, 1)
        layout.addWidget(self.about)
        layout.addLayout(fields)
        layout.addWidget(self._target)
        layout.addWidget(self.buttons)
        self.templates.setMinimumHeight(250)
        self.resize(QSize(640, 520))

    def _show_template(self) -> None:
        self.about.setText(self._texts(f"template.{self._template}.text"))
        if not self.name.isModified():
            self.name.setText(f"my-{self._template}")

    def _show_target(self) -> None:
        wish = self.wish
        is_named = bool(self.name.text().strip()) and bool(self.place.text().strip())
        is_free, has_appid = not (is_named and wish.target.exists()), is_appid(wish.appid)
        self.accept_button.setEnabled(is_named and is_free and has_appid)
        key = "no_appid" if not has_appid else "target" if is_free else "exists"
        is_told = is_named or not has_appid
        self._target.setText(self._texts(f"new_project.{key}", folder=str(wish.target)) if is_told else "")

    def _ask_place(self) -> None:
        dialog = QFileDialog(self, self._texts("welcome.choose_place"), self.place.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.place.setText)
        dialog.open()

    def _create(self) -> None:
        self.chosen.emit(self.wish)
        self.accept()
