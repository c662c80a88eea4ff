"""wx.chooseLocation: the scenario's place, once confirmed; no map is shown."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.account import ACCOUNT
from runtime.api.simulation import confirm


def choose_location(call: Call, ports: HostPorts) -> None:
    """chooseLocation: the scenario's place, once confirmed."""
    place = ports[ACCOUNT].scenario().place
    dialog = {"title": place.name, "content": place.address}
    chosen = {**place.point, "name": place.name, "address": place.address}
    confirm(call, ports, dialog, lambda _answer: call.succeed(chosen))


HANDLERS: tuple[Handler, ...] = (in_host("chooseLocation", choose_location, state="simulated"),)
