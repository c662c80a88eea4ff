"""wx.openLocation: shows a place on a map over the phone."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.ui import UI
from runtime.api.simulation import decided

LEAST_SCALE, MOST_SCALE = 5, 18
"""Source: reference, wx.openLocation; the largest is the usual one."""


def open_location(call: Call, ports: HostPorts) -> None:
    """openLocation: success comes at once, the map stays until it is left. If the world says who answers, nobody
    looks at it."""
    latitude, longitude = call.number("latitude", 1000), call.number("longitude", 1000)
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise ApiFailure("invalid coordinate")
    params = {
        "latitude": latitude,
        "longitude": longitude,
        "scale": min(MOST_SCALE, max(LEAST_SCALE, call.number("scale", MOST_SCALE))),
        "title": call.text("name"),
        "address": call.text("address"),
        "chooses": False,
    }
    if decided(ports) is None:
        ports[UI].show(call.request.page_id, "map", params)
    call.succeed()


HANDLERS: tuple[Handler, ...] = (in_host("openLocation", open_location, state="simulated"),)
