"""What happens around an open adapter: the phone's switch, devices that come, go, change and send by themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from runtime.api.call import Call
from runtime.api.families.device.bluetooth.adapter import device_id, is_on, peripheral_at, tell_state
from runtime.api.families.device.bluetooth.connections import disconnect
from runtime.api.families.device.bluetooth.played_central import CENTRAL, central_does, central_leaves
from runtime.api.families.device.bluetooth.values import characteristic_at, send
from runtime.api.port import HostPorts
from runtime.api.ports.bluetooth import BLUETOOTH, Place
from runtime.api.ports.world import WORLD
from runtime.world.radio.hexadecimal import whole_uuid
from runtime.world.radio.peripherals import Peripheral, peripherals_of
from runtime.world.world import Happening


def watch(call: Call, ports: HostPorts) -> None:
    """From now on, until the adapter is closed."""
    bluetooth = ports[BLUETOOTH]
    if bluetooth.watches is None:
        bluetooth.watches = ports[WORLD].subscribe(call.later(lambda happening: _heard(ports, happening)))


def _heard(ports: HostPorts, happening: Happening) -> None:
    if "system.isBluetoothOn" in happening.after:
        _switched(ports)
    if "bluetooth.peripherals" in happening.after:
        _changed(ports, peripherals_of(happening.before["bluetooth.peripherals"]))
    if happening.event == "bluetooth.notify":
        _notify(ports, happening.detail)
    elif happening.event == "bluetooth.disconnect":
        _drop(ports, happening.detail["deviceId"])
    elif happening.event.startswith(CENTRAL):
        central_does(ports, happening.event.removeprefix(CENTRAL), happening.detail)


def _switched(ports: HostPorts) -> None:
    """Without Bluetooth all connections end, and the search."""
    bluetooth = ports[BLUETOOTH]
    if not is_on(ports):
        bluetooth.scan = None
        bluetooth.connecting.clear()
        for address in list(bluetooth.connections):
            disconnect(ports, address)
        central_leaves(ports)
    tell_state(ports)


def _changed(ports: HostPorts, before: Sequence[Peripheral]) -> None:
    """Who is gone is disconnected; a value that is another one is sent to subscribers."""
    former = {one.device_id.upper(): one for one in before}
    for address in list(ports[BLUETOOTH].connections):
        now = peripheral_at(ports, address)
        if now is None or not now.is_present:
            disconnect(ports, address)
            continue
        for place, _ in ports[BLUETOOTH].subscribers(address):
            was, is_now = _value(former.get(address), place), _value(now, place)
            if is_now is not None and was != is_now:
                ports[BLUETOOTH].written.pop((address, place), None)
                send(ports, address, place, is_now)


def _value(peripheral: Peripheral | None, place: Place) -> str | None:
    characteristic = characteristic_at(peripheral, place) if peripheral else None
    return characteristic.value if characteristic else None


def _notify(ports: HostPorts, detail: Mapping[str, Any]) -> None:
    wanted = whole_uuid(detail["characteristicId"])
    for address in list(ports[BLUETOOTH].connections):
        for place, _ in ports[BLUETOOTH].subscribers(address):
            if _is_meant(ports, address, detail["deviceId"]) and wanted in ("", place[1]):
                send(ports, address, place, detail["value"])


def _drop(ports: HostPorts, named: str) -> None:
    for address in list(ports[BLUETOOTH].connections):
        if _is_meant(ports, address, named):
            disconnect(ports, address)


def _is_meant(ports: HostPorts, address: str, named: str) -> bool:
    """By the address of the list, or as the program knows it."""
    return named.strip().upper() in ("", address, device_id(ports, address))
