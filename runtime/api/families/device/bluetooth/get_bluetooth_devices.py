"""wx.getBluetoothDevices: all that have been found since the adapter was opened, as they are now."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.bluetooth.adapter import DONE, opened, peripheral_at
from runtime.api.families.device.bluetooth.advertisement import described
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def found_devices(call: Call, ports: HostPorts) -> None:
    """getBluetoothDevices: all that have been found since the adapter was opened, as they are now."""
    bluetooth = opened(ports)
    known = (peripheral_at(ports, address) for address in bluetooth.found)
    call.succeed({**DONE, "devices": [described(one, ports) for one in known if one is not None]})


HANDLERS: tuple[Handler, ...] = (in_host("getBluetoothDevices", found_devices, state="simulated"),)
