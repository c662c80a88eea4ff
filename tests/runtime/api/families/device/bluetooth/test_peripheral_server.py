"""The phone as a Bluetooth peripheral, used by the played central."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.api_ports import Ended, FakeHost

SERVICE, VALUE, SECRET = "0000FFE0-0000-1000-8000-00805F9B34FB", "FFE1", "FFE2"
PLACE = {"serviceId": SERVICE, "characteristicId": "0000FFE1-0000-1000-8000-00805F9B34FB"}
DESCRIBED = {
    "uuid": "ffe0",
    "characteristics": [
        {"uuid": SECRET, "properties": {"write": True}},
        {"uuid": VALUE, "properties": {"read": True, "write": True, "notify": True}, "value": {"$b64": "AA=="}},
    ],
}


class Server:
    """The program's server, and what its listeners hear."""

    def __init__(self, host: FakeHost) -> None:
        host.play({"permission.bluetooth": "granted"})
        host.call("openBluetoothAdapter", mode="peripheral")
        self.host = host
        self.made: Ended = host.call("createBLEPeripheralServer")
        assert self.made.result is not None
        self.task = self.made.result["serverId"]
        self.connections: list[bool] = []
        host.world.subscribe(
            lambda happening: self.connections.extend(
                one.payload["connected"] for one in happening.fires if one.source == "blePeripheralConnection"
            )
        )

    def call(self, method: str, /, **args: Any) -> int:
        ended = self.host.call(f"BLEPeripheralServer.{method}", task=int(self.task), **args)
        assert ended.result is not None
        return int(ended.result["errCode"])

    def central(self, act: str, **detail: Any) -> None:
        self.host.world.fire(f"central.{act}", detail, "panel")

    @property
    def heard(self) -> list[tuple[str, Any]]:
        return [(name, detail) for name, detail, target in self.made.events if target == self.task]

    @property
    def received(self) -> list[tuple[str, str]]:
        return [(one["kind"], one["value"]) for one in self.host.world["central.received"]]


@pytest.fixture
def server(host: FakeHost) -> Server:
    made = Server(host)
    assert made.call("addService", service=DESCRIBED) == 0
    return made


def test_who_is_not_advertised_is_not_connected_to(server: Server) -> None:
    server.central("connect")
    assert server.call("startAdvertising", advertiseRequest={"connectable": False}) == 0
    server.central("connect")
    assert server.connections == []
    assert server.call("startAdvertising", advertiseRequest={"deviceName": "Phone"}) == 0
    server.central("connect")
    server.central("connect")
    assert server.call("stopAdvertising") == 0
    server.central("disconnect")
    server.central("connect")
    assert server.connections == [True, False]


def test_a_central_reads_writes_and_is_notified(server: Server) -> None:
    server.call("startAdvertising", advertiseRequest={})
    server.central("read")
    server.central("connect")
    server.central("read")
    server.central("write", characteristicId="ffe1", value="0a0b")
    server.central("subscribe")
    asked, written, subscribed = server.heard
    assert asked == ("onCharacteristicReadRequest", {**PLACE, "callbackId": 1})
    assert written == ("onCharacteristicWriteRequest", {**PLACE, "callbackId": 2, "value": {"$b64": "Cgs="}})
    assert subscribed == ("onCharacteristicSubscribed", PLACE)
    answer = {**PLACE, "value": {"$b64": "BQ=="}, "needNotify": True}
    assert server.call("writeCharacteristicValue", **answer, callbackId=1) == 0
    assert server.received == [("answer", "05"), ("notification", "05")]
    assert server.call("writeCharacteristicValue", **answer, callbackId=1) == 0
    assert server.received[2:] == [("notification", "05")]
    server.central("unsubscribe")
    assert server.call("writeCharacteristicValue", **answer, callbackId=2) == 0
    assert server.received[3:] == [("answer", "05")]


def test_without_a_name_the_first_that_can_is_meant(server: Server) -> None:
    server.call("startAdvertising", advertiseRequest={})
    server.central("connect")
    server.central("write")
    server.central("read", characteristicId=SECRET)
    assert [(name, detail["characteristicId"][4:8]) for name, detail in server.heard] == [
        ("onCharacteristicWriteRequest", "FFE2"),
    ]


@pytest.mark.parametrize(
    ("method", "args", "expected"),
    [
        ("removeService", {"serviceId": "1234"}, 10004),
        ("writeCharacteristicValue", {"serviceId": "1234", "characteristicId": "FFE1"}, 10004),
        ("writeCharacteristicValue", {"serviceId": "FFE0", "characteristicId": "1234"}, 10005),
        ("writeCharacteristicValue", {"serviceId": "FFE0", "characteristicId": "FFE1", "value": {"$b64": "%"}}, 10013),
        ("addService", {"service": {}}, 10013),
        ("addService", {"service": {"uuid": "1", "characteristics": [None]}}, 10013),
        ("addService", {"service": {"uuid": "1", "characteristics": [{"uuid": "2"}] * 101}}, 10013),
    ],
)
def test_refusals(server: Server, method: str, args: dict[str, Any], expected: int) -> None:
    assert server.call(method, **{"value": {"$b64": "AA=="}, "needNotify": False} | args) == expected


@pytest.mark.parametrize("ending", ["close", "adapter", "off"])
def test_what_ends_a_server(server: Server, host: FakeHost, ending: str) -> None:
    server.call("startAdvertising", advertiseRequest={})
    server.central("connect")
    if ending == "close":
        assert server.call("close") == 0
    elif ending == "adapter":
        host.call("closeBluetoothAdapter")
    else:
        host.play({"system.isBluetoothOn": False})
    assert server.call("stopAdvertising") == (10001 if ending == "off" else 10000)
    server.central("read")
    assert server.heard == []


def test_there_are_not_endless_servers(host: FakeHost, server: Server) -> None:
    ends = [host.call("createBLEPeripheralServer").ok for _ in range(10)]
    assert ends == [True] * 9 + [False]
