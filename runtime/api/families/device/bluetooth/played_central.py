"""The played central: what it does reaches the servers of the program, what they send it the world."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from runtime.api.call import from_bytes
from runtime.api.families.device.bluetooth.adapter import device_id
from runtime.api.port import HostPorts
from runtime.api.ports.bluetooth import BLUETOOTH, Place, Server
from runtime.api.ports.world import WORLD
from runtime.world.groups.central import MOST_RECEIVED
from runtime.world.radio.hexadecimal import whole_uuid

CENTRAL = "central."
ADDRESS = "C0:FF:EE:00:00:AA"
MOST_ASKED = 100
MOST_SHOWN = 1024
_NEEDS = {"read": ("read",), "write": ("write", "writeNoResponse"), "subscribe": ("notify", "indicate")}


def central_does(ports: HostPorts, act: str, detail: Mapping[str, Any]) -> None:
    """`connect`, `read`, … as the world's events are named. Only who is connected can do the others."""
    bluetooth = ports[BLUETOOTH]
    if act == "connect":
        return _connect(ports)
    if act == "disconnect":
        return central_leaves(ports)
    server = bluetooth.servers.get(bluetooth.central)
    if server is None:
        return
    wanted = detail["characteristicId"]
    place = _first(server, "subscribe" if act == "unsubscribe" else act, whole_uuid(wanted))
    if place is None:
        return
    told: dict[str, Any] = {"serviceId": place[0], "characteristicId": place[1]}
    if act == "subscribe":
        server.subscribed.add(place)
        server.tell("onCharacteristicSubscribed", told)
    elif act == "unsubscribe":
        server.subscribed.discard(place)
        server.tell("onCharacteristicUnsubscribed", told)
    elif len(server.asked) < MOST_ASKED:
        bluetooth.last_request += 1
        server.asked[bluetooth.last_request] = place
        told["callbackId"] = bluetooth.last_request
        if act == "read":
            server.tell("onCharacteristicReadRequest", told)
        else:
            data = from_bytes(bytes.fromhex(detail["value"]))
            server.tell("onCharacteristicWriteRequest", {**told, "value": data})


def central_leaves(ports: HostPorts) -> None:
    """The central is gone, if it was there."""
    bluetooth = ports[BLUETOOTH]
    server_id, bluetooth.central = bluetooth.central, ""
    server = bluetooth.servers.get(server_id)
    if server is not None:
        server.subscribed.clear()
        server.asked.clear()
        _tell(ports, server_id, is_connected=False)


def receives(ports: HostPorts, place: Place, value: str, kind: str) -> None:
    """The central gets a value; `kind`: `answer` to what it has asked, or `notification`."""
    world = ports[WORLD]
    entry = {"kind": kind, "serviceId": place[0], "characteristicId": place[1], "value": value[:MOST_SHOWN]}
    world.set("central.received", [*world["central.received"], entry][-MOST_RECEIVED:], "program")


def places(server: Server) -> Iterator[tuple[Place, Mapping[str, Any]]]:
    """The characteristics of a server, as the program has described them."""
    for service in server.services:
        for one in service["characteristics"]:
            yield (service["uuid"], one["uuid"]), one


def _connect(ports: HostPorts) -> None:
    """To the first server that advertises and lets itself be connected to."""
    bluetooth = ports[BLUETOOTH]
    if bluetooth.central:
        return
    for server_id, server in bluetooth.servers.items():
        if server.advertised is not None and server.advertised.get("connectable") is not False:
            bluetooth.central = server_id
            return _tell(ports, server_id, is_connected=True)


def _tell(ports: HostPorts, server_id: str, *, is_connected: bool) -> None:
    told = {"deviceId": device_id(ports, ADDRESS), "serverId": server_id, "connected": is_connected}
    ports[WORLD].tell("blePeripheralConnection", told)


def _first(server: Server, act: str, wanted: str) -> Place | None:
    for place, described in places(server):
        properties = described["properties"]
        if wanted in ("", place[1]) and any(properties.get(one) for one in _NEEDS[act]):
            return place
    return None
