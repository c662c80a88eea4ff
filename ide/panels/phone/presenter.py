"""What the phone's frame shows: page path, query, scene, state, and the choice of device and zoom. Knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from ide.models.debug_target import Orientation
from ide.models.devices import ListedDevice
from ide.models.program_control import ProgramControl
from simulator.device.own_devices import OwnDevice
from simulator.session.arrival import Arrival

ZOOM_PERCENTS = (0, 50, 75, 85, 100, 125, 150)
"""0 fits the phone to its place."""
LANGUAGES = ("zh_CN", "zh_TW", "en")
"""To which the phone can be set."""
FONT_SIZES_PX = (12, 14, 16, 18, 20, 23)


@dataclass(frozen=True, slots=True)
class ShownPage:
    """The page on top."""

    path: str = ""
    query: str = ""
    scene: int = 0


class PhoneFrameView(Protocol):
    """What the presenter asks of the panel."""

    def show_devices(self, listed: Sequence[ListedDevice], current: str) -> None:
        """Fills the device list."""

    def show_language(self, language: str) -> None:
        """To which language the phone is set."""

    def report_refused(self, why: str) -> None:
        """Says that the user's description of a phone could not be written."""

    def show_page(self, page: ShownPage) -> None:
        """Draws path, query and scene."""

    def show_state(self, state: str, detail: str) -> None:
        """Draws the program's state."""

    def show_orientation(self, held: Orientation, shown: Orientation) -> None:
        """Which way up the phone is held, and which way up its page is shown."""

    def report_kept(self, shown: Orientation) -> None:
        """Says that the phone was turned and its page was not."""

    def copy(self, text: str) -> None:
        """Puts a text on the clipboard and says so."""


class PhonePresenter:
    """The frame of one running program's phone."""

    def __init__(self, program: ProgramControl, view: PhoneFrameView) -> None:
        self.page = ShownPage()
        self.source_asked: Callable[[str, int, int], None] = lambda file, line, column: None
        self.script_asked: Callable[[str], None] = lambda page: None
        self.device_changed: Callable[[str], None] = lambda name: None
        self.language_changed: Callable[[str], None] = lambda language: None
        self.zoom_changed: Callable[[int], None] = lambda percent: None
        self._program = program
        self._world = program.debug.world
        self._view = view
        self._devices = program.debug.devices
        self.is_dark = False
        self._show_devices()
        view.show_language(self._world.language)
        self._show_orientation()

    def page_shown(self, path: str, query: str, scene: int) -> None:
        """Another page is on top."""
        self.page = ShownPage(path, query, scene)
        self._view.show_page(self.page)
        self._show_orientation()

    def state_changed(self, state: str, detail: str) -> None:
        """The program started, crashed, hangs…"""
        self._view.show_state(state, detail)

    def choose_device(self, name: str) -> None:
        """The user chose a phone."""
        self._devices.choose(name)
        self.device_changed(name)
        self._show_devices()

    @property
    def devices(self) -> Sequence[ListedDevice]:
        """All phones."""
        return self._devices.listed

    @property
    def language(self) -> str:
        """To which the phone is set."""
        return self._world.language

    def choose_theme(self, *, is_dark: bool) -> None:
        """The user has set the phone's own colour scheme."""
        self.is_dark = is_dark
        self._world.set_theme("dark" if is_dark else "light")

    def choose_language(self, language: str) -> None:
        """The user has set the phone to another language: its menus change, and the program starts anew in it."""
        self._world.set_language(language)
        self.language_changed(language)
        self._view.show_language(language)
        self._program.relaunch()

    def remember(self, name: str, language: str) -> None:
        """The phone of the last time, if there still is one of that name, and its language."""
        if language in LANGUAGES:
            self._world.set_language(language)
            self._view.show_language(language)
        if name != self._devices.current and name in self.device_names:
            self._devices.choose(name)
            self._show_devices()

    @property
    def device_names(self) -> list[str]:
        """All phones."""
        return [device.name for device in self.devices]

    def own_device(self, name: str) -> OwnDevice | None:
        """The user's description of a phone."""
        return self._devices.own(name)

    def keep_device(self, device: OwnDevice, before: str) -> None:
        """The user has described a phone, a new one or the one that was called `before`: it is shown."""
        if refused := self._devices.keep(device, before):
            self._view.report_refused(refused)
        else:
            self.choose_device(device.name)

    def remove_device(self, name: str) -> None:
        """The user's description goes; if its phone is shown, the first of the list comes."""
        was_shown = self._devices.current == name
        if refused := self._devices.remove(name):
            self._view.report_refused(refused)
        elif was_shown:
            self.choose_device(self.device_names[0])
        else:
            self._show_devices()

    def choose_zoom(self, percent: int) -> None:
        """The user chose a zoom."""
        self._program.set_zoom(percent)
        self.zoom_changed(percent)

    def choose_font(self, size_px: int) -> None:
        """The user chose the phone's font size."""
        self._world.set_font_size(size_px)

    def rotate(self) -> None:
        """Portrait to landscape and back."""
        self._world.rotate()
        self._show_orientation()
        if self._world.held != self._world.orientation:
            self._view.report_kept(self._world.orientation)

    def _show_devices(self) -> None:
        self._view.show_devices(self._devices.listed, self._devices.current)

    def _show_orientation(self) -> None:
        self._view.show_orientation(self._world.held, self._world.orientation)

    def go_home(self) -> None:
        """The home key."""
        self._program.go_home()

    def relaunch(self) -> None:
        """Start again."""
        self._program.relaunch()

    def come_back(self, arrival: Arrival) -> None:
        """The user wants the program back from the background, by way of a scene."""
        self._program.come_back(arrival)

    def start_again(self, answer: str) -> None:
        """The user wants the program back: on the same pages (`restart_here`) or from its first one."""
        if answer == "restart_here":
            self._program.restart_here()
        else:
            self._program.relaunch()

    def open_script(self) -> None:
        """The user clicked the page path."""
        if self.page.path:
            self.script_asked(self.page.path)

    def copy_query(self) -> None:
        """The user clicked the query."""
        if self.page.query:
            self._view.copy(self.page.query)

    def copy_path(self) -> None:
        """The user clicked the copy icon."""
        if self.page.path:
            self._view.copy(self.page.path)
