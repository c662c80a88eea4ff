"""The dialog for one compile mode: name, start page, query, from where its user comes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from ide.models.compile_modes import CompileMode
from ide.models.texts import Texts
from ide.widgets.arrival_form import ArrivalForm

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
        self.arrival = ArrivalForm(texts, texts("mode.default_scene"), self)
        self.arrival.show_arrival(mode.arrival)
        form = QFormLayout()
        for key in ("name", "page", "query"):
            form.addRow(texts(f"mode.{key}"), getattr(self, key))
        form.addRow(self.arrival)
        buttons = QDialogButtonBox(self)
        save = buttons.addButton(texts("answer.ok"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(texts("answer.cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        save.setDefault(True)
        self.arrival.checked.connect(save.setEnabled)
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
        arrival = self.arrival.arrival
        return CompileMode(
            self.name.text().strip() or page, page, self.query.text().strip().lstrip("?"), arrival.scene,
            arrival.referrer_app_id, arrival.extra_data,
        )  # fmt: skip
