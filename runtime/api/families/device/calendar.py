"""What the calls that make an appointment share."""

from __future__ import annotations

from runtime.api.call import ApiFailure, Call
from runtime.api.handler import Handler, in_host
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD
from runtime.api.simulation import confirm


def adds(name: str) -> Handler:
    """A call that puts an appointment into the calendar of the world, once confirmed."""

    def add(call: Call, ports: HostPorts) -> None:
        world = ports[WORLD]
        if call.number("startTime") <= 0:
            raise ApiFailure("parameter error: parameter.startTime should be a time in seconds")
        dialog = {"title": "添加日程", "content": "\n".join(filter(None, (call.text("title"), call.text("location"))))}

        def added(_answer: object) -> None:
            world.set("calendar.events", [*world["calendar.events"], dict(call.args)], "phone")
            call.succeed()

        confirm(call, ports, dialog, added)

    return in_host(name, add, state="simulated")
