"""What tests of Bluetooth share: the two devices of a new project, what listeners hear, calls by their codes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.support.api_ports import FakeHost

HEART, PRINTER = "C0:FF:EE:00:00:01", "C0:FF:EE:00:00:02"
HEART_RATE = {"serviceId": "180D", "characteristicId": "2a37"}
SERIAL = {"serviceId": "0000FFE0-0000-1000-8000-00805F9B34FB", "characteristicId": "ffe1"}
BATTERY = {"serviceId": "180F", "characteristicId": "2A19"}
BYTES = {"$b64": "AQI="}


class Heard:
    """What the program's listeners hear, by source."""

    def __init__(self, host: FakeHost) -> None:
        self.all: list[tuple[str, Mapping[str, Any]]] = []
        host.world.subscribe(lambda happening: self.all.extend((one.source, one.payload) for one in happening.fires))

    def of(self, source: str) -> list[Mapping[str, Any]]:
        return [payload for name, payload in self.all if name == source]

    def values(self) -> list[str]:
        return [one["value"]["$b64"] for one in self.of("bleValue")]


def code(host: FakeHost, name: str, /, **args: Any) -> int:
    result = host.call(name, **args).result
    assert result is not None
    return int(result["errCode"])


def result(host: FakeHost, name: str, /, **args: Any) -> dict[str, Any]:
    ended = host.call(name, **args)
    assert ended.ok, ended.result
    assert ended.result is not None
    return ended.result


def open_and_connect(host: FakeHost, device: str = HEART) -> None:
    assert code(host, "openBluetoothAdapter") == 0
    ended = host.call("createBLEConnection", deviceId=device)
    host.clock.go(200)
    assert ended.ok


def edit(host: FakeHost, number: int, **members: Any) -> None:
    """Something about a device of the world changes."""
    known = [dict(one) for one in host.world["bluetooth.peripherals"]]
    known[number] |= members
    host.play({"bluetooth.peripherals": known})
