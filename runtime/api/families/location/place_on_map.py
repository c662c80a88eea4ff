"""The map page on which the person at the phone chooses a place."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from runtime.api.call import ApiFailure, Call
from runtime.api.port import HostPorts
from runtime.api.ports.ui import UI
from runtime.api.ports.world import WORLD
from runtime.api.simulation import CANCELLED, decided

MEMBERS = ("latitude", "longitude", "name", "address")
SCALE = 16

Place = Mapping[str, Any]


def choose_place(call: Call, ports: HostPorts, chosen: Callable[[Place], None]) -> None:
    """Shows a map of where the user is, or of what the call names. `chosen` gets `MEMBERS` and `city`, which is empty
    unless a city was chosen by its name; leaving the map fails the call. If the world says who answers dialogs, the
    user's place is chosen at once."""
    world = ports[WORLD]
    place = world.members("place")
    here: dict[str, Any] = {name: place[name] for name in MEMBERS}
    is_accepted = decided(ports)
    if is_accepted is not None:
        return chosen({**here, "city": ""}) if is_accepted else call.fail(CANCELLED)
    if "latitude" in call.args and "longitude" in call.args:
        at = {name: call.number(name, here[name]) for name in ("latitude", "longitude")}
        here = {**here, **at} if at == {name: here[name] for name in at} else {**at, "name": "", "address": ""}

    def answered(answer: Mapping[str, Any] | ApiFailure) -> None:
        if isinstance(answer, ApiFailure):
            call.fail_with(answer)
        elif answer.get("confirm"):
            chosen({name: answer.get(name, "") for name in (*MEMBERS, "city")})
        else:
            call.fail(CANCELLED)

    params = {"title": here.pop("name"), **here, "scale": SCALE, "chooses": True}
    ports[UI].ask(call.request.page_id, "map", params, call.later(answered))
