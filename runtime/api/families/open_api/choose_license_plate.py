"""wx.chooseLicensePlate: that of the world, once confirmed."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD
from runtime.api.simulation import confirm


def choose_license_plate(call: Call, ports: HostPorts) -> None:
    """chooseLicensePlate."""
    plate = ports[WORLD]["car.plateNumber"]
    confirm(call, ports, {"title": "选择车牌", "content": plate}, lambda _answer: call.succeed({"plateNumber": plate}))


HANDLERS: tuple[Handler, ...] = (in_host("chooseLicensePlate", choose_license_plate, state="simulated"),)
