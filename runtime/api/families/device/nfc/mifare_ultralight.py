"""MifareUltralight: a tag of this technology."""

from __future__ import annotations

from runtime.api.families.device.nfc.tech import handlers_of
from runtime.api.handler import Handler

HANDLERS: tuple[Handler, ...] = handlers_of("MifareUltralight", "mifareUltralight")
