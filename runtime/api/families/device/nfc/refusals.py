"""What NFC refuses, and by which code. Source: reference, NFC and NFC-HCE."""

from __future__ import annotations

from types import MappingProxyType
from typing import Literal

from runtime.api.call import ApiFailure
from runtime.api.port import HostPorts
from runtime.api.ports.world import WORLD

Reason = Literal[
    "NFC not supported", "NFC is off", "HCE not supported", "invalid AID list", "not the default NFC payment app",
    "invalid command", "invalid parameter", "parse NdefMessage failed", "NFC tag has not been discovered",
    "unavailable tech", "system internal error", "NFC discovery has not started", "NFC discovery already started",
    "Tech already connected", "Tech has not connected",
]  # fmt: skip
_CODES = MappingProxyType({
    "NFC not supported": 13000, "NFC is off": 13001, "HCE not supported": 13002, "invalid AID list": 13003,
    "not the default NFC payment app": 13004, "invalid command": 13005, "invalid parameter": 13011,
    "parse NdefMessage failed": 13012, "NFC tag has not been discovered": 13013, "unavailable tech": 13015,
    "system internal error": 13017, "NFC discovery has not started": 13018, "NFC discovery already started": 13021,
    "Tech already connected": 13022, "Tech has not connected": 13023,
})  # fmt: skip
DONE = MappingProxyType({"errCode": 0})


def refusal(reason: Reason) -> ApiFailure:
    """A documented failure."""
    return ApiFailure(reason, code=_CODES[reason])


def require_nfc(ports: HostPorts) -> None:
    """Raises ApiFailure if the phone has no NFC, or it is switched off."""
    world = ports[WORLD]
    if not world["nfc.isSupported"]:
        raise refusal("NFC not supported")
    if not world["nfc.isOn"]:
        raise refusal("NFC is off")
