"""A phone as the host knows it. `PhoneView` is the one that draws; tests have one that only notes what it is told."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance

from simulator.debug.sides import Standstill
from simulator.device import Device


class Phone(Protocol):
    """Takes `HostToView` messages and gives `ViewToHost` messages, as JSON. All on one thread."""

    @property
    def message(self) -> SignalInstance:
        """(str): one message."""

    @property
    def hung(self) -> SignalInstance:
        """(str): it did not answer and is on its way out; the wxs function that ran last. `crashed` follows."""

    @property
    def swollen(self) -> SignalInstance:
        """(int): it took so many megabytes and is on its way out. `crashed` follows."""

    @property
    def crashed(self) -> SignalInstance:
        """(str): the process that draws has ended, and why; `ViewReady` tells when it is there again."""

    @property
    def gone(self) -> SignalInstance:
        """It has ended too often and stays as it is until `revive`."""

    @property
    def dropped(self) -> SignalInstance:
        """What was sent while there was no screen is not kept for the next one."""

    @property
    def standstill(self) -> Standstill:
        """How the debugger speaks with wxs that stands still."""

    @property
    def device(self) -> Device:
        """The model that is shown, as it is held."""

    def set_device(self, device: Device, page_id: int = 0) -> None:
        """Another model, or the same in another state, for the visible page or one that is about to be shown."""

    def send(self, text: str | bytes) -> None:
        """One message. Kept in order until the phone is ready."""

    def revive(self) -> None:
        """Begins anew if it is gone; else it is there, or on its way."""
