"""BLEPeripheralServer: the phone as a peripheral. Source: reference, BLEPeripheralServer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.api.call import Call, as_bytes
from runtime.api.families.device.bluetooth.adapter import DONE, ready, refusal
from runtime.api.families.device.bluetooth.played_central import central_leaves, places, receives
from runtime.api.handler import Handler, in_host, in_js
from runtime.api.port import HostPorts
from runtime.api.ports.bluetooth import Server
from runtime.world.radio.hexadecimal import whole_uuid

MOST_SERVICES = 50
MOST_CHARACTERISTICS = 100
LONGEST_VALUE = 512
EVENTS = (
    "CharacteristicReadRequest", "CharacteristicWriteRequest", "CharacteristicSubscribed", "CharacteristicUnsubscribed",
)  # fmt: skip


def add_service(call: Call, ports: HostPorts) -> None:
    """BLEPeripheralServer.addService."""
    server = _server(call, ports)
    service = _described(call.members("service"))
    if service is None or len(server.services) >= MOST_SERVICES:
        raise refusal("invalid_data")
    server.services = [one for one in server.services if one["uuid"] != service["uuid"]]
    server.services.append(service)
    call.succeed(DONE)


def remove_service(call: Call, ports: HostPorts) -> None:
    """BLEPeripheralServer.removeService."""
    server, key = _server(call, ports), whole_uuid(call.text("serviceId"))
    if all(one["uuid"] != key for one in server.services):
        raise refusal("no service")
    server.services = [one for one in server.services if one["uuid"] != key]
    server.subscribed = {place for place in server.subscribed if place[0] != key}
    call.succeed(DONE)


def start_advertising(call: Call, ports: HostPorts) -> None:
    """BLEPeripheralServer.startAdvertising."""
    server = _server(call, ports)
    server.advertised = call.members("advertiseRequest")
    call.succeed(DONE)


def stop_advertising(call: Call, ports: HostPorts) -> None:
    """BLEPeripheralServer.stopAdvertising: who is connected stays so."""
    _server(call, ports).advertised = None
    call.succeed(DONE)


def write_value(call: Call, ports: HostPorts) -> None:
    """BLEPeripheralServer.writeCharacteristicValue: an answer to the request `callbackId`, and with `needNotify` a
    notification to a central that has subscribed."""
    server = _server(call, ports)
    place = (whole_uuid(call.text("serviceId")), whole_uuid(call.text("characteristicId")))
    if all(one["uuid"] != place[0] for one in server.services):
        raise refusal("no service")
    if place not in dict(places(server)):
        raise refusal("no characteristic")
    data = as_bytes(call.args.get("value"))
    if data is None or len(data) > LONGEST_VALUE:
        raise refusal("invalid_data")
    if server.asked.get(int(call.number("callbackId"))) == place:
        del server.asked[int(call.number("callbackId"))]
        receives(ports, place, data.hex(), "answer")
    if call.flag("needNotify") and place in server.subscribed:
        receives(ports, place, data.hex(), "notification")
    call.succeed(DONE)


def close(call: Call, ports: HostPorts) -> None:
    """BLEPeripheralServer.close."""
    _server(call, ports)
    bluetooth = ready(ports, "peripheral")
    if bluetooth.central == str(call.task_id):
        central_leaves(ports)
    del bluetooth.servers[str(call.task_id)]
    call.succeed(DONE)


def _server(call: Call, ports: HostPorts) -> Server:
    """Assumed: what is asked of a closed one is told as of a closed adapter."""
    found = ready(ports, "peripheral").servers.get(str(call.task_id))
    if found is None:
        raise refusal("not init")
    return found


def _described(given: Mapping[str, Any]) -> dict[str, Any] | None:
    """A service with long UUIDs; None for what is none."""
    characteristics = given.get("characteristics")
    if not isinstance(given.get("uuid"), str) or not isinstance(characteristics, list):
        return None
    if len(characteristics) > MOST_CHARACTERISTICS:
        return None
    described = []
    for one in characteristics:
        if not isinstance(one, dict) or not isinstance(one.get("uuid"), str):
            return None
        properties = one.get("properties")
        known = properties if isinstance(properties, dict) else {}
        described.append({"uuid": whole_uuid(one["uuid"]), "properties": known})
    return {"uuid": whole_uuid(given["uuid"]), "characteristics": described}


HANDLERS: tuple[Handler, ...] = (
    in_host("BLEPeripheralServer.addService", add_service, state="simulated"),
    in_host("BLEPeripheralServer.removeService", remove_service, state="simulated"),
    in_host("BLEPeripheralServer.startAdvertising", start_advertising, state="simulated"),
    in_host("BLEPeripheralServer.stopAdvertising", stop_advertising, state="simulated"),
    in_host("BLEPeripheralServer.writeCharacteristicValue", write_value, state="simulated"),
    in_host("BLEPeripheralServer.close", close, state="simulated"),
    *in_js(*(f"BLEPeripheralServer.{side}{event}" for event in EVENTS for side in ("on", "off")), state="simulated"),
)
