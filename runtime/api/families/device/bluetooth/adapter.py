"""What the calls about Bluetooth share: the adapter and its state, refusals with their codes, the device that is meant.

Source of the codes: reference, Bluetooth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from types import MappingProxyType
from typing import Literal

from runtime.api.call import ApiFailure, Call
from runtime.api.port import HostPorts
from runtime.api.ports.bluetooth import BLUETOOTH, Bluetooth, Connection
from runtime.api.ports.phone import PHONE
from runtime.api.ports.world import WORLD
from runtime.world.radio.peripherals import Peripheral, device_id_on, peripherals_of

Reason = Literal[
    "already connect", "not init", "not available", "no device", "connection fail", "no service", "no characteristic",
    "no connection", "property not support", "system error", "system not support", "operate time out", "invalid_data",
]  # fmt: skip
CODES = MappingProxyType({
    "already connect": -1, "not init": 10000, "not available": 10001, "no device": 10002, "connection fail": 10003,
    "no service": 10004, "no characteristic": 10005, "no connection": 10006, "property not support": 10007,
    "system error": 10008, "system not support": 10009, "operate time out": 10012, "invalid_data": 10013,
})  # fmt: skip
DONE = MappingProxyType({"errCode": 0})
_DEVICE_ID = re.compile(r"(?:[0-9A-F]{2}:){5}[0-9A-F]{2}|[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}")


def refusal(reason: Reason) -> ApiFailure:
    """A documented failure."""
    return ApiFailure(reason, code=CODES[reason])


def is_ios(ports: HostPorts) -> bool:
    """Whether an iPhone is shown."""
    return ports[PHONE].platform == "ios"


def is_on(ports: HostPorts) -> bool:
    """Whether the phone's Bluetooth is switched on."""
    return bool(ports[WORLD]["system.isBluetoothOn"])


def opened(ports: HostPorts) -> Bluetooth:
    """The adapter, if the program has opened it. Raises ApiFailure."""
    bluetooth = ports[BLUETOOTH]
    if not bluetooth.modes:
        raise refusal("not init")
    return bluetooth


def ready(ports: HostPorts, mode: Literal["central", "peripheral"] = "central") -> Bluetooth:
    """The adapter, if it is open and switched on. Only iOS tells the modes apart. Raises ApiFailure."""
    bluetooth = opened(ports)
    if is_ios(ports) and mode not in bluetooth.modes:
        raise refusal("not init")
    if not is_on(ports):
        raise refusal("not available")
    return bluetooth


def require_android(ports: HostPorts) -> None:
    """Raises ApiFailure on an iPhone."""
    if is_ios(ports):
        raise refusal("system not support")


def tell_state(ports: HostPorts) -> None:
    """Listeners of the adapter hear how it is."""
    state = {"available": is_on(ports), "discovering": ports[BLUETOOTH].scan is not None}
    ports[WORLD].tell("bluetoothAdapter", state)


def all_peripherals(ports: HostPorts) -> Sequence[Peripheral]:
    """Those of the world."""
    return peripherals_of(ports[WORLD]["bluetooth.peripherals"])


def peripheral_at(ports: HostPorts, address: str) -> Peripheral | None:
    """By its address, in capitals."""
    return next((one for one in all_peripherals(ports) if one.device_id.upper() == address), None)


def device_id(ports: HostPorts, address: str) -> str:
    """What the shown phone calls a device."""
    return device_id_on(ports[PHONE].platform, address)


def meant(call: Call, ports: HostPorts) -> Peripheral:
    """The device that a call names as the shown phone does. Raises ApiFailure."""
    named = call.text("deviceId").strip().upper()
    if not _DEVICE_ID.fullmatch(named):
        raise refusal("invalid_data")
    found = next((one for one in all_peripherals(ports) if device_id(ports, one.device_id) == named), None)
    if found is None:
        raise refusal("no device")
    return found


def connected(call: Call, ports: HostPorts) -> tuple[Peripheral, Connection]:
    """The device that a call names and that the program is connected to. Raises ApiFailure."""
    bluetooth = ready(ports)
    peripheral = meant(call, ports)
    connection = bluetooth.connections.get(peripheral.device_id.upper())
    if connection is None:
        raise refusal("no connection")
    return peripheral, connection


def present(ports: HostPorts) -> Iterator[Peripheral]:
    """Those that are in reach."""
    return (one for one in all_peripherals(ports) if one.is_present)
