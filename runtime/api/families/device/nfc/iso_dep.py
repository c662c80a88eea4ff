"""IsoDep: a card that is spoken to in APDUs, and what it says of itself."""

from __future__ import annotations

from runtime.api.call import from_bytes
from runtime.api.families.device.nfc.tech import handlers_of
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = handlers_of(
    "IsoDep",
    "isoDep",
    ("getHistoricalBytes", lambda tag: {"histBytes": from_bytes(bytes.fromhex(tag.historical_bytes))}),
)
