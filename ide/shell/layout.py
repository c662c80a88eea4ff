"""Where the areas of the window stand, which of them are shown, and how that comes back on the next start."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from ide.models.settings import SettingsFile
from ide.models.theme import Theme
from ide.shell.phone_place import PhonePlace
from ide.shell.toolbar import AREAS
from ide.widgets.screen_place import in_base64, place_of, put_in_place

LEAST_BESIDE_PHONES = 560


class WindowLayout:
    """Owner of the splitters: phones | tree | editor over debugger."""

    def __init__(self, phone: PhonePlace, tree: QWidget, editor: QWidget, debugger: QWidget) -> None:
        horizontal, vertical = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
        self.main = QSplitter(horizontal)
        self._files = QSplitter(horizontal)
        self._right = QSplitter(vertical)
        self._phone, self._tree, self._editor, self._debugger = phone, tree, editor, debugger
        self._width_of_one = 0
        self._splitters = {"main": self.main, "right": self._right, "files": self._files}
        for splitter, widgets, stretches in (
            (self._right, (editor, debugger), (3, 2)),
            (self._files, (tree, self._right), (0, 1)),
            (self.main, (phone, self._files), (0, 1)),
        ):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
            for index, (widget, stretch) in enumerate(zip(widgets, stretches, strict=True)):
                splitter.addWidget(widget)
                splitter.setStretchFactor(index, stretch)
        phone.grown.connect(self._give_phones_room)

    def restore(self, window: QMainWindow, settings: SettingsFile, theme: Theme) -> None:
        """Sizes of the last time, or the usual ones."""
        state, sizes = settings.settings, theme.sizes
        window.resize(QSize(sizes["window_width"], sizes["window_height"]).boundedTo(window.screen().availableSize()))
        right = sizes["window_width"] - sizes["phone_width"]
        self.main.setSizes([sizes["phone_width"], right])
        self._files.setSizes([sizes["tree_width"], right - sizes["tree_width"]])
        self._right.setSizes([sizes["window_height"] - sizes["debugger_height"], sizes["debugger_height"]])
        if state.geometry:
            put_in_place(window, state.geometry)
        for name, splitter in self._splitters.items():
            if name in state.splitters:
                splitter.restoreState(QByteArray.fromBase64(state.splitters[name].encode()))

    def save(self, window: QMainWindow, settings: SettingsFile) -> None:
        """Notes the sizes for the next start."""
        splitters = {name: in_base64(splitter.saveState()) for name, splitter in self._splitters.items()}
        settings.update(geometry=place_of(window), splitters=splitters)

    def show_areas(self, areas: Sequence[str]) -> None:
        """Shows these of simulator, editor and debugger."""
        self._phone.want(is_wanted="simulator" in areas)
        self._tree.setVisible("editor" in areas)
        self._editor.setVisible("editor" in areas)
        self._debugger.setVisible("debugger" in areas)
        self._right.setVisible("editor" in areas or "debugger" in areas)
        self._files.setVisible("editor" in areas or "debugger" in areas)

    def put_phone(self, *, on_right: bool) -> None:
        """Left (as WeChat's tool has it) or right; both sides keep their widths."""
        is_right = self.main.indexOf(self._phone) == 1
        if is_right != on_right:
            sizes = self.main.sizes()
            self.main.insertWidget(1 if on_right else 0, self._phone)
            self.main.setSizes(sizes[::-1])

    def _give_phones_room(self, before: int, after: int) -> None:
        """Another phone is as wide as those that are there, as far as that leaves room for the rest; one alone is as
        wide as it was."""
        sizes = self.main.sizes()
        at = self.main.indexOf(self._phone)
        if before == 1:
            self._width_of_one = sizes[at]
        width = min(sizes[at] * after // before, sum(sizes) - LEAST_BESIDE_PHONES)
        if after == 1:
            width = self._width_of_one
        if after < before or width > sizes[at]:
            self.main.setSizes([width, sum(sizes) - width] if at == 0 else [sum(sizes) - width, width])


def remembered_areas(settings: SettingsFile) -> list[str]:
    """The areas that were shown the last time; all of them if there were none."""
    state = settings.settings
    shown = zip(AREAS, (state.shows_simulator, state.shows_editor, state.shows_debugger), strict=True)
    return [area for area, is_shown in shown if is_shown] or list(AREAS)
