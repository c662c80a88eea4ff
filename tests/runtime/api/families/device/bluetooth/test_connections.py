"""Connections to devices: how they begin and end, and what fails without one, by which code."""

from __future__ import annotations

from typing import Any

import pytest

from runtime.api.ports.bluetooth import Bluetooth
from tests.support.api_ports import FakeHost
from tests.support.bluetooth import (
    BATTERY,
    BYTES,
    HEART,
    HEART_RATE,
    PRINTER,
    SERIAL,
    Heard,
    code,
    edit,
    open_and_connect,
    result,
)

NEEDS_ADAPTER: list[tuple[str, dict[str, Any]]] = [
    ("closeBluetoothAdapter", {}),
    ("getBluetoothAdapterState", {}),
    ("startBluetoothDevicesDiscovery", {}),
    ("stopBluetoothDevicesDiscovery", {}),
    ("getBluetoothDevices", {}),
    ("getConnectedBluetoothDevices", {"services": []}),
    ("createBLEConnection", {"deviceId": HEART}),
    ("makeBluetoothPair", {"deviceId": HEART, "pin": ""}),
    ("isBluetoothDevicePaired", {"deviceId": HEART}),
]
NEEDS_CONNECTION: list[tuple[str, dict[str, Any]]] = [
    ("closeBLEConnection", {}),
    ("getBLEDeviceServices", {}),
    ("getBLEDeviceCharacteristics", {"serviceId": "180D"}),
    ("getBLEDeviceRSSI", {}),
    ("getBLEMTU", {}),
    ("setBLEMTU", {"mtu": 100}),
    ("readBLECharacteristicValue", BATTERY),
    ("writeBLECharacteristicValue", {**SERIAL, "value": BYTES}),
    ("notifyBLECharacteristicValueChange", {**HEART_RATE, "state": True}),
]
AT_A_DEVICE = [(name, {**args, "deviceId": HEART}) for name, args in NEEDS_CONNECTION]
NAMES = [name for name, _ in NEEDS_ADAPTER], [name for name, _ in NEEDS_CONNECTION]


@pytest.mark.parametrize(("name", "args"), [*NEEDS_ADAPTER, *AT_A_DEVICE], ids=[*NAMES[0], *NAMES[1]])
def test_before_the_adapter_is_opened_nothing_goes(host: FakeHost, heard: Heard, name: str, args: Any) -> None:
    assert code(host, name, **args) == 10000


@pytest.mark.parametrize(
    ("name", "args"),
    [one for one in (*NEEDS_ADAPTER, *AT_A_DEVICE) if one[0] not in NAMES[0][:2] and one[0] != "getBluetoothDevices"],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_while_bluetooth_is_off_nothing_goes(host: FakeHost, heard: Heard, name: str, args: Any) -> None:
    assert code(host, "openBluetoothAdapter") == 0
    host.play({"system.isBluetoothOn": False})
    assert code(host, name, **args) == 10001


@pytest.mark.parametrize(("name", "args"), NEEDS_CONNECTION, ids=NAMES[1])
def test_a_device_is_named_known_and_connected(host: FakeHost, heard: Heard, name: str, args: Any) -> None:
    assert code(host, "openBluetoothAdapter") == 0
    assert code(host, name, **args, deviceId="") == 10013
    assert code(host, name, **args, deviceId="AA:AA:AA:AA:AA:AA") == 10002
    assert code(host, name, **args, deviceId=HEART) == 10006


@pytest.mark.parametrize(
    ("name", "args", "expected"),
    [
        ("getBLEDeviceCharacteristics", {"serviceId": "FFFF"}, 10004),
        ("getBLEDeviceCharacteristics", {"serviceId": "\0nonsense"}, 10004),
        ("readBLECharacteristicValue", {"serviceId": "FFFF", "characteristicId": "2A19"}, 10004),
        ("readBLECharacteristicValue", {"serviceId": "180D", "characteristicId": "2A19"}, 10005),
        ("readBLECharacteristicValue", HEART_RATE, 10007),
        ("writeBLECharacteristicValue", {**BATTERY, "value": BYTES}, 10007),
        ("notifyBLECharacteristicValueChange", {"serviceId": "180D", "characteristicId": "2A38", "state": True}, 10007),
        ("setBLEMTU", {"mtu": 22}, 10013),
        ("setBLEMTU", {"mtu": 517.5}, 10013),
        ("createBLEConnection", {}, -1),
    ],
)
def test_what_a_connected_device_refuses(
    host: FakeHost, heard: Heard, name: str, args: dict[str, Any], expected: int
) -> None:
    open_and_connect(host)
    assert code(host, name, **args, deviceId=HEART) == expected


def test_an_iphone_has_its_own_ids_and_wants_to_be_asked_for_services(host: FakeHost, heard: Heard) -> None:
    host.phone.platform = "ios"
    assert code(host, "openBluetoothAdapter") == 0
    host.call("startBluetoothDevicesDiscovery")
    host.clock.go(1000)
    device = heard.of("bluetoothDevice")[0]["devices"][0]["deviceId"]
    assert len(device) == 36
    assert code(host, "createBLEConnection", deviceId=HEART) == 10002
    ended = host.call("createBLEConnection", deviceId=device)
    host.clock.go(200)
    assert ended.ok
    here: dict[str, Any] = {"deviceId": device, **BATTERY}
    assert code(host, "readBLECharacteristicValue", **here) == 10004
    assert code(host, "getBLEDeviceServices", deviceId=device) == 0
    assert code(host, "readBLECharacteristicValue", **here) == 10005
    assert code(host, "getBLEDeviceCharacteristics", deviceId=device, serviceId="180F") == 0
    assert code(host, "readBLECharacteristicValue", **here) == 0
    assert result(host, "getBLEMTU", deviceId=device)["mtu"] == 185
    for name in ("setBLEMTU", "makeBluetoothPair", "isBluetoothDevicePaired"):
        assert code(host, name, deviceId=device, mtu=100, pin="") == 10009


@pytest.mark.parametrize(
    ("described", "timeout", "expected", "after_ms"),
    [
        ({}, None, 0, 150),
        ({"connection": "fails"}, None, 10003, 150),
        ({"isConnectable": False}, None, 10003, 150),
        ({"connection": "timeout"}, 3000, 10012, 3000),
        ({"isPresent": False}, 3000, 10012, 3000),
        ({"isPresent": False}, None, 10003, 20_000),
    ],
)
def test_an_attempt_to_connect_ends(
    host: FakeHost, heard: Heard, described: Any, timeout: Any, expected: int, after_ms: int
) -> None:
    edit(host, 0, **described)
    assert code(host, "openBluetoothAdapter") == 0
    limit = {"timeout": timeout} if timeout else {}
    ended = host.call("createBLEConnection", deviceId=HEART, **limit)
    assert code(host, "createBLEConnection", deviceId=HEART) == -1
    host.clock.go(after_ms - 1)
    assert ended.ok is None
    host.clock.go(1)
    assert ended.result is not None
    assert ended.result["errCode"] == expected
    assert len(heard.of("bleConnection")) == (expected == 0)


def test_an_attempt_does_not_outlive_the_adapter(host: FakeHost, heard: Heard) -> None:
    assert code(host, "openBluetoothAdapter") == 0
    ended = host.call("createBLEConnection", deviceId=HEART)
    assert code(host, "closeBluetoothAdapter") == 0
    host.clock.go(200)
    assert ended.result == {"errCode": 10000, "errMsg": "createBLEConnection:fail not init"}
    assert heard.of("bleConnection") == []


@pytest.mark.parametrize("cause", ["close", "away", "gone", "off", "dropped", "dropped by name", "dropped elsewhere"])
def test_a_connection_ends(host: FakeHost, heard: Heard, cause: str) -> None:
    open_and_connect(host)
    match cause:
        case "close":
            assert code(host, "closeBLEConnection", deviceId=HEART) == 0
        case "away":
            edit(host, 0, isPresent=False)
        case "gone":
            host.play({"bluetooth.peripherals": []})
        case "off":
            host.play({"system.isBluetoothOn": False})
        case "dropped":
            host.world.fire("bluetooth.disconnect", {}, "scenario")
        case "dropped by name":
            host.world.fire("bluetooth.disconnect", {"deviceId": HEART.lower()}, "scenario")
        case "dropped elsewhere":
            host.world.fire("bluetooth.disconnect", {"deviceId": PRINTER}, "scenario")
    told = [one["connected"] for one in heard.of("bleConnection")]
    assert told == ([True] if cause == "dropped elsewhere" else [True, False])


def test_an_mtu_is_agreed_on(host: FakeHost, heard: Heard) -> None:
    open_and_connect(host)
    assert result(host, "getBLEMTU", deviceId=HEART)["mtu"] == 23
    assert result(host, "setBLEMTU", deviceId=HEART, mtu=512)["mtu"] == 247
    assert heard.of("bleMtu") == [{"deviceId": HEART, "mtu": 247}]


@pytest.mark.parametrize(("pin", "expected"), [("1234", 0), ("MTIzNA==", 0), ("0000", 10008)])
def test_a_device_is_paired_by_its_pin(host: FakeHost, heard: Heard, pin: str, expected: int) -> None:
    edit(host, 0, pin="1234")
    assert code(host, "openBluetoothAdapter") == 0
    assert code(host, "isBluetoothDevicePaired", deviceId=HEART) == 10002
    assert code(host, "makeBluetoothPair", deviceId=HEART, pin=pin) == expected
    assert code(host, "isBluetoothDevicePaired", deviceId=HEART) == (0 if expected == 0 else 10002)


def test_the_next_run_of_a_program_begins_with_a_closed_adapter(host: FakeHost, heard: Heard) -> None:
    open_and_connect(host)
    host.call("notifyBLECharacteristicValueChange", **HEART_RATE, deviceId=HEART, state=True)
    host.call("startBluetoothDevicesDiscovery", allowDuplicatesKey=True)
    host.fake(Bluetooth).close()
    told = len(heard.all)
    host.clock.go(10_000)
    host.play({"bluetooth.peripherals": []})
    assert (len(heard.all), host.clock.tasks) == (told, [])
    assert code(host, "getBluetoothDevices") == 10000
