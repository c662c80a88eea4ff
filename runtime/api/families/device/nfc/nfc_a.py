"""NfcA: a tag of this technology, and what it says of itself."""

from __future__ import annotations

from runtime.api.call import from_bytes
from runtime.api.families.device.nfc.tech import handlers_of
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = handlers_of(
    "NfcA",
    "nfcA",
    ("getAtqa", lambda tag: {"atqa": from_bytes(bytes.fromhex(tag.atqa))}),
    ("getSak", lambda tag: {"sak": tag.sak}),
)
