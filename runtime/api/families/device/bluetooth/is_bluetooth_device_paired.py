"""wx.isBluetoothDevicePaired: Android's alone; it fails for one that is not. Assumed: by which code."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.bluetooth.adapter import DONE, meant, ready, refusal, require_android
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def is_paired(call: Call, ports: HostPorts) -> None:
    """isBluetoothDevicePaired: Android's alone; it fails for one that is not. Assumed: by which code."""
    require_android(ports)
    bluetooth = ready(ports)
    if meant(call, ports).device_id.upper() not in bluetooth.paired:
        raise refusal("no device")
    call.succeed(DONE)


HANDLERS: tuple[Handler, ...] = (in_host("isBluetoothDevicePaired", is_paired, state="simulated"),)
