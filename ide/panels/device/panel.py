"""Device as a widget: a search, buttons for scenarios, and sections of values with their editors. Made by `meta`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ide.models.appearance import Appearance
from ide.models.world_rows import Section
from ide.panels.device.presenter import DevicePresenter
from ide.panels.device.section_view import SectionView, shape_of
from ide.widgets.dressing import dress
from ide.widgets.empty_text import EmptyText
from ide.widgets.icons import Icons
from ide.widgets.live_panel import LivePanel

PAUSE_MS = 100
_BUTTONS = {"play": "play", "stop": "stop", "record": "record", "reset_all": "reset"}


class DevicePanel(LivePanel):
    """The view of a `DevicePresenter`."""

    def __init__(self, presenter: DevicePresenter, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(presenter, PAUSE_MS, parent)
        self.setObjectName("device_panel")
        self.presenter = presenter
        self._appearance = appearance
        self.sections: list[SectionView] = []
        self.search_box = QLineEdit(self)
        self.search_box.setClearButtonEnabled(True)
        self.buttons = {name: QToolButton(self) for name in _BUTTONS}
        self.buttons["record"].setCheckable(True)
        self._body = QWidget(self)
        self._body.setObjectName("device_body")
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(4, 4, 4, 8)
        self._column.setSpacing(2)
        self._column.addStretch(1)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidget(self._body)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._area)
        self._stack.addWidget(EmptyText("device.nothing_found", appearance, self))
        self._lay_out()
        self.search_box.textChanged.connect(presenter.filter)
        actions: dict[str, Callable[[], None]] = {
            "play": self._choose_scenario, "stop": presenter.stop, "record": self._record,
            "reset_all": presenter.reset_all,
        }  # fmt: skip
        for name, act in actions.items():
            self.buttons[name].clicked.connect(lambda _checked=False, act=act: act())
        presenter.attach(self)
        dress(self, appearance, self._dress)

    # -- DeviceView

    def show_sections(self, shown: Sequence[Section]) -> None:
        """Makes the sections that are others than before; the view stays where it is."""
        place = self._area.verticalScrollBar().value()
        former = {view.section.key: view for view in self.sections}
        self.sections = []
        for section in shown:
            shape = shape_of(section, self.presenter)
            view = former.get(section.key)
            if view is None or view.shape != shape:
                view = SectionView(shape, self.presenter, self._appearance, self._body)
            self.sections.append(view)
        self._throw_away(view for view in former.values() if view not in self.sections)
        for number, view in enumerate(self.sections):
            self._column.insertWidget(number, view)
        self._stack.setCurrentIndex(0 if shown else 1)
        self._area.verticalScrollBar().setValue(place)

    def show_values(self) -> None:
        """The values as they are now, and what may be done."""
        for view in self.sections:
            view.show_values()
        self.buttons["stop"].setEnabled(self.presenter.is_playing)
        self.buttons["record"].setChecked(self.presenter.is_recording)

    # -- within

    def _throw_away(self, views: Iterable[SectionView]) -> None:
        for view in views:
            self._column.removeWidget(view)
            view.hide()
            view.deleteLater()

    def section(self, key: str) -> SectionView:
        """A section by its key."""
        return next(view for view in self.sections if view.section.key == key)

    def _choose_scenario(self) -> None:
        texts = self._appearance.texts
        dialog = QFileDialog(self, texts("device.play"), "", texts("device.scenario_files"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.presenter.play(Path(path)))
        dialog.open()

    def _record(self) -> None:
        if not self.presenter.is_recording:
            self.presenter.record()
            return
        texts = self._appearance.texts
        dialog = QFileDialog(self, texts("device.save_recording"), "scenario.json", texts("device.scenario_files"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("json")
        dialog.fileSelected.connect(lambda path: self.presenter.save_recording(Path(path)))
        dialog.rejected.connect(lambda: self.presenter.save_recording(None))
        dialog.open()

    def _lay_out(self) -> None:
        bar = QFrame(self)
        bar.setObjectName("panel_bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(8, 3, 8, 3)
        row.addWidget(self.search_box, 1)
        for name, button in self.buttons.items():
            button.setObjectName(f"device_{name}")
            button.setIconSize(QSize(16, 16))
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self._stack, 1)

    def _dress(self, appearance: Appearance) -> None:
        texts, icons = appearance.texts, Icons(appearance.theme)
        self.search_box.setPlaceholderText(texts("device.search"))
        self.search_box.setAccessibleName(texts("device.search"))
        for name, icon in _BUTTONS.items():
            self.buttons[name].setIcon(icons.icon(icon))
            self.buttons[name].setToolTip(texts(f"device.{name}"))
            self.buttons[name].setAccessibleName(texts(f"device.{name}"))
        self._throw_away(self.sections)
        self.sections = []
        self.show_sections(self.presenter.sections())
        self.show_values()
