"""The phone's NFC touches nothing of the computer: what is held to the phone is the world's to say."""

from __future__ import annotations

from runtime.api.ports.nfc import NFC, Nfc
from simulator.api.surroundings import Real

REAL: Real[Nfc] = Real(NFC, lambda _around, _project: Nfc())
