"""wx.setBLEMTU: what both sides can. iOS has no such thing."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.device.bluetooth.adapter import DONE, connected, device_id, is_ios, refusal
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD

_MTUS = (23, 517)


def set_mtu(call: Call, ports: HostPorts) -> None:
    """setBLEMTU: what both sides can. iOS has no such thing."""
    if is_ios(ports):
        raise refusal("system not support")
    peripheral, connection = connected(call, ports)
    wanted = call.number("mtu")
    if wanted != int(wanted) or not _MTUS[0] <= wanted <= _MTUS[1]:
        raise refusal("invalid_data")
    connection.mtu = min(int(wanted), peripheral.mtu)
    told = {"deviceId": device_id(ports, peripheral.device_id), "mtu": connection.mtu}
    ports[WORLD].tell("bleMtu", told)
    call.succeed({**DONE, "mtu": connection.mtu})


HANDLERS: tuple[Handler, ...] = (in_host("setBLEMTU", set_mtu, state="simulated"),)
