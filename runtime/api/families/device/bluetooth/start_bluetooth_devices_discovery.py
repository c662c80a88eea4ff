"""wx.startBluetoothDevicesDiscovery; a search that goes on is another one from now on."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.families.device.bluetooth.adapter import CODES, DONE, is_ios, present, ready, tell_state
from runtime.api.families.device.bluetooth.advertisement import described
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.bluetooth import BLUETOOTH, Scan
from runtime.api.ports.clock import CLOCK
from runtime.api.ports.phone import PHONE
from runtime.api.ports.world import WORLD
from runtime.world.radio.hexadecimal import whole_uuid
from runtime.world.radio.peripherals import Peripheral

FIRST_MS = 100
ADVERTISES_EVERY_MS = 1000
LONGEST_INTERVAL_MS = 60_000


def start(call: Call, ports: HostPorts) -> None:
    """startBluetoothDevicesDiscovery; a search that goes on is another one from now on.

    Android finds nothing while location is switched off. Assumed: the code.
    """
    bluetooth = ready(ports)
    if not is_ios(ports) and not ports[WORLD]["system.isLocationOn"]:
        raise ApiFailure("location service unavailable", code=CODES["system error"])
    interval_ms = min(max(0, int(call.number("interval"))), LONGEST_INTERVAL_MS)
    services = [whole_uuid(one) for one in call.items("services") if isinstance(one, str)]
    was_scanning = bluetooth.scan is not None
    bluetooth.scan = scan = Scan(services, call.flag("allowDuplicatesKey"), interval_ms)
    call.succeed({**DONE, "isDiscovering": True})
    if not was_scanning:
        tell_state(ports)
    _later(call, ports, scan, min(FIRST_MS, interval_ms or FIRST_MS))


def _later(call: Call, ports: HostPorts, scan: Scan, delay_ms: int) -> None:
    ports[CLOCK].after(delay_ms, call.later(lambda: _look(call, ports, scan)))


def _look(call: Call, ports: HostPorts, scan: Scan) -> None:
    """Devices advertise: what is new is told, what is known if the program wants that. In the background nothing is."""
    bluetooth = ports[BLUETOOTH]
    if bluetooth.scan is not scan:
        return
    devices = [] if ports[PHONE].is_left else [one for one in present(ports) if _is_told(one, scan)]
    for peripheral in devices:
        address = peripheral.device_id.upper()
        scan.told.add(address)
        if address not in bluetooth.found:
            bluetooth.found.append(address)
    described_ones = [described(one, ports) for one in devices]
    for told in [described_ones] if scan.interval_ms and devices else [[one] for one in described_ones]:
        ports[WORLD].tell("bluetoothDevice", {"devices": told})
    _later(call, ports, scan, scan.interval_ms or ADVERTISES_EVERY_MS)


def _is_told(peripheral: Peripheral, scan: Scan) -> bool:
    is_wanted = not scan.services or not set(scan.services).isdisjoint(peripheral.told_services)
    return is_wanted and (scan.allows_duplicates or peripheral.device_id.upper() not in scan.told)


HANDLERS: tuple[Handler, ...] = (in_host("startBluetoothDevicesDiscovery", start, state="simulated"),)
