"""wx.getBLEDeviceRSSI."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.bluetooth.adapter import DONE, connected
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def signal(call: Call, ports: HostPorts) -> None:
    """getBLEDeviceRSSI."""
    peripheral, _ = connected(call, ports)
    call.succeed({**DONE, "RSSI": peripheral.rssi})


HANDLERS: tuple[Handler, ...] = (in_host("getBLEDeviceRSSI", signal, state="simulated"),)
