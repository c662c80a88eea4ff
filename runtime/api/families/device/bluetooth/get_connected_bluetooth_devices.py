"""wx.getConnectedBluetoothDevices: those with one of the services; without any all."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.bluetooth.adapter import DONE, device_id, peripheral_at, ready
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.world.radio.hexadecimal import whole_uuid


def connected_devices(call: Call, ports: HostPorts) -> None:
    """getConnectedBluetoothDevices: those with one of the services; without any all."""
    bluetooth = ready(ports)
    wanted = {whole_uuid(one) for one in call.items("services") if isinstance(one, str)}
    known = [one for address in bluetooth.connections if (one := peripheral_at(ports, address))]
    fitting = [one for one in known if not wanted or wanted & {service.key for service in one.all_services}]
    devices = [{"deviceId": device_id(ports, one.device_id), "name": one.name} for one in fitting]
    call.succeed({**DONE, "devices": devices})


HANDLERS: tuple[Handler, ...] = (in_host("getConnectedBluetoothDevices", connected_devices, state="simulated"),)
