"""Values of characteristics: read, written, sent by devices on a timeline or in reply."""

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


def test_services_and_characteristics_are_told_with_long_ids(host: FakeHost, heard: Heard) -> None:
    open_and_connect(host)
    services = result(host, "getBLEDeviceServices", deviceId=HEART)["services"]
    assert [one["uuid"][:8] for one in services] == ["0000180D", "0000180F"]
    told = result(host, "getBLEDeviceCharacteristics", deviceId=HEART, serviceId=services[0]["uuid"])
    assert [one["properties"]["notify"] for one in told["characteristics"]] == [True, False]
    open_and_connect(host, PRINTER)
    (serial,) = result(host, "getBLEDeviceCharacteristics", deviceId=PRINTER, serviceId="FFE0")["characteristics"]
    assert serial["properties"] == {
        "read": True, "write": True, "writeDefault": True, "writeNoResponse": True, "notify": True, "indicate": False,
    }  # fmt: skip
    devices = result(host, "getConnectedBluetoothDevices", services=["FFE0"])["devices"]
    assert devices == [{"deviceId": PRINTER, "name": "Printer"}]
    assert len(result(host, "getConnectedBluetoothDevices", services=[])["devices"]) == 2


def test_values_come_on_a_timeline_while_somebody_has_subscribed(host: FakeHost, heard: Heard) -> None:
    open_and_connect(host)
    here = {**HEART_RATE, "deviceId": HEART}
    assert code(host, "notifyBLECharacteristicValueChange", **here, state=True) == 0
    assert code(host, "notifyBLECharacteristicValueChange", **here, state=True) == 0
    host.clock.go(5000)
    assert heard.values() == ["AEg=", "AEo=", "AEs=", "AEk=", "AEg="]
    assert code(host, "notifyBLECharacteristicValueChange", **here, state=False) == 0
    host.clock.go(5000)
    host.world.fire("bluetooth.notify", {"value": "ff"}, "scenario")
    assert len(heard.values()) == 5


def test_a_timeline_may_end(host: FakeHost, heard: Heard) -> None:
    heart_rate = {"uuid": "2A37", "properties": ["indicate"], "notifies": {"values": ["01", "02"], "loops": False}}
    edit(host, 0, services=[{"uuid": "180D", "characteristics": [heart_rate]}])
    open_and_connect(host)
    host.call("notifyBLECharacteristicValueChange", **HEART_RATE, deviceId=HEART, state=True)
    host.clock.go(9000)
    assert heard.values() == ["AQ==", "Ag=="]
    assert host.clock.tasks == []


def test_a_value_is_read_by_way_of_the_listeners(host: FakeHost, heard: Heard) -> None:
    open_and_connect(host)
    assert code(host, "readBLECharacteristicValue", **BATTERY, deviceId=HEART) == 0
    assert heard.of("bleValue") == [
        {
            "deviceId": HEART, "serviceId": "0000180F-0000-1000-8000-00805F9B34FB",
            "characteristicId": "00002A19-0000-1000-8000-00805F9B34FB", "value": {"$b64": "UA=="},
        }
    ]  # fmt: skip


def test_a_battery_that_runs_down_is_told_to_subscribers(host: FakeHost, heard: Heard) -> None:
    open_and_connect(host)
    edit(host, 0, battery=79)
    assert heard.values() == []
    host.call("notifyBLECharacteristicValueChange", **BATTERY, deviceId=HEART, state=True)
    edit(host, 0, battery=20)
    edit(host, 0, rssi=-90)
    assert heard.values() == ["FA=="]
    assert result(host, "getBLEDeviceRSSI", deviceId=HEART)["RSSI"] == -90


def test_what_is_written_is_kept_shown_and_answered(host: FakeHost, heard: Heard) -> None:
    open_and_connect(host, PRINTER)
    here = {**SERIAL, "deviceId": PRINTER}
    host.call("notifyBLECharacteristicValueChange", **here, state=True)
    assert code(host, "writeBLECharacteristicValue", **here, value=BYTES) == 0
    host.clock.go(100)
    assert heard.values() == []
    assert code(host, "writeBLECharacteristicValue", **here, value={"$b64": "EAQB"}) == 0
    host.clock.go(100)
    host.call("readBLECharacteristicValue", **here)
    assert heard.values() == ["Eg==", "EAQB"]
    assert [one["value"] for one in host.world["bluetooth.received"]] == ["0102", "100401"]
    host.world.program_ended()
    assert host.world["bluetooth.received"] == []


@pytest.mark.parametrize(
    ("platform", "kind", "size", "expected"),
    [
        ("android", {}, 20, 0),
        ("android", {}, 21, 10008),
        ("android", {"writeType": "write"}, 512, 0),
        ("android", {"writeType": "write"}, 513, 10008),
        ("ios", {}, 512, 0),
        ("ios", {"writeType": "writeNoResponse"}, 183, 10008),
        ("android", {"writeType": "nonsense"}, 1, 10007),
    ],
)
def test_what_is_too_long_for_a_packet_is_refused(
    host: FakeHost, heard: Heard, platform: Any, kind: Any, size: int, expected: int
) -> None:
    open_and_connect(host, PRINTER)
    host.fake(Bluetooth).close()
    host.phone.platform = platform
    assert code(host, "openBluetoothAdapter") == 0
    host.call("startBluetoothDevicesDiscovery")
    host.clock.go(1000)
    device = heard.of("bluetoothDevice")[1]["devices"][0]["deviceId"]
    host.call("createBLEConnection", deviceId=device)
    host.clock.go(200)
    host.call("getBLEDeviceServices", deviceId=device)
    host.call("getBLEDeviceCharacteristics", deviceId=device, serviceId="FFE0")
    value = {"$b64": "AAAA" * (size // 3) + ["", "AA==", "AAA="][size % 3]}
    assert code(host, "writeBLECharacteristicValue", **SERIAL, deviceId=device, value=value, **kind) == expected
