"""The adapter and the search for devices."""

from __future__ import annotations

from tests.support.api_ports import FakeHost
from tests.support.bluetooth import (
    HEART,
    PRINTER,
    SERIAL,
    Heard,
    code,
    edit,
    result,
)


def test_the_adapter_tells_how_it_is(host: FakeHost, heard: Heard) -> None:
    host.play({"system.isBluetoothOn": False})
    refused = host.call("openBluetoothAdapter").result
    assert refused == {"errCode": 10001, "errMsg": "openBluetoothAdapter:fail not available"}
    host.play({"system.isBluetoothOn": True})
    assert code(host, "startBluetoothDevicesDiscovery") == 0
    state = result(host, "getBluetoothAdapterState")
    assert (state["available"], state["discovering"]) == (True, True)
    assert code(host, "closeBluetoothAdapter") == 0
    host.play({"system.isBluetoothOn": False})
    assert [(one["available"], one["discovering"]) for one in heard.of("bluetoothAdapter")] == [
        (True, False), (True, True), (True, False),
    ]  # fmt: skip


def test_an_iphone_says_why_and_opens_each_mode_by_itself(host: FakeHost, heard: Heard) -> None:
    host.phone.platform = "ios"
    host.play({"system.isBluetoothOn": False})
    assert host.call("openBluetoothAdapter", mode="peripheral").result == {
        "errCode": 10001, "state": 4, "errMsg": "openBluetoothAdapter:fail not available",
    }  # fmt: skip
    host.play({"system.isBluetoothOn": True})
    assert code(host, "startBluetoothDevicesDiscovery") == 10000
    assert code(host, "createBLEPeripheralServer") == 0


def test_the_user_is_asked_for_bluetooth(host: FakeHost) -> None:
    ended = host.call("openBluetoothAdapter")
    host.ui.answer({"confirm": False})
    assert ended.result == {"errMsg": "openBluetoothAdapter:fail auth deny"}
    assert code(host, "getBluetoothAdapterState") == 10000


def test_devices_are_found_once_or_again_and_again(host: FakeHost, heard: Heard) -> None:
    assert code(host, "openBluetoothAdapter") == 0
    assert code(host, "startBluetoothDevicesDiscovery") == 0
    assert heard.of("bluetoothDevice") == []
    host.clock.go(5000)
    found = [one["devices"][0] for one in heard.of("bluetoothDevice")]
    assert [(one["deviceId"], one["name"], one["RSSI"]) for one in found] == [
        (HEART, "Heart Rate", -52), (PRINTER, "Printer", -68),
    ]  # fmt: skip
    assert found[1]["advertisServiceUUIDs"] == [SERIAL["serviceId"]]
    assert found[1]["advertisData"] == {"$b64": "TAA="}
    assert result(host, "getBluetoothDevices")["devices"] == found
    host.call("startBluetoothDevicesDiscovery", allowDuplicatesKey=True, interval=500)
    host.clock.go(2000)
    batches = [len(one["devices"]) for one in heard.of("bluetoothDevice")]
    assert batches[2:] == [2] * (len(batches) - 2)
    assert len(batches) > 4
    assert code(host, "stopBluetoothDevicesDiscovery") == 0
    host.clock.go(5000)
    assert len(heard.of("bluetoothDevice")) == len(batches)


def test_only_what_advertises_a_wanted_service_is_found(host: FakeHost, heard: Heard) -> None:
    edit(host, 0, advertised=[])
    assert code(host, "openBluetoothAdapter") == 0
    host.call("startBluetoothDevicesDiscovery", services=["180D", "ffe0"])
    host.clock.go(3000)
    assert [one["devices"][0]["deviceId"] for one in heard.of("bluetoothDevice")] == [PRINTER]


def test_who_is_away_or_comes_late(host: FakeHost, heard: Heard) -> None:
    edit(host, 0, isPresent=False)
    assert code(host, "openBluetoothAdapter") == 0
    host.call("startBluetoothDevicesDiscovery")
    host.clock.go(2000)
    assert len(heard.of("bluetoothDevice")) == 1
    edit(host, 0, isPresent=True)
    host.clock.go(2000)
    assert [one["devices"][0]["deviceId"] for one in heard.of("bluetoothDevice")] == [PRINTER, HEART]


def test_in_the_background_nothing_is_found(host: FakeHost, heard: Heard) -> None:
    assert code(host, "openBluetoothAdapter") == 0
    host.call("startBluetoothDevicesDiscovery")
    host.phone.is_left = True
    host.clock.go(3000)
    assert heard.of("bluetoothDevice") == []
    host.phone.is_left = False
    host.clock.go(3000)
    assert len(heard.of("bluetoothDevice")) == 2


def test_android_searches_only_with_location(host: FakeHost, heard: Heard) -> None:
    assert code(host, "openBluetoothAdapter") == 0
    host.play({"system.isLocationOn": False})
    assert code(host, "startBluetoothDevicesDiscovery") == 10008
    host.phone.platform = "ios"
    assert code(host, "startBluetoothDevicesDiscovery") == 0
