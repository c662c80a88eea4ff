"""wx.openBluetoothAdapter. Where it is off this fails, and the program hears of its being switched on."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.bluetooth.adapter import CODES, DONE, is_ios, is_on
from runtime.api.families.device.bluetooth.surroundings import watch
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.bluetooth import BLUETOOTH

_OFF_ON_IOS = 4


def open_adapter(call: Call, ports: HostPorts) -> None:
    """openBluetoothAdapter. Where it is off this fails, and the program hears of its being switched on."""
    bluetooth = ports[BLUETOOTH]
    bluetooth.modes.add("peripheral" if call.text("mode") == "peripheral" else "central")
    watch(call, ports)
    if is_on(ports):
        call.succeed(DONE)
    elif is_ios(ports):
        call.fail("not available", errCode=CODES["not available"], state=_OFF_ON_IOS)
    else:
        call.fail("not available", errCode=CODES["not available"])


HANDLERS: tuple[Handler, ...] = (in_host("openBluetoothAdapter", open_adapter, state="simulated"),)
