"""Described tags, beacons and services: what JSON is none is told with its place."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from runtime.world.radio.tags import Record, size, tag_called, written_out
from runtime.world.world import new_world
from runtime.world.world_list import WorldError

PAGE = Path(__file__).resolve().parents[4] / "resources" / "docs" / "radios.md"
UUID = "FDA50693-A4E2-4FB1-AFCF-C6EB07647825"
SERVICE = {"serviceType": "_http._tcp.", "serviceName": "Box"}


@pytest.mark.parametrize(
    ("name", "value", "place"),
    [
        ("nfc.tags", [{}], "name"),
        ("nfc.tags", [{"name": "a", "techs": []}], r"\$\[0\]\.techs"),
        ("nfc.tags", [{"name": "a", "techs": ["nfcZ"]}], r"techs\[0\]"),
        ("nfc.tags", [{"name": "a", "id": "4"}], r"\$\[0\]\.id"),
        ("nfc.tags", [{"name": "a", "sak": 256}], "sak"),
        ("nfc.tags", [{"name": "a", "records": [{"txt": "a"}]}], "txt"),
        ("nfc.tags", [{"name": "a", "answers": [{"to": "00"}]}], "with"),
        ("nfc.tags", [{"name": "a", "memory": "0g"}], "memory"),
        ("nfc.tags", [{"name": "a"}] * 101, "length"),
        ("beacon.list", [{"uuid": "180D"}], r"\$\[0\]\.uuid"),
        ("beacon.list", [{"uuid": UUID, "major": 65_536}], "major"),
        ("beacon.list", [{"uuid": UUID, "minor": True}], "minor"),
        ("beacon.list", [{"uuid": UUID, "rssi": None}], "rssi"),
        ("lan.services", [{"serviceName": "Box"}], "serviceType"),
        ("lan.services", [{**SERVICE, "ip": "localhost"}], "ip"),
        ("lan.services", [{**SERVICE, "port": 0}], "port"),
        ("bluetooth.received", [1], r"\$\[0\]"),
        ("hce.answers", ["x"], r"\$\[0\]"),
    ],
)
def test_what_is_of_another_form_is_refused(name: str, value: Any, place: str) -> None:
    world = new_world()
    before = world[name]
    with pytest.raises(WorldError, match=place):
        world.set(name, value, "console")
    assert world[name] == before


@pytest.mark.parametrize(
    ("event", "detail"),
    [
        ("bluetooth.notify", {"value": "0"}),
        ("bluetooth.notify", {"value": "xx"}),
        ("bluetooth.notify", {"valeu": "00"}),
        ("bluetooth.disconnect", {"deviceId": 1}),
        ("central.write", {"value": None}),
        ("hce.command", {"data": "0x00"}),
        ("hce.leave", {"reason": 2}),
    ],
)
def test_an_event_with_nonsense_does_not_take_place(event: str, detail: Any) -> None:
    with pytest.raises(WorldError, match=event):
        new_world().fire(event, detail, "console")


@pytest.mark.parametrize(
    ("record", "payload"),
    [
        (Record(uri="https://www.a"), "02" + b"a".hex()),
        (Record(uri="https://a"), "04" + b"a".hex()),
        (Record(uri="weixin://a"), "00" + b"weixin://a".hex()),
        (Record(text="a"), "02656e61"),
        (Record(text=""), "02656e"),
        (Record(payload="00ff"), "00ff"),
    ],
)
def test_a_record_is_written_out(record: Record, payload: str) -> None:
    assert written_out(record).payload == payload


def test_the_size_of_a_message_is_that_of_its_records() -> None:
    assert size([Record(type="54", payload="00" * 4)]) == 8
    assert size([Record(type="54", payload="00" * 300, id="01")]) == 6 + 1 + 2 + 300


def test_no_name_is_no_tag() -> None:
    assert tag_called([{"name": ""}], "") is None


def test_what_the_documentation_shows_is_allowed() -> None:
    shown = re.findall(r"```json (\S+)\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert [name for name, _ in shown] == ["bluetooth.peripherals", "nfc.tags", "beacon.list", "lan.services"]
    for name, text in shown:
        new_world().set(name, json.loads(text), "console")
