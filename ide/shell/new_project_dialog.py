"""Asks what a new project is made from, what it is called and where it goes, all at once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QDir, QSize, Qt, Signal
from PySide6.QtWidgets import (
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


class NewProjectDialog(QDialog):
    """`chosen` carries the template and the folder to make."""

    chosen = Signal(str, object)

    def __init__(self, texts: Texts, template: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(texts("question.project_name.title"))
        self._texts = texts
        self.templates = QListWidget(self)
        self.name = QLineEdit(self)
        self.place = QLineEdit(QDir.homePath(), self)
        self._browse = QPushButton(texts("new_project.browse"), self)
        self._target = PlainLabel(parent=self)
        self._target.setObjectName("welcome_text")
        self.buttons = QDialogButtonBox(self)
        self.accept_button = self.buttons.addButton(texts("answer.create"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(texts("answer.cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        fill_templates(self.templates, texts)
        self._lay_out()
        self.templates.currentItemChanged.connect(lambda *_items: self._suggest_name())
        self.name.textChanged.connect(lambda _text: self._show_target())
        self.place.textChanged.connect(lambda _text: self._show_target())
        self._browse.clicked.connect(self._ask_place)
        self.buttons.accepted.connect(self._create)
        self.buttons.rejected.connect(self.reject)
        rows = [row for row in range(self.templates.count()) if self.templates.item(row).data(_NAME) == template]
        self.templates.setCurrentRow(rows[0] if rows else 0)
        self.name.setFocus()
        self.name.selectAll()

    @property
    def target(self) -> Path:
        """The folder to make."""
        return Path(self.place.text()).expanduser() / self.name.text().strip()

    def _lay_out(self) -> None:
        fields = QFormLayout()
        fields.addRow(self._texts("new_project.name"), self.name)
        place = QHBoxLayout()
        place.addWidget(self.place, 1)
        place.addWidget(self._browse)
        fields.addRow(self._texts("new_project.place"), place)
        layout = QVBoxLayout(self)
        layout.addWidget(self.templates, 1)
        layout.addLayout(fields)
        layout.addWidget(self._target)
        layout.addWidget(self.buttons)
        self.resize(QSize(640, 520))

    def _suggest_name(self) -> None:
        if not self.name.isModified():
            self.name.setText(f"my-{self.templates.currentItem().data(_NAME)}")

    def _show_target(self) -> None:
        is_named = bool(self.name.text().strip()) and bool(self.place.text().strip())
        self.accept_button.setEnabled(is_named and not self.target.exists())
        key = "new_project.exists" if is_named and self.target.exists() else "new_project.target"
        self._target.setText(self._texts(key, folder=str(self.target)) if is_named else "")

    def _ask_place(self) -> None:
        dialog = QFileDialog(self, self._texts("welcome.choose_place"), self.place.text())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.place.setText)
        dialog.open()

    def _create(self) -> None:
        self.chosen.emit(str(self.templates.currentItem().data(_NAME)), self.target)
        self.accept()


_NAME = Qt.ItemDataRole.UserRole
