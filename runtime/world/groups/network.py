"""The network that the phone has: its type, and how good it is. Real requests are delayed and failed by it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from runtime.world.declared import Group, Values, WorldValue
from runtime.world.kinds import Choice, Flag, Number, Text

TYPES = ("wifi", "2g", "3g", "4g", "5g", "unknown", "none")
WEAK_LATENCY_MS = 400
"""Round trips longer than this make a network weak. Source: reference, wx.onNetworkWeakChange."""
WEAK_LOSS_PERCENT = 20
_ADDRESS = r"(\d{1,3}\.){3}\d{1,3}"


def is_weak(values: Values) -> bool:
    """Whether the platform would call this network weak."""
    return bool(values["network.latency"] > WEAK_LATENCY_MS or values["network.loss"] >= WEAK_LOSS_PERCENT)


def _status(values: Values) -> Mapping[str, Any]:
    kind = values["network.type"]
    return {"isConnected": kind != "none", "networkType": kind}


def _weakness(values: Values) -> Mapping[str, Any]:
    return {"weakNet": is_weak(values), "networkType": values["network.type"]}


GROUP = Group(
    "network",
    20,
    (
        WorldValue("network.type", Choice(TYPES), "wifi", ("network",)),
        WorldValue("network.latency", Number(0, 60_000, "ms", 50, is_whole=True), 0, ("networkWeak",)),
        WorldValue("network.loss", Number(0, 100, "%"), 0, ("networkWeak",)),
        # 0: as much as comes.
        WorldValue("network.rate", Number(0, 100_000, "kB/s", 10), 0),
        WorldValue("network.signal", Number(-120, 0, "dBm", is_whole=True), -50),
        WorldValue("network.hasProxy", Flag(), False),
        WorldValue("network.localAddress", Text(_ADDRESS, "an IPv4 address"), "192.168.1.23"),
        WorldValue("network.netmask", Text(_ADDRESS, "an IPv4 address"), "255.255.255.0"),
    ),
    payloads={"network": _status, "networkWeak": _weakness},
)
