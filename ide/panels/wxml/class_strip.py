"""The classes of the chosen element as boxes to switch on and off, and a field to add one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QScrollArea, QSizePolicy, QWidget

from ide.models.appearance import Appearance
from ide.models.console.look import load_look
from ide.widgets.console_font import console_font
from ide.widgets.dressing import dress

HEIGHT = 30


class ClassStrip(QWidget):
    """`switched(name, is_on)`."""

    switched = Signal(str, bool)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("wxml_classes")
        self.setFixedHeight(HEIGHT)
        self.boxes: list[QCheckBox] = []
        self.addition = QLineEdit(self)
        self.addition.setMaximumWidth(120)
        self.addition.returnPressed.connect(self._add)
        self._row = QWidget(self)
        self._boxes = QHBoxLayout(self._row)
        self._boxes.setContentsMargins(0, 0, 0, 0)
        self._boxes.addStretch(1)
        area = QScrollArea(self)
        area.setWidget(self._row)
        area.setWidgetResizable(True)
        area.setFrameShape(area.Shape.NoFrame)
        # The strip shows through, in whatever theme.
        area.viewport().setAutoFillBackground(False)
        self._row.setAutoFillBackground(False)
        area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(6, 0, 6, 0)
        layout.addWidget(self.addition)
        layout.addWidget(area, 1)
        dress(self, appearance, self._dress)

    def show_classes(self, classes: Sequence[tuple[str, bool]]) -> None:
        """Name and whether it is on, of each."""
        if [(box.text(), box.isChecked()) for box in self.boxes] == list(classes):
            return
        for box in self.boxes:
            self._boxes.removeWidget(box)
            box.deleteLater()
        self.boxes = [self._box(name, is_on=is_on) for name, is_on in classes]
        for number, box in enumerate(self.boxes):
            self._boxes.insertWidget(number, box)

    def _box(self, name: str, *, is_on: bool) -> QCheckBox:
        box = QCheckBox(name.replace("&", "&&"), self._row)
        box.setChecked(is_on)
        box.clicked.connect(lambda checked: self.switched.emit(name, checked))
        return box

    def _add(self) -> None:
        self.switched.emit(self.addition.text(), True)
        self.addition.clear()

    def _dress(self, appearance: Appearance) -> None:
        self.setFont(console_font(load_look(appearance.theme)))
        self.addition.setPlaceholderText(appearance.texts("wxml.add_class"))
