"""The phone of a program in its user's hand: which way up it is held, and which way up each page shows it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from runtime.protocol import logic
from runtime.world.world import Happening, World
from simulator.bridge.notices import Notices
from simulator.device import Device, find_device
from simulator.device.own_devices import known_devices
from simulator.phone.protocol import Phone
from simulator.running.phone_status import phone_status
from simulator.running.system_information import system_information
from simulator.session.orientation import Orientation, shown
from simulator.session.routes import Page
from simulator.session.session import Session


class HeldPhone:
    """Tells the logic process (`send`) and the phone what it is like for the page on top.

    `held` is which way up the user holds it; a page may be shown otherwise (`Phone.device.orientation`).
    """

    def __init__(
        self,
        phone: Phone,
        session: Session,
        send: Callable[[logic.HostToLogic], None],
        notices: Notices,
        held: Orientation,
        world: World,
    ) -> None:
        self._phone = phone
        self._session = session
        self._send = send
        self._notices = notices
        self.held = held
        self._world = world
        world.subscribe(self._happened)

    def information(self, page: Page | None = None) -> dict[str, Any]:
        """The device snapshot as a page sees it; None: the entry page."""
        return system_information(self._for_page(self._phone.device, page), self._session.facts, page)

    @property
    def models(self) -> dict[str, Device]:
        """All phone models by id; the user may just have described another one."""
        return known_devices()

    def use_model(self, name: str) -> None:
        """Shows another phone model. Raises UnknownDevice."""
        self.use(find_device(self.models, name))

    def change(self, **changes: Any) -> None:
        """Theme, language or font size of the phone."""
        self.use(replace(self._phone.device, **changes))

    def page_opens(self, page: Page) -> None:
        """The program is about to hear of a page: its sizes count from the first line of it, and the phone turns."""
        device = self._for_page(self._as_the_world_says(self._phone.device), page)
        if device != self._phone.device:
            self._phone.set_device(device, page.page_id)
        self._send(logic.DeviceChanged(self.information(page)))

    def page_turned(self) -> None:
        """The page on top wants to be shown another way up."""
        self.use(self._phone.device)

    def use(self, device: Device) -> None:
        """Another phone, or the same in another state."""
        page = self._session.pages.top
        self._phone.set_device(self._for_page(self._as_the_world_says(device), page))
        if self._session.has_program:
            self._send(logic.DeviceChanged(self.information(page)))

    def _happened(self, happening: Happening) -> None:
        if happening.after and phone_status(self._world.state) != self._phone.device.status:
            self.use(self._phone.device)

    def rotate(self) -> None:
        """Turns the phone by a quarter. A page with an orientation of its own stays as it is, and the user is told."""
        self.held = "portrait" if self.held == "landscape" else "landscape"
        before = self._phone.device.orientation
        self.use(self._phone.device)
        if self._phone.device.orientation == before:
            self._notices.say("page-keeps-orientation", detail={"orientation": before})

    def _as_the_world_says(self, device: Device) -> Device:
        return replace(device, status=phone_status(self._world.state))

    def _for_page(self, device: Device, page: Page | None) -> Device:
        session = self._session
        wish = session.orientation_wish(page, is_tablet=device.is_tablet) if session.has_program else "auto"
        return device.turned(shown(wish, self.held))
