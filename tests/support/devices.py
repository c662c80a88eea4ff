"""Three phones to choose from, and those that a test describes. `refusal`: what keeps them from being written."""

from __future__ import annotations

from collections.abc import Sequence

from ide.models.devices import ListedDevice
from simulator.device.own_devices import OwnDevice

CATALOGUE = (
    ListedDevice("iPhone 6/7/8", "ios", 375, 667, 2),
    ListedDevice("iPhone X", "ios", 375, 812, 3),
    ListedDevice("Pixel 9", "android", 412, 923, 2.625),
)


class FakeDevices:
    """Implements `ide.models.devices.Devices`."""

    def __init__(self) -> None:
        self.current = "iPhone 6/7/8"
        self.described: list[OwnDevice] = []
        self.refusal = ""

    @property
    def listed(self) -> Sequence[ListedDevice]:
        own = [ListedDevice(one.name, "own", one.width, one.height, one.pixel_ratio) for one in self.described]
        return [*CATALOGUE, *own]

    @property
    def width(self) -> int:
        return next(one.width for one in self.listed if one.name == self.current)

    def choose(self, name: str) -> None:
        self.current = name

    def own(self, name: str) -> OwnDevice | None:
        return next((one for one in self.described if one.name == name), None)

    def keep(self, device: OwnDevice, before: str = "") -> str:
        if not self.refusal:
            self.described = [*(one for one in self.described if one.name != before), device]
        return self.refusal

    def remove(self, name: str) -> str:
        if not self.refusal:
            self.described = [one for one in self.described if one.name != name]
        return self.refusal
