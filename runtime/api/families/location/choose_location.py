"""wx.chooseLocation: a place that the person at the phone chooses on a map."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.location.place_on_map import MEMBERS, choose_place
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts


def choose_location(call: Call, ports: HostPorts) -> None:
    """chooseLocation."""
    choose_place(call, ports, lambda place: call.succeed({name: place[name] for name in MEMBERS}))


HANDLERS: tuple[Handler, ...] = (in_host("chooseLocation", choose_location, state="simulated"),)
