"""wx.readBLECharacteristicValue: the value comes to the listeners of onBLECharacteristicValueChange."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.bluetooth.adapter import DONE, refusal
from runtime.api.families.device.bluetooth.attributes import characteristic_meant
from runtime.api.families.device.bluetooth.values import current_value, tell_value
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def read(call: Call, ports: HostPorts) -> None:
    """readBLECharacteristicValue: the value comes to the listeners of onBLECharacteristicValueChange."""
    peripheral, _, characteristic, place = characteristic_meant(call, ports)
    if "read" not in characteristic.properties:
        raise refusal("property not support")
    call.succeed(DONE)
    tell_value(ports, peripheral, place, current_value(ports, peripheral, place))


HANDLERS: tuple[Handler, ...] = (in_host("readBLECharacteristicValue", read, state="simulated"),)
