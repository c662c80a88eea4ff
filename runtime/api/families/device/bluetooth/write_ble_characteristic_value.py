"""wx.writeBLECharacteristicValue. Without a response no more than a packet can be written."""

from __future__ import annotations

from typing import Literal

from runtime.api.call import Call, as_bytes
from runtime.api.families.device.bluetooth.adapter import DONE, is_ios, refusal
from runtime.api.families.device.bluetooth.attributes import characteristic_meant
from runtime.api.families.device.bluetooth.values import reply_to, was_written
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.world.radio.peripherals import Characteristic

LONGEST_VALUE = 512
"""Bytes. Source: Bluetooth core specification, attribute values."""
_ATT_HEADER = 3
Writing = Literal["write", "writeNoResponse"]


def write(call: Call, ports: HostPorts) -> None:
    """writeBLECharacteristicValue. Without a response no more than a packet can be written."""
    peripheral, connection, characteristic, place = characteristic_meant(call, ports)
    data = as_bytes(call.args.get("value"))
    if data is None:
        raise refusal("invalid_data")
    writing = _writing(call, ports, characteristic)
    longest = connection.mtu - _ATT_HEADER if writing == "writeNoResponse" else LONGEST_VALUE
    if len(data) > longest:
        raise refusal("system error")
    was_written(ports, peripheral, place, data.hex())
    call.succeed(DONE)
    reply_to(call, ports, peripheral, place, data.hex())


def _writing(call: Call, ports: HostPorts, characteristic: Characteristic) -> Writing:
    """As the program says, else as the system prefers. Source: reference, `writeType`."""
    can: list[Writing] = ["write", "writeNoResponse"] if is_ios(ports) else ["writeNoResponse", "write"]
    wanted = call.text("writeType")
    for one in can:
        if one in characteristic.properties and wanted in ("", one):
            return one
    raise refusal("property not support")


HANDLERS: tuple[Handler, ...] = (in_host("writeBLECharacteristicValue", write, state="simulated"),)
