"""wx.createBLEConnection. A device that is out of reach is waited for, up to `timeout`."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.bluetooth.adapter import DONE, is_ios, meant, peripheral_at, ready, refusal
from runtime.api.families.device.bluetooth.connections import tell_connection
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.bluetooth import BLUETOOTH, Connection
from runtime.api.ports.clock import CLOCK
from runtime.world.radio.peripherals import Peripheral

CONNECTS_MS = 150
GIVES_UP_MS = 20_000
LONGEST_MS = 600_000
_IOS_MTU = 185
"""Observed: what iPhones agree on by themselves."""


def connect(call: Call, ports: HostPorts) -> None:
    """createBLEConnection. A device that is out of reach is waited for, up to `timeout`."""
    bluetooth = ready(ports)
    peripheral = meant(call, ports)
    address = peripheral.device_id.upper()
    if address in bluetooth.connections or address in bluetooth.connecting:
        raise refusal("already connect")
    bluetooth.connecting[address] = attempt = object()
    timeout_ms = min(call.number("timeout"), LONGEST_MS)

    def end() -> None:
        if bluetooth.connecting.get(address) is not attempt:
            return call.fail_with(refusal("not available" if bluetooth.modes else "not init"))
        del bluetooth.connecting[address]
        now = peripheral_at(ports, address)
        if now is None or not now.is_present or now.connection == "timeout":
            call.fail_with(refusal("operate time out" if timeout_ms > 0 else "connection fail"))
        elif not now.is_connectable or now.connection == "fails":
            call.fail_with(refusal("connection fail"))
        else:
            _begin(now, ports)
            call.succeed(DONE)

    ports[CLOCK].after(_duration_ms(peripheral, timeout_ms), call.later(end))


def _duration_ms(peripheral: Peripheral, timeout_ms: float) -> int:
    if peripheral.is_present and peripheral.connection != "timeout":
        return CONNECTS_MS
    return int(timeout_ms) if timeout_ms > 0 else GIVES_UP_MS


def _begin(peripheral: Peripheral, ports: HostPorts) -> None:
    address = peripheral.device_id.upper()
    connection = Connection(min(_IOS_MTU, peripheral.mtu)) if is_ios(ports) else Connection()
    ports[BLUETOOTH].connections[address] = connection
    tell_connection(ports, address, is_connected=True)


HANDLERS: tuple[Handler, ...] = (in_host("createBLEConnection", connect, state="simulated"),)
