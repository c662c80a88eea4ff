"""Beacons: the search for them, how near they are, what fails and by which code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from runtime.api.ports.sensors import FakeSensors
from tests.support.api_ports import FakeHost

UUID = "FDA50693-A4E2-4FB1-AFCF-C6EB07647825"


def code(host: FakeHost, name: str, /, **args: Any) -> int:
    result = host.call(name, **args).result
    assert result is not None
    return int(result["errCode"])


def test_listeners_hear_every_second_who_is_there(host: FakeHost) -> None:
    heard: list[tuple[str, Mapping[str, Any]]] = []
    host.world.subscribe(lambda happening: heard.extend((one.source, one.payload) for one in happening.fires))
    assert code(host, "startBeaconDiscovery", uuids=[UUID.lower()]) == 0
    assert host.fake(FakeSensors).running == {"beacons": 1000}
    host.world.sample("beacons")
    known = {"uuid": UUID, "major": 1, "minor": 1, "rssi": -65, "proximity": 2, "accuracy": 2.0}
    assert heard == [
        ("beaconService", {"available": True, "discovering": True}), ("beacons", {"beacons": [known]}),
    ]  # fmt: skip
    assert host.call("getBeacons").result == {"beacons": [known], "errCode": 0, "errMsg": "getBeacons:ok"}
    host.play({"system.isBluetoothOn": False})
    assert code(host, "stopBeaconDiscovery") == 0
    assert host.fake(FakeSensors).running == {}
    assert [payload["discovering"] for _, payload in heard[2:]] == [True, False]


@pytest.mark.parametrize(
    ("described", "proximity", "accuracy"),
    [
        ({"rssi": -40}, 1, 0.11), ({"rssi": -59}, 2, 1.0), ({"rssi": -90}, 3, 35.48), ({"rssi": 0}, 0, -1),
        ({"rssi": -40, "measuredPower": -30}, 3, 3.16),
    ],
)  # fmt: skip
def test_how_near_a_beacon_seems(host: FakeHost, described: Any, proximity: int, accuracy: float) -> None:
    host.play({"beacon.list": [{"uuid": UUID, **described}]})
    assert code(host, "startBeaconDiscovery", uuids=[UUID]) == 0
    (told,) = host.world.payload("beacons")["beacons"]
    assert (told["proximity"], told["accuracy"]) == (proximity, accuracy)


def test_neither_others_nor_those_that_are_away_are_told(host: FakeHost) -> None:
    other = "00000000-A4E2-4FB1-AFCF-C6EB07647825"
    host.play({"beacon.list": [{"uuid": other}, {"uuid": UUID, "isPresent": False}, {"uuid": UUID, "major": 7}]})
    assert code(host, "startBeaconDiscovery", uuids=[UUID]) == 0
    assert [one["major"] for one in host.world.payload("beacons")["beacons"]] == [7]


@pytest.mark.parametrize(
    ("values", "platform", "args", "expected"),
    [
        ({"system.isBluetoothOn": False}, "android", {"ignoreBluetoothAvailable": True}, 11001),
        ({"system.isBluetoothOn": False}, "ios", {}, 11001),
        ({"system.isBluetoothOn": False}, "ios", {"ignoreBluetoothAvailable": True}, 0),
        ({"system.isLocationOn": False}, "android", {}, 11002),
        ({}, "android", {"uuids": []}, 11006),
        ({}, "android", {"uuids": ["nonsense"]}, 11006),
        ({}, "android", {"uuids": [UUID] * 21}, 11006),
        ({}, "android", {"uuids": [None]}, 11006),
    ],
)
def test_a_search_that_cannot_begin(host: FakeHost, values: Any, platform: Any, args: Any, expected: int) -> None:
    host.play(values)
    host.phone.platform = platform
    assert code(host, "startBeaconDiscovery", **{"uuids": [UUID]} | args) == expected


def test_one_search_at_a_time_until_the_program_ends(host: FakeHost) -> None:
    assert [code(host, name) for name in ("getBeacons", "stopBeaconDiscovery")] == [11004, 11004]
    assert code(host, "startBeaconDiscovery", uuids=[UUID]) == 0
    assert code(host, "startBeaconDiscovery", uuids=[UUID]) == 11003
    host.world.program_ended()
    assert code(host, "startBeaconDiscovery", uuids=[UUID]) == 0
