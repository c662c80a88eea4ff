"""Location, simulated: the place of the scenario. Choosing one gives that place too; maps are not shown.

Source: reference, location.
"""

from __future__ import annotations

import math

from runtime.api.call import Call
from runtime.api.handler import Handler, in_host
from runtime.api.ports import HostPorts
from runtime.api.scenario import Place
from runtime.api.simulation import DIALOG, confirm, require_scope

LOCATION_SCOPE = "scope.userLocation"
FUZZY_SCOPE = "scope.userFuzzyLocation"
FUZZY_DEGREES = 0.01


def get_location(call: Call, ports: HostPorts) -> None:
    """getLocation."""
    require_scope(ports, LOCATION_SCOPE)
    place = ports.account.scenario().place
    call.succeed(
        {
            **_point(place),
            "speed": place.speed,
            "accuracy": place.accuracy,
            "horizontalAccuracy": place.accuracy,
            "verticalAccuracy": place.accuracy,
            "altitude": place.altitude if call.flag("altitude") else 0,
        }
    )


def get_fuzzy_location(call: Call, ports: HostPorts) -> None:
    """getFuzzyLocation: to about a kilometre."""
    require_scope(ports, FUZZY_SCOPE)
    place = ports.account.scenario().place
    call.succeed({name: _rounded(value) for name, value in _point(place).items()})


def choose_location(call: Call, ports: HostPorts) -> None:
    """chooseLocation: the scenario's place, once confirmed."""
    place = ports.account.scenario().place
    dialog = {"title": place.name, "content": place.address}
    chosen = {**_point(place), "name": place.name, "address": place.address}
    confirm(call, ports, dialog, lambda _answer: call.succeed(chosen))


def open_location(call: Call, ports: HostPorts) -> None:
    """openLocation: says where, in a dialog; success comes at once, as the map page would open."""
    point = f"{call.number('latitude')}, {call.number('longitude')}"
    lines = [line for line in (call.text("address"), point) if line]
    dialog = {"title": call.text("name") or "位置", "content": "\n".join(lines), "showCancel": False}
    if ports.account.scenario().dialogs == "ask":
        ports.ui.ask(call.request.page_id, "modal", {**DIALOG, **dialog}, lambda _answer: None)
    call.succeed()


def _point(place: Place) -> dict[str, float]:
    return {"latitude": place.latitude, "longitude": place.longitude}


def _rounded(degrees: float) -> float:
    return round(math.floor(degrees / FUZZY_DEGREES) * FUZZY_DEGREES, 2)


HANDLERS: tuple[Handler, ...] = (
    in_host("getLocation", get_location, state="simulated"),
    in_host("getFuzzyLocation", get_fuzzy_location, state="simulated"),
    in_host("chooseLocation", choose_location, state="simulated"),
    in_host("openLocation", open_location, state="simulated"),
)
