"""wx.getBLEDeviceServices."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.bluetooth.adapter import DONE, connected
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def services(call: Call, ports: HostPorts) -> None:
    """getBLEDeviceServices."""
    peripheral, connection = connected(call, ports)
    connection.read_services = True
    told = [{"uuid": one.key, "isPrimary": one.is_primary} for one in peripheral.all_services]
    call.succeed({**DONE, "services": told})


HANDLERS: tuple[Handler, ...] = (in_host("getBLEDeviceServices", services, state="simulated"),)
