"""Described peripherals: what JSON is one, and what is refused with its place."""

from __future__ import annotations

import json
from typing import Any

import pytest

from runtime.world.radio.hexadecimal import whole_uuid
from runtime.world.radio.peripherals import device_id_on, peripherals_of
from runtime.world.world import new_world
from runtime.world.world_list import WorldError

ADDRESS = "c0:ff:ee:00:00:01"
PERIPHERALS = "bluetooth.peripherals"


def described(**members: Any) -> list[dict[str, Any]]:
    return [{"deviceId": ADDRESS, **members}]


def characteristic(**members: Any) -> list[dict[str, Any]]:
    return described(services=[{"uuid": "180D", "characteristics": [{"uuid": "2A37", **members}]}])


@pytest.mark.parametrize(
    ("value", "place"),
    [
        ("nonsense", "Expected `array`"),
        ([None], r"\$\[0\]"),
        ([{}], "deviceId"),
        ([{"deviceId": "heart"}], r"\$\[0\]\.deviceId"),
        (described(rssi=21), r"\$\[0\]\.rssi"),
        (described(rssi=-50.5), r"\$\[0\]\.rssi"),
        (described(battery=101), r"\$\[0\]\.battery"),
        (described(manufacturerData="4c0"), r"\$\[0\]\.manufacturerData"),
        (described(manufacturerData="zz"), r"\$\[0\]\.manufacturerData"),
        (described(advertised=["heart"]), r"\$\[0\]\.advertised\[0\]"),
        (described(serviceData={"180D": "x"}), "serviceData"),
        (described(connection="sometimes"), r"\$\[0\]\.connection"),
        (described(mtu=22), r"\$\[0\]\.mtu"),
        (described(isPresnt=True), "isPresnt"),
        (characteristic(properties=["red"]), r"characteristics\[0\]\.properties\[0\]"),
        (characteristic(notifies={"values": []}), r"notifies\.values"),
        (characteristic(notifies={"values": ["00"], "everyMs": 1}), r"notifies\.everyMs"),
        (characteristic(value="00" * 40_000), r"characteristics\[0\]\.value"),
        (characteristic(replies=[{"to": "00"}]), "with"),
        (described() * 201, "length"),
    ],
)
def test_what_is_no_peripheral_is_told_with_its_place(value: Any, place: str) -> None:
    world = new_world()
    with pytest.raises(WorldError, match=place):
        world.set(PERIPHERALS, value, "console")
    assert world[PERIPHERALS] == world.known.values[PERIPHERALS].default


@pytest.mark.parametrize("text", ["[" * 100_000, "[1e999]", '[{"deviceId": "\\ud800"}]', "", "[NaN]"])
def test_what_somebody_types_is_refused(text: str) -> None:
    world = new_world()
    with pytest.raises(WorldError):
        world.known.read(PERIPHERALS, text)


def test_what_is_left_out_is_as_usual() -> None:
    world = new_world()
    world.set(PERIPHERALS, described(), "console")
    (one,) = peripherals_of(world[PERIPHERALS])
    assert (one.is_present, one.connection, one.all_services, one.told_services) == (True, "works", [], [])
    assert json.dumps(world[PERIPHERALS])


def test_a_battery_is_a_service_that_is_not_advertised() -> None:
    (one,) = peripherals_of(described(battery=7, services=[{"uuid": "180D"}]))
    assert [service.uuid for service in one.all_services] == ["180D", "180F"]
    assert one.told_services == [whole_uuid("180D")]
    level = one.service("0000180f-0000-1000-8000-00805f9b34fb")
    assert level is not None
    assert level.characteristics[0].value == "07"


def test_of_two_with_one_address_the_first_counts() -> None:
    twice = [*described(name="a"), {"deviceId": ADDRESS.upper(), "name": "b"}]
    assert [one.name for one in peripherals_of(twice)] == ["a"]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("180d", "0000180D-0000-1000-8000-00805F9B34FB"),
        ("1234abcd", "1234ABCD-0000-1000-8000-00805F9B34FB"),
        (" 0000180d-0000-1000-8000-00805f9b34fb ", "0000180D-0000-1000-8000-00805F9B34FB"),
        ("", ""),
        ("nonsense", "NONSENSE"),
    ],
)
def test_a_uuid_has_one_long_form(text: str, whole: str) -> None:
    assert whole_uuid(text) == whole


def test_an_iphone_calls_a_device_by_an_id_that_stays() -> None:
    assert device_id_on("android", ADDRESS) == ADDRESS.upper()
    assert device_id_on("ios", ADDRESS) == device_id_on("ios", ADDRESS.upper())
    assert device_id_on("ios", ADDRESS) != device_id_on("ios", "C0:FF:EE:00:00:02")
