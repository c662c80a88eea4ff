"""The fields that say from where a user comes: the scene by name and, where it has one, who led there."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QFormLayout, QLineEdit, QWidget

from ide.models.scenes import load_scenes, scene_in
from ide.models.texts import Texts
from ide.widgets.plain_text import PlainLabel, plain_tip
from simulator.session.arrival import WITH_REFERRER, Arrival


class ArrivalForm(QWidget):
    """`usual` is the text of no choice. Some letters of a scene's name find it, any number may be typed. `checked`
    carries whether the fields can be understood."""

    checked = Signal(bool)

    def __init__(self, texts: Texts, usual: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.scene = QComboBox(self)
        self.app_id = QLineEdit(self)
        self.extra_data = QLineEdit(self)
        self.extra_data.setPlaceholderText('{"from": "shop"}')
        self.scene.setEditable(True)
        self.scene.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.scene.setMinimumContentsLength(12)
        self.scene.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._labels: dict[str, PlainLabel] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        for key, field in (("scene", self.scene), ("app_id", self.app_id), ("extra_data", self.extra_data)):
            self._labels[key] = PlainLabel(parent=self)
            self._form.addRow(self._labels[key], field)
            field.setObjectName(f"arrival_{key}")
        self.speak(texts, usual)
        self.scene.currentTextChanged.connect(lambda _text: self._check())
        self.extra_data.textChanged.connect(lambda _text: self._check())
        self._check()

    @property
    def arrival(self) -> Arrival:
        """What the fields say."""
        return Arrival(scene_in(self.scene.currentText()), self.app_id.text().strip(), self.extra_data.text().strip())

    def show_arrival(self, arrival: Arrival) -> None:
        """Fills the fields."""
        index = self.scene.findData(arrival.scene)
        if index >= 0:
            self.scene.setCurrentIndex(index)
        else:
            self.scene.setEditText(str(arrival.scene))
        self.app_id.setText(arrival.referrer_app_id)
        self.extra_data.setText(arrival.extra_data)

    def speak(self, texts: Texts, usual: str) -> None:
        """In another language; what was chosen stays."""
        chosen = scene_in(self.scene.currentText())
        self.scene.blockSignals(True)
        self.scene.clear()
        self.scene.addItem(usual, 0)
        for number, meaning in load_scenes(texts.language).items():
            self.scene.addItem(f"{number}  {meaning}", number)
        self.scene.setCurrentIndex(max(self.scene.findData(chosen), 0))
        self.scene.blockSignals(False)
        completer = QCompleter(self.scene.model(), self.scene)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.scene.setCompleter(completer)
        for key, field in (("scene", self.scene), ("app_id", self.app_id), ("extra_data", self.extra_data)):
            self._labels[key].setText(texts(f"arrival.{key}"))
            field.setAccessibleName(texts(f"arrival.{key}"))

    def sizeHint(self) -> QSize:
        return QSize(280, super().sizeHint().height())

    def _check(self) -> None:
        if (line := self.scene.lineEdit()) and not line.hasFocus():
            line.setCursorPosition(0)
        has_referrer = self.arrival.scene in WITH_REFERRER
        for field in (self.app_id, self.extra_data):
            self._form.setRowVisible(field, has_referrer)
        fault = self.arrival.fault if has_referrer else ""
        self.extra_data.setProperty("tone", "bad" if fault else "")
        self.extra_data.style().polish(self.extra_data)
        self.extra_data.setToolTip(plain_tip(fault))
        self.checked.emit(not fault)
