"""wx.getBLEMTU."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.bluetooth.adapter import DONE, connected
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def get_mtu(call: Call, ports: HostPorts) -> None:
    """getBLEMTU."""
    _, connection = connected(call, ports)
    call.succeed({**DONE, "mtu": connection.mtu})


HANDLERS: tuple[Handler, ...] = (in_host("getBLEMTU", get_mtu, state="simulated"),)
