"""wx.chooseLocation: the world's place, once confirmed; no map is shown."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD
from runtime.api.simulation import confirm


def choose_location(call: Call, ports: HostPorts) -> None:
    """chooseLocation: the world's place, once confirmed."""
    place = ports[WORLD].members("place")
    dialog = {"title": place["name"], "content": place["address"]}
    chosen = {name: place[name] for name in ("latitude", "longitude", "name", "address")}
    confirm(call, ports, dialog, lambda _answer: call.succeed(chosen))


HANDLERS: tuple[Handler, ...] = (in_host("chooseLocation", choose_location, state="simulated"),)
