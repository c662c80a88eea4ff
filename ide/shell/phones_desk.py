"""The phones of the open project: the same builds on each, with its own page stack and its own data.

One of them is the active one: panels, keys and menus mean it. A click on another one makes that active, and so does a
breakpoint that it reaches.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ide.models.debug_session import DebugSession
from ide.models.devices import ListedDevice
from ide.models.panel_presenter import PanelDesk
from ide.models.program_control import ProgramControl
from ide.models.settings import SettingsFile
from ide.panels.phone.panel import PhonePanel
from ide.shell.debugger_area import DebuggerArea
from ide.shell.open_phone import OpenPhone
from ide.shell.phone_row import PhoneRow
from ide.shell.preferences import Preferences

MOST_PHONES = 4
USERS = ("", *(f"phone {number}" for number in range(2, MOST_PHONES + 1)))
"""Whose data a phone has: the first that is free. The one without a name is the project's usual user."""


class PhonesDesk(QObject):
    """`activated(OpenPhone)`: another one is active. `make` makes a program for a user, which waits for a launch."""

    activated = Signal(object)

    def __init__(
        self,
        root: Path,
        make: Callable[[str], ProgramControl],
        desk_of: Callable[[ProgramControl, DebugSession], PanelDesk],
        row: PhoneRow,
        debugger: DebuggerArea,
        preferences: Preferences,
        settings: SettingsFile,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.phones: list[OpenPhone] = []
        self.active: OpenPhone | None = None
        self.script_asked: Callable[[str], None] = lambda page: None
        self._root, self._make, self._desk_of = root, make, desk_of
        self._row, self._debugger, self._preferences, self._settings = row, debugger, preferences, settings
        row.touched.connect(self._touched)
        row.close_asked.connect(self._close_asked)

    @property
    def has_room(self) -> bool:
        """Whether there may be another one."""
        return len(self.phones) < MOST_PHONES

    def open(self) -> OpenPhone:
        """Another phone, which is active from now on. Who asks launches its program."""
        user = next(one for one in USERS if one not in [phone.user for phone in self.phones])
        state = self._settings.project_state(self._root)
        phone = OpenPhone(user, self._make(user), self._row.frame(), state.debugging, self._desk_of)
        self.phones.append(phone)
        self._preferences.attend(phone.program)
        frame = phone.frame
        frame.script_asked = lambda page: self.script_asked(page)
        frame.language_changed = lambda language: self._keep(phone_language=language)
        frame.zoom_changed = lambda percent: self._keep(zoom_percent=percent)
        kept_as = "other_device" if user else "device"
        frame.device_changed = lambda name: self._keep(**{kept_as: name})
        frame.remember(getattr(state, kept_as) or self._unlike(frame.devices), state.phone_language)
        phone.panel.choose_zoom(state.zoom_percent)
        phone.session.changed.connect(lambda _nothing: self._debugging_changed(phone))
        phone.session.moved.connect(lambda _nothing: self._paused(phone))
        self.activate(phone)
        if len(self.phones) > 1:
            self._keep(phones=len(self.phones))
        return phone

    def activate(self, phone: OpenPhone) -> None:
        """Panels, keys and menus mean this one from now on."""
        if phone is not self.active:
            self.active = phone
            self._row.show_active(phone.panel)
            self._debugger.show_phone(phone.desk)
            self.activated.emit(phone)
        self._row.mark(has_room=self.has_room)

    def close_phone(self, phone: OpenPhone) -> None:
        """Ends one of several: its program, its panels, what they have in memory. The only one stays."""
        if len(self.phones) == 1:
            return
        if phone is self.active:
            self.activate(next(one for one in reversed(self.phones) if one is not phone))
        self._end(phone)
        self._keep(phones=len(self.phones))
        self._row.mark(has_room=self.has_room)

    def close(self) -> None:
        """The project is being closed, and all phones with it."""
        self._row.touched.disconnect(self._touched)
        self._row.close_asked.disconnect(self._close_asked)
        for phone in [one for one in self.phones if one is not self.active]:
            self._end(phone)
        if self.active:
            self._end(self.active)
        self.active = None
        self._row.mark(has_room=True)

    def _end(self, phone: OpenPhone) -> None:
        self.phones.remove(phone)
        self._preferences.forget(phone.program)
        self._debugger.close_phone(phone.desk)
        # The widget of the phone goes first: its pages ask the program for nothing more.
        self._row.give_back(phone.panel)
        phone.close()

    def _keep(self, **members: object) -> None:
        self._settings.update_project(self._root, **members)

    def _unlike(self, devices: Sequence[ListedDevice]) -> str:
        """The first phone that is of another width than all that are there; none for the first one."""
        shown = [one.program.debug.devices.width for one in self.phones[:-1]]
        return next((one.name for one in devices if shown and one.width not in shown), "")

    def _debugging_changed(self, phone: OpenPhone) -> None:
        """What the user sets for the active one holds for all of them."""
        if phone is self.active:
            self._keep(debugging=phone.session.kept)
            for other in self.phones:
                if other is not phone:
                    other.session.follow(phone.session)

    def _paused(self, phone: OpenPhone) -> None:
        if phone.session.pause:
            self.activate(phone)

    def _touched(self, panel: PhonePanel) -> None:
        phone = self._of(panel)
        if phone:
            self.activate(phone)

    def _close_asked(self, panel: PhonePanel) -> None:
        phone = self._of(panel)
        if phone:
            self.close_phone(phone)

    def _of(self, panel: PhonePanel) -> OpenPhone | None:
        return next((one for one in self.phones if one.panel is panel), None)
