"""Wi-Fi networks around the phone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from runtime.world.declared import Group, Values, WorldValue
from runtime.world.kinds import Flag, Form, Text


class Wifi(Struct, frozen=True):
    """A network. `signal`: 0 to 100; without a password it is open."""

    ssid: str
    bssid: str = "02:00:00:00:00:01"
    password: str = ""
    signal: int = 80
    frequency: int = 2437


def info(network: Mapping[str, Any]) -> Mapping[str, Any]:
    """A network as programs are told of it."""
    return {
        "SSID": network["ssid"], "BSSID": network["bssid"], "secure": bool(network["password"]),
        "signalStrength": network["signal"], "frequency": network["frequency"],
    }  # fmt: skip


def connected(values: Values) -> Mapping[str, Any] | None:
    """The network that the phone is in, as programs are told; None if it is in none."""
    found = (one for one in values["wifi.networks"] if one["ssid"] == values["wifi.connected"])
    return next((info(one) for one in found), None) if values["system.isWifiOn"] else None


GROUP = Group(
    "wifi",
    78,
    (
        WorldValue(
            "wifi.networks",
            Form(list[Wifi]),
            [
                {"ssid": "Home", "bssid": "02:00:00:00:00:01", "password": "12345678", "signal": 90, "frequency": 5180},
                {"ssid": "Café", "bssid": "02:00:00:00:00:02", "password": "", "signal": 40, "frequency": 2437},
            ],
        ),
        # A name of the list, or nothing.
        WorldValue("wifi.connected", Text(), "Home", ("wifiConnected",)),
        # The program has called startWifi.
        WorldValue("wifi.isStarted", Flag(), False, ends_with_program=True),
    ),
    payloads={"wifiConnected": lambda values: {"wifi": connected(values) or {}}},
)  # fmt: skip
