"""The phone of a program in its user's hand: which way up it is held, and which way up each page shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from runtime.protocol import logic
from simulator.device import Device
from simulator.running.launch_values import system_information
from simulator.session.orientation import Orientation, shown
from simulator.session.routes import Page

if TYPE_CHECKING:
    from simulator.running.program import Program


class HeldPhone:
    """Tells the logic process and the view of one program what the phone is like for the page on top."""

    def __init__(self, program: Program, held: Orientation) -> None:
        self._program = program
        self.held = held

    def information(self, page: Page | None) -> dict[str, Any]:
        """The device snapshot as a page sees it; None: the entry page."""
        session = self._program.session
        return system_information(self._for_page(self._program.device, page), session.facts if session else None, page)

    def page_opens(self, page: Page) -> None:
        """The program is about to hear of a page: its sizes count from the first line of it, and the phone turns."""
        device = self._for_page(self._program.device, page)
        if device != self._program.device:
            self._program.phone.set_device(device, page.page_id)
        self._program.send_to_logic(logic.DeviceChanged(self.information(page)))

    def use(self, device: Device) -> None:
        """Another phone, or the same in another state."""
        program = self._program
        program.phone.set_device(self._for_page(device, program.page))
        if program.session:
            program.send_to_logic(logic.DeviceChanged(self.information(program.page)))

    def rotate(self) -> None:
        """Turns the phone by a quarter. A page with an orientation of its own stays as it is, and the user is told."""
        self.held = "portrait" if self.held == "landscape" else "landscape"
        before = self._program.device.orientation
        self.use(self._program.device)
        if self._program.device.orientation == before:
            self._program.notices.say("page-keeps-orientation", detail={"orientation": before})

    def _for_page(self, device: Device, page: Page | None) -> Device:
        session = self._program.session
        wish = session.orientation_wish(page, is_tablet=device.is_tablet) if session else "auto"
        return device.turned(shown(wish, self.held))
