"""wx.getBluetoothAdapterState."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.bluetooth.adapter import DONE, is_on, opened
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def adapter_state(call: Call, ports: HostPorts) -> None:
    """getBluetoothAdapterState."""
    bluetooth = opened(ports)
    call.succeed({**DONE, "available": is_on(ports), "discovering": bluetooth.scan is not None})


HANDLERS: tuple[Handler, ...] = (in_host("getBluetoothAdapterState", adapter_state, state="simulated"),)
