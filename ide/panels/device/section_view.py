"""One section of Device: its heading, and while it is open a line for each value and event."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import cast

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from ide.models.appearance import Appearance
from ide.models.world_rows import Section, WorldRow
from ide.panels.device.editors import TextEditor, ValueEditor, editor_of
from ide.panels.device.nearby_editor import NearbyEditor
from ide.panels.device.place_map import PlaceMap
from ide.panels.device.presenter import DevicePresenter
from ide.panels.device.tilt_view import TiltView
from ide.widgets.icons import Icons
from ide.widgets.plain_text import PlainLabel, plain_tip
from runtime.world.declared import WorldEvent
from runtime.world.kinds import Choice, Form, Kind

_ICON = QSize(14, 14)
_TILTED, _PLACED = "motion", "place"
_MOST_DETAILS = 3
_NARROW_PX = 48


@dataclass(frozen=True, slots=True)
class Shape:
    """All that a section's widgets are made of but the values."""

    section: Section
    is_open: bool
    liked: frozenset[str]


def shape_of(section: Section, presenter: DevicePresenter) -> Shape:
    """As it is to be now."""
    liked = frozenset(row.name for row in section.rows if row.name in presenter.favourites)
    return Shape(section, presenter.is_open(section.key), liked)


class SectionView(QWidget):
    """Rows are made when the section is open. A section of another shape is another widget."""

    def __init__(self, shape: Shape, presenter: DevicePresenter, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.shape = shape
        self.section = section = shape.section
        self._presenter = presenter
        self._appearance = appearance
        self._icons = Icons(appearance.theme)
        self.editors: dict[str, QWidget] = {}
        self.resets: dict[str, QToolButton] = {}
        self.events: dict[str, QPushButton] = {}
        self.stars: dict[str, QToolButton] = {}
        self.details: dict[tuple[str, str], QWidget] = {}
        self.tilt: TiltView | None = None
        self.map: PlaceMap | None = None
        self.heading = QToolButton(self)
        self.heading.setObjectName("device_heading")
        self.heading.setText(section.title)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setIcon(self._icons.icon("chevron-down" if shape.is_open else "chevron-right"))
        self.heading.setIconSize(_ICON)
        self.heading.clicked.connect(lambda: presenter.toggle(section.key))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.heading)
        if shape.is_open:
            layout.addWidget(self._rows())
        self.show_values()

    def show_values(self) -> None:
        """The values as they are now."""
        for name, editor in self.editors.items():
            cast(ValueEditor, editor).show_value(self._presenter.values[name])
            self.resets[name].setEnabled(self._presenter.is_changed(name))
        if self.tilt is not None:
            self.tilt.show_held(self._presenter.values["motion.beta"], self._presenter.values["motion.gamma"])

        if self.map is not None:
            self.map.show_place(self._presenter.values["place.latitude"], self._presenter.values["place.longitude"])

    def _rows(self) -> QWidget:
        body = QWidget(self)
        grid = QGridLayout(body)
        grid.setContentsMargins(10, 0, 6, 6)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(2, 1)
        for row in self.section.rows:
            self._add(grid, grid.rowCount(), row)
        if self.section.key == _TILTED:
            self.tilt = TiltView(self._presenter.tilt, self._appearance, body)
            grid.addWidget(self.tilt, grid.rowCount(), 1, 1, 2, Qt.AlignmentFlag.AlignLeft)
        if self.section.key == _PLACED:
            self.map = PlaceMap(self._presenter.move, self._appearance, body)
            grid.addWidget(self.map, grid.rowCount(), 1, 1, 3)
        return body

    def _add(self, grid: QGridLayout, number: int, row: WorldRow) -> None:
        texts, name, presenter = self._appearance.texts, row.name, self._presenter
        is_liked = name in self.shape.liked
        star = self._button("star-full" if is_liked else "star", texts("device.favourite", name=row.label))
        star.setCheckable(True)
        star.setChecked(is_liked)
        star.clicked.connect(lambda is_on: presenter.like(name, is_liked=is_on))
        self.stars[name] = star
        grid.addWidget(star, number, 0)
        if isinstance(row.shown, WorldEvent):
            button = QPushButton(row.label, self)
            button.setAutoDefault(False)
            button.setToolTip(plain_tip(name))
            button.clicked.connect(partial(presenter.fire, name))
            self.events[name] = button
            line = QHBoxLayout()
            line.addWidget(button)
            self._add_details(line, name, row.shown)
            line.addStretch(1)
            grid.addLayout(line, number, 1, 1, 2)
            return
        label = PlainLabel(row.label, self)
        label.setToolTip(plain_tip(name))
        grid.addWidget(label, number, 1)
        editor = self._editor(row.shown.kind, row)
        editor.setAccessibleName(row.label)
        editor.setToolTip(plain_tip(f"{name}: {row.shown.kind.should_be}"))
        label.setBuddy(editor)
        self.editors[name] = editor
        if isinstance(editor, NearbyEditor):
            grid.addWidget(editor, number + 1, 1, 1, 3)
        else:
            grid.addWidget(editor, number, 2)
        self.resets[name] = self._button("reset", texts("device.reset", name=row.label))
        self.resets[name].clicked.connect(partial(presenter.reset, name))
        grid.addWidget(self.resets[name], number, 3)

    def _editor(self, kind: Kind, row: WorldRow) -> QWidget:
        presenter, name = self._presenter, row.name
        if isinstance(kind, Form) and kind.rows:
            return NearbyEditor(name, kind.rows, presenter, self)
        return editor_of(kind, row.options, partial(presenter.set, name), partial(presenter.set_text, name), self)

    def _add_details(self, line: QHBoxLayout, name: str, event: WorldEvent) -> None:
        """Editors of what may be said of an event, unless that is more than a line can hold."""
        if len(event.details) > _MOST_DETAILS:
            return
        for detail, (kind, default) in event.details.items():
            options = kind.options if isinstance(kind, Choice) else ()
            set_detail = partial(self._presenter.set_detail, name, detail)
            editor = editor_of(kind, options, set_detail, set_detail, self)
            editor.setAccessibleName(f"{name} {detail}")
            editor.setToolTip(plain_tip(f"{detail}: {kind.should_be}"))
            cast(ValueEditor, editor).show_value(self._presenter.details.get(name, {}).get(detail, default))
            if isinstance(editor, TextEditor):
                editor.setPlaceholderText(detail)
                editor.setMinimumWidth(_NARROW_PX)
            self.details[name, detail] = editor
            line.addWidget(editor, 2)

    def _button(self, icon: str, title: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("device_row_button")
        button.setIcon(self._icons.icon(icon))
        button.setIconSize(_ICON)
        button.setToolTip(plain_tip(title))
        button.setAccessibleName(title)
        return button
