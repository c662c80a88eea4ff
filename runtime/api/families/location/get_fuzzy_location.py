"""wx.getFuzzyLocation: the place of the world to about a kilometre."""

from __future__ import annotations

import math

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD

FUZZY_DEGREES = 0.01


def get_fuzzy_location(call: Call, ports: HostPorts) -> None:
    """getFuzzyLocation: to about a kilometre."""
    world = ports[WORLD]
    call.succeed({name: _rounded(world[f"place.{name}"]) for name in ("latitude", "longitude")})


def _rounded(degrees: float) -> float:
    return round(math.floor(degrees / FUZZY_DEGREES) * FUZZY_DEGREES, 2)


HANDLERS: tuple[Handler, ...] = (in_host("getFuzzyLocation", get_fuzzy_location, state="simulated"),)
