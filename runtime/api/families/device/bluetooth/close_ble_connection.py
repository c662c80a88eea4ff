"""wx.closeBLEConnection."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.bluetooth.adapter import DONE, connected
from runtime.api.families.device.bluetooth.connections import disconnect
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def close(call: Call, ports: HostPorts) -> None:
    """closeBLEConnection."""
    peripheral, _ = connected(call, ports)
    disconnect(ports, peripheral.device_id.upper())
    call.succeed(DONE)


HANDLERS: tuple[Handler, ...] = (in_host("closeBLEConnection", close, state="simulated"),)
