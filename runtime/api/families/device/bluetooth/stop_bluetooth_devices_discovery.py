"""wx.stopBluetoothDevicesDiscovery."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.bluetooth.adapter import DONE, ready, tell_state
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def stop(call: Call, ports: HostPorts) -> None:
    """stopBluetoothDevicesDiscovery."""
    bluetooth = ready(ports)
    was_scanning, bluetooth.scan = bluetooth.scan is not None, None
    call.succeed({**DONE, "isDiscovering": False})
    if was_scanning:
        tell_state(ports)


HANDLERS: tuple[Handler, ...] = (in_host("stopBluetoothDevicesDiscovery", stop, state="simulated"),)
