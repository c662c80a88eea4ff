"""wx.makeBluetoothPair: Android's alone. `pin` is base64 of the device's."""

from __future__ import annotations

import base64
import binascii

from runtime.api.call import Call
from runtime.api.families.device.bluetooth.adapter import DONE, Reason, meant, ready, refusal, require_android
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def pair(call: Call, ports: HostPorts) -> None:
    """makeBluetoothPair: Android's alone. `pin` is base64 of the device's."""
    require_android(ports)
    bluetooth = ready(ports)
    peripheral = meant(call, ports)
    problem: Reason | None = None
    if not peripheral.is_present:
        problem = "operate time out"
    elif peripheral.pin not in (call.text("pin"), _decoded(call.text("pin"))):
        problem = "system error"
    if problem is not None:
        raise refusal(problem)
    bluetooth.paired.add(peripheral.device_id.upper())
    call.succeed(DONE)


def _decoded(pin: str) -> str:
    try:
        return base64.b64decode(pin, validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return pin


HANDLERS: tuple[Handler, ...] = (in_host("makeBluetoothPair", pair, state="simulated"),)
