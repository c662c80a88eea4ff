"""The page of the settings that edits the simulated user of the open project. Changes count at once."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QFrame,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from ide.models.simulated_user import DIALOGS, FIELDS, Field, SimulatedUser
from ide.models.texts import Texts
from ide.widgets.choice_box import ChoiceBox
from ide.widgets.plain_text import PlainLabel
from runtime.world.groups.permission import DECISIONS, SCOPES


class SimulatedUserForm(QScrollArea):
    """Fields of the user, the place, the address and the scan; then permissions and dialogs."""

    def __init__(self, user: SimulatedUser, texts: Texts, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._user = user
        self.fields: dict[Field, QLineEdit] = {}
        self.scopes: dict[str, ChoiceBox] = {}
        body = QWidget(self)
        body.setObjectName("settings_page")
        self._form = QFormLayout(body)
        self._form.setContentsMargins(20, 16, 20, 16)
        part = ""
        for field in FIELDS:
            if field.part != part:
                part = field.part
                self._add_heading(texts(f"simulated_user.{part}"))
            self._add_field(field, texts)
        self._add_heading(texts("simulated_user.answers"))
        self.dialogs = self._choices(DIALOGS, user.dialogs, "simulated_user.dialogs", texts)
        self.dialogs.activated.connect(lambda index: user.set_dialogs(DIALOGS[index]))
        self._form.addRow(texts("simulated_user.dialogs"), self.dialogs)
        self.session = QCheckBox(body)
        self.session.setChecked(user.is_session_valid)
        self.session.toggled.connect(lambda on: user.set_session_valid(is_valid=on))
        self._form.addRow(texts("simulated_user.session"), self.session)
        self._add_heading(texts("simulated_user.permissions"))
        for scope in SCOPES:
            box = self._choices(DECISIONS, user.decision(scope), "simulated_user.permission", texts)
            box.activated.connect(partial(self._decide, scope))
            self.scopes[scope] = box
            self._form.addRow(scope, box)
        self.reset = QPushButton(texts("simulated_user.reset"), body)
        self.reset.setAutoDefault(False)
        self.reset.clicked.connect(self._reset)
        self._form.addRow("", self.reset)
        self.setWidget(body)

    def show_values(self) -> None:
        """Fills all fields anew."""
        for field, line in self.fields.items():
            line.setText(self._user.text(field))
            line.setCursorPosition(0)
        for scope, box in self.scopes.items():
            box.setCurrentIndex(DECISIONS.index(self._user.decision(scope)))
        self.dialogs.setCurrentIndex(DIALOGS.index(self._user.dialogs))
        self.session.setChecked(self._user.is_session_valid)

    def _add_heading(self, text: str) -> None:
        label = PlainLabel(text, self)
        label.setObjectName("settings_heading")
        self._form.addRow(label)

    def _add_field(self, field: Field, texts: Texts) -> None:
        line = QLineEdit(self._user.text(field), self)
        line.setCursorPosition(0)
        line.editingFinished.connect(partial(self._edited, field))
        self.fields[field] = line
        self._form.addRow(texts(f"simulated_user.{field.key}"), line)

    def _choices(self, choices: tuple[str, ...], current: str, prefix: str, texts: Texts) -> ChoiceBox:
        box = ChoiceBox(self)
        box.addItems([texts(f"{prefix}.{choice}") for choice in choices])
        box.setCurrentIndex(choices.index(current))
        return box

    def _edited(self, field: Field) -> None:
        line = self.fields[field]
        if line.text() != self._user.text(field) and not self._user.set_text(field, line.text()):
            line.setText(self._user.text(field))

    def _decide(self, scope: str, index: int) -> None:
        self._user.decide(scope, DECISIONS[index])

    def _reset(self) -> None:
        self._user.reset()
        self.show_values()
