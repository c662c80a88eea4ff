"""wx.choosePoi: a city or a place that the person at the phone chooses on a map."""

from __future__ import annotations

from runtime.api.call import Call
from runtime.api.families.location.place_on_map import MEMBERS, Place, choose_place
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts

CITY, EXACT = 1, 2
"""Values of `type`. Source: reference, wx.choosePoi."""


def choose_poi(call: Call, ports: HostPorts) -> None:
    """choosePoi."""

    def chosen(place: Place) -> None:
        facts = {name: place[name] for name in MEMBERS}
        kind = {"type": CITY, "city": place["city"]} if place["city"] else {"type": EXACT}
        call.succeed({**kind, **facts})

    choose_place(call, ports, chosen)


HANDLERS: tuple[Handler, ...] = (in_host("choosePoi", choose_poi, state="simulated"),)
