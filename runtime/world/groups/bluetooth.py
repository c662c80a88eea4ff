"""Bluetooth low energy devices around the phone, and what they do by themselves."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

from runtime.world.declared import Group, WorldEvent, WorldValue
from runtime.world.kinds import Form, Number, Rows, Text
from runtime.world.radio.hexadecimal import HEX
from runtime.world.radio.peripherals import Peripherals

MOST_RECEIVED = 100
_HEART_RATE: dict[str, Any] = {
    "uuid": "180D",
    "characteristics": [
        {"uuid": "2A37", "properties": ["notify"], "notifies": {"values": ["0048", "004a", "004b", "0049"]}},
        {"uuid": "2A38", "properties": ["read"], "value": "01"},
    ],
}
_SERIAL: dict[str, Any] = {
    "uuid": "FFE0",
    "characteristics": [
        {
            "uuid": "FFE1", "properties": ["write", "writeNoResponse", "notify", "read"],
            "replies": [{"to": "1004", "with": ["12"]}],
        },
    ],
}  # fmt: skip
_DEFAULT: list[dict[str, Any]] = [
    {"deviceId": "C0:FF:EE:00:00:01", "name": "Heart Rate", "rssi": -52, "battery": 80, "services": [_HEART_RATE]},
    {"deviceId": "C0:FF:EE:00:00:02", "name": "Printer", "rssi": -68, "manufacturerData": "4c00",
     "services": [_SERIAL]},
]  # fmt: skip
_ROWS = Rows(
    ("name", "deviceId"),
    "isPresent",
    (("rssi", Number(-127, 20, "dBm", is_whole=True)), ("battery", Number(0, 100, "%", is_whole=True))),
)
_PERIPHERALS = Form(Peripherals, _ROWS)

GROUP = Group(
    "bluetooth",
    76,
    (
        WorldValue("bluetooth.peripherals", _PERIPHERALS, _PERIPHERALS.check(_DEFAULT)),
        # What the program has written to them, the latest last.
        WorldValue(
            "bluetooth.received",
            Form(Annotated[list[dict[str, Any]], msgspec.Meta(max_length=MOST_RECEIVED)]),
            [],
            ends_with_program=True,
        ),
    ),
    events=(
        # Without a device or characteristic: of all that somebody has subscribed to.
        WorldEvent(
            "bluetooth.notify", (), {"value": (HEX, "00"), "characteristicId": (Text(), ""), "deviceId": (Text(), "")}
        ),
        # Without a device: of all that are connected.
        WorldEvent("bluetooth.disconnect", (), {"deviceId": (Text(), "")}),
    ),
)  # fmt: skip
