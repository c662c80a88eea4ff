"""Editor for a list of what is near the phone: a line for each entry with what is changed often, and the JSON below."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtWidgets import QCheckBox, QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ide.models.nearby import NearbyNumber, NearbyRow, nearby_rows, with_member
from ide.panels.device.editors import JsonEditor, NumberBox
from ide.panels.device.presenter import DevicePresenter
from ide.widgets.plain_text import PlainLabel, plain_tip
from runtime.world.kinds import Rows

_LINES_OF_JSON = 8
_NUMBER_PX = 96


class NearbyEditor(QWidget):
    """Lines are made anew when other entries come; values of theirs are only shown."""

    def __init__(self, name: str, rows: Rows, presenter: DevicePresenter, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self._rows = rows
        self._presenter = presenter
        self._shape: object = None
        self.json = JsonEditor(partial(presenter.set_text, name), self, _LINES_OF_JSON)
        self.present: list[QCheckBox] = []
        self.numbers: dict[tuple[int, str], NumberBox] = {}
        self.holds: list[QPushButton] = []
        self._lines: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layout.addWidget(self.json)
        self.setFocusProxy(self.json)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.json.setAccessibleName(name)

    def show_value(self, value: Any) -> None:
        """The list as it is now, and what of it is held."""
        held = str(self._presenter.values[self._rows.held_by]) if self._rows.held_by else ""
        rows = nearby_rows(self._rows, value, held)
        shape = [(row.title, [one.member for one in row.numbers]) for row in rows]
        if shape != self._shape:
            self._shape = shape
            self._make(rows)
        for number, row in enumerate(rows):
            self._show(number, row)
        self.json.show_value(value)

    def _show(self, number: int, row: NearbyRow) -> None:
        if row.is_present is not None:
            self.present[number].setChecked(row.is_present)
        if row.is_held is not None:
            self.holds[number].setChecked(row.is_held)
            self.holds[number].setText(self._presenter.texts("device.take_away" if row.is_held else "device.hold"))
        for one in row.numbers:
            self.numbers[number, one.member].show_number(one.value)

    def _make(self, rows: list[NearbyRow]) -> None:
        if self._lines is not None:
            self._layout.removeWidget(self._lines)
            self._lines.hide()
            self._lines.deleteLater()
        self.present, self.numbers, self.holds = [], {}, []
        self._lines = QWidget(self)
        self._lines.setVisible(bool(rows))
        grid = QGridLayout(self._lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(0, 1)
        for number, row in enumerate(rows):
            grid.addWidget(self._title(number, row), number, 0)
            for column, one in enumerate(row.numbers, 1):
                grid.addWidget(self._number(number, row, one), number, column)
            if row.is_held is not None:
                grid.addWidget(self._hold(row), number, len(row.numbers) + 1)
        self._layout.insertWidget(0, self._lines)

    def _title(self, number: int, row: NearbyRow) -> QWidget:
        if row.is_present is None:
            return PlainLabel(row.title, self)
        box = QCheckBox(row.title.replace("&", "&&"), self)
        title = self._presenter.texts("device.there", name=row.title)
        box.setAccessibleName(title)
        box.setToolTip(plain_tip(title))
        # A long name is cut; the tip has it whole.
        box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        box.clicked.connect(lambda is_on: self._change(number, self._rows.presence, is_on))
        self.present.append(box)
        return box

    def _number(self, number: int, row: NearbyRow, one: NearbyNumber) -> NumberBox:
        texts = self._presenter.texts
        box = NumberBox(one.kind, partial(self._change, number, one.member), self)
        title = texts("device.member", name=row.title, member=texts(f"device.member.{one.member}"))
        box.setAccessibleName(title)
        box.setToolTip(plain_tip(title))
        box.setMaximumWidth(_NUMBER_PX)
        self.numbers[number, one.member] = box
        return box

    def _hold(self, row: NearbyRow) -> QPushButton:
        texts = self._presenter.texts
        button = QPushButton(texts("device.hold"), self)
        button.setAutoDefault(False)
        button.setCheckable(True)
        button.setAccessibleName(texts("device.hold_this", name=row.title))
        hold = partial(self._presenter.set, self._rows.held_by)
        button.clicked.connect(lambda is_on: hold(row.title if is_on else ""))
        self.holds.append(button)
        return button

    def _change(self, number: int, member: str, value: Any) -> None:
        # What is shown may be older than what is so.
        now = self._presenter.values[self._name]
        if number < len(now):
            self._presenter.set(self._name, with_member(now, number, member, value))
