"""wx.getLocation: the place of the scenario."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.account import ACCOUNT


def get_location(call: Call, ports: HostPorts) -> None:
    """getLocation."""
    place = ports[ACCOUNT].scenario().place
    call.succeed(
        {
            **place.point,
            "speed": place.speed,
            "accuracy": place.accuracy,
            "horizontalAccuracy": place.accuracy,
            "verticalAccuracy": place.accuracy,
            "altitude": place.altitude if call.flag("altitude") else 0,
        }
    )


HANDLERS: tuple[Handler, ...] = (in_host("getLocation", get_location, state="simulated"),)
