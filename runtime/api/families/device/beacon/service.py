"""What the calls about beacons share: refusals with their codes. Source: reference, iBeacon."""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal

from runtime.api.call import ApiFailure

Reason = Literal[
    "bluetooth service unavailable", "location service unavailable", "already start", "not startBeaconDiscovery",
    "invalid data",
]  # fmt: skip
_CODES = MappingProxyType({
    "bluetooth service unavailable": 11001, "location service unavailable": 11002, "already start": 11003,
    "not startBeaconDiscovery": 11004, "invalid data": 11006,
})  # fmt: skip
DONE = MappingProxyType({"errCode": 0})
SOURCE, EVERY_MS = "beacons", 1000


def refusal(reason: Reason) -> ApiFailure:
    """A documented failure."""
    return ApiFailure(reason, code=_CODES[reason])
