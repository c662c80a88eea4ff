"""wx.closeBluetoothAdapter: all connections end."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.bluetooth.adapter import DONE, opened, tell_state
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def close_adapter(call: Call, ports: HostPorts) -> None:
    """closeBluetoothAdapter: all connections end."""
    bluetooth = opened(ports)
    was_scanning = bluetooth.scan is not None
    bluetooth.close()
    if was_scanning:
        tell_state(ports)
    call.succeed(DONE)


HANDLERS: tuple[Handler, ...] = (in_host("closeBluetoothAdapter", close_adapter, state="simulated"),)
