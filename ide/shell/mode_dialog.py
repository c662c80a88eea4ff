"""The dialog for one compile mode: name, start page, query, scene."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from ide.models.compile_modes import SCENES, CompileMode
from ide.models.texts import Texts

DELETED = 2
"""Result code of the dialog when the user deletes the mode."""


class ModeDialog(QDialog):
    """Edits a mode; `mode` is what the fields say."""

    def __init__(self, texts: Texts, mode: CompileMode, pages: Sequence[str], *, is_new: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts("mode.title"))
        self.name = QLineEdit(mode.name, self)
        self.page = QComboBox(self)
        self.page.setEditable(True)
        self.page.addItems(list(pages))
        self.page.setCurrentText(mode.page or (pages[0] if pages else ""))
        self.query = QLineEdit(mode.query, self)
        self.query.setPlaceholderText(texts("mode.query_hint"))
        self.scene = QComboBox(self)
        self.scene.setEditable(True)
        self.scene.addItem(texts("mode.default_scene"), 0)
        for scene in SCENES:
            self.scene.addItem(str(scene), scene)
        self.scene.setCurrentText(str(mode.scene) if mode.scene else texts("mode.default_scene"))
        form = QFormLayout()
        for key in ("name", "page", "query", "scene"):
            form.addRow(texts(f"mode.{key}"), getattr(self, key))
        buttons = QDialogButtonBox(self)
        save = buttons.addButton(texts("answer.ok"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(texts("answer.cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        save.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        if not is_new:
            delete = buttons.addButton(texts("mode.delete"), QDialogButtonBox.ButtonRole.DestructiveRole)
            delete.clicked.connect(lambda: self.done(DELETED))
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(460)

    @property
    def mode(self) -> CompileMode:
        """What the fields say; without a name it is called after its page."""
        page = self.page.currentText().strip().strip("/")
        scene = self.scene.currentText().strip()
        return CompileMode(
            self.name.text().strip() or page, page, self.query.text().strip().lstrip("?"),
            int(scene) if scene.isdigit() else 0,
        )  # fmt: skip
