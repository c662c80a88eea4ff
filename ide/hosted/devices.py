"""The phones to choose from: those of the catalogue, and those that the user has described."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

import msgspec

from ide.models.devices import FAMILIES, Family, ListedDevice
from ide.models.own_files import write_json
from runtime.systems.user_folders import user_config_folder
from simulator.device import Device
from simulator.device.own_devices import FILE, OwnDevice, read_own_devices
from simulator.running.program import RunningProgram


class HostedDevices:
    """Implements `ide.models.devices.Devices`."""

    def __init__(self, program: RunningProgram) -> None:
        self._program = program

    @property
    def listed(self) -> Sequence[ListedDevice]:
        """Family by family, each in the order of the catalogue."""
        listed = [_listed(device) for device in self._program.held_phone.models.values()]
        return sorted(listed, key=lambda device: FAMILIES.index(device.family))

    @property
    def current(self) -> str:
        """The phone shown now."""
        return self._program.device.name

    @property
    def width(self) -> int:
        """Of the phone as it is held."""
        return self._program.device.width

    def choose(self, name: str) -> None:
        """Another phone model."""
        self._program.held_phone.use_model(name)

    def own(self, name: str) -> OwnDevice | None:
        """As the file says now."""
        return next((one for one in self._described() if one.name == name), None)

    def keep(self, device: OwnDevice, before: str = "") -> str:
        """In the file; the next question finds it there."""
        kept = list(self._described())
        names = [one.name for one in kept]
        if before in names:
            kept[names.index(before)] = device
        else:
            kept.append(device)
        return self._write(kept)

    def remove(self, name: str) -> str:
        """Out of the file."""
        return self._write([one for one in self._described() if one.name != name])

    def _described(self) -> Sequence[OwnDevice]:
        try:
            return read_own_devices(user_config_folder())
        except ValueError:
            return ()

    def _write(self, devices: Sequence[OwnDevice]) -> str:
        file = user_config_folder() / FILE
        try:
            read_own_devices(file.parent)
        except ValueError:
            # What the user had stays to be looked at.
            with suppress(OSError):
                file.replace(file.with_name("devices.broken.json"))
        try:
            write_json(file, msgspec.to_builtins(devices))
        except OSError as error:
            return error.strerror or str(error)
        return ""


def _listed(device: Device) -> ListedDevice:
    upright = device.portrait
    return ListedDevice(device.name, _family(device), upright.width, upright.height, device.pixel_ratio)


def _family(device: Device) -> Family:
    if device.is_own:
        return "own"
    return "tablet" if device.is_tablet else device.platform
