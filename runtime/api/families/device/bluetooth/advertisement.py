"""What programs are told of a device that advertises itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import from_bytes
from runtime.api.families.device.bluetooth.adapter import device_id
from runtime.api.port import HostPorts
from runtime.world.radio.hexadecimal import whole_uuid
from runtime.world.radio.peripherals import Peripheral


def described(peripheral: Peripheral, ports: HostPorts) -> Mapping[str, Any]:
    """A device as programs are told of it."""
    return {
        "deviceId": device_id(ports, peripheral.device_id),
        "name": peripheral.name,
        "localName": peripheral.name if peripheral.local_name is None else peripheral.local_name,
        "RSSI": peripheral.rssi,
        "advertisData": from_bytes(bytes.fromhex(peripheral.manufacturer_data)),
        "advertisServiceUUIDs": peripheral.told_services,
        "serviceData": {
            whole_uuid(one): from_bytes(bytes.fromhex(data)) for one, data in peripheral.service_data.items()
        },
        "connectable": peripheral.is_connectable,
    }
