"""wx.getBLEDeviceCharacteristics."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import Call
from runtime.api.families.device.bluetooth.adapter import DONE, connected
from runtime.api.families.device.bluetooth.attributes import service_meant
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.world.radio.peripherals import Characteristic


def characteristics(call: Call, ports: HostPorts) -> None:
    """getBLEDeviceCharacteristics."""
    peripheral, connection = connected(call, ports)
    service = service_meant(call, ports, peripheral, connection)
    connection.read_characteristics.add(service.key)
    told = [{"uuid": one.key, "properties": _properties(one)} for one in service.characteristics]
    call.succeed({**DONE, "characteristics": told})


def _properties(characteristic: Characteristic) -> Mapping[str, Any]:
    can = set(characteristic.properties)
    return {
        "read": "read" in can,
        "write": bool(can & {"write", "writeNoResponse"}),
        "writeDefault": "write" in can,
        "writeNoResponse": "writeNoResponse" in can,
        "notify": "notify" in can,
        "indicate": "indicate" in can,
    }


HANDLERS: tuple[Handler, ...] = (in_host("getBLEDeviceCharacteristics", characteristics, state="simulated"),)
