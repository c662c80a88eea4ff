"""wx.choosePoi: the place of the world, once confirmed."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD
from runtime.api.simulation import confirm


def choose_poi(call: Call, ports: HostPorts) -> None:
    """choosePoi."""
    place = ports[WORLD].members("place")
    chosen = {name: place[name] for name in ("latitude", "longitude", "name", "address")}
    dialog = {"title": place["name"], "content": place["address"]}
    confirm(call, ports, dialog, lambda _answer: call.succeed({"type": 2, **chosen}))


HANDLERS: tuple[Handler, ...] = (in_host("choosePoi", choose_poi, state="simulated"),)
